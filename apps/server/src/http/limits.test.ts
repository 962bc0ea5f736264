import assert from "node:assert/strict";
import { it } from "node:test";
import { startWorld } from "./testing/world.ts";

it("counts what a member asks of the API, and not the page's own files", async () => {
  await using world = await startWorld();
  const { cookie } = await world.somebody();
  const ask = async (url: string) =>
    (await world.server.inject({ method: "GET", url, headers: { cookie } })).statusCode;

  for (let n = 0; n < 1300; n++) await ask("/assets/nothing.js");
  assert.equal(await ask("/api/v1/me"), 200);
  for (let n = 0; n < 1300; n++) await ask("/api/v1/nothing");

  assert.equal(await ask("/api/v1/me"), 429);
  assert.notEqual(await ask("/assets/nothing.js"), 429);
});
