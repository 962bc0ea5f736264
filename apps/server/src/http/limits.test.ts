import assert from "node:assert/strict";
import { it } from "node:test";
import { startWorld } from "./testing/world.ts";

it("counts what is asked of the API, and not the page's own files", async () => {
  await using world = await startWorld();
  const ask = (url: string) => world.server.inject({ method: "GET", url });

  for (let n = 0; n < 1300; n++) await ask("/assets/nothing.js");
  assert.equal((await ask("/api/v1/me")).statusCode, 401);
  for (let n = 0; n < 1300; n++) await ask("/api/v1/me");

  assert.equal((await ask("/api/v1/me")).statusCode, 429);
  assert.notEqual((await ask("/assets/nothing.js")).statusCode, 429);
});
