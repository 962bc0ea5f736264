import assert from "node:assert/strict";
import { it, mock } from "node:test";
import { rightOfWayOf } from "../right-of-way.ts";
import { startWorld } from "./testing/world.ts";

it("a member's call has the right of way until it is answered, and a stranger's has not", async () => {
  await using world = await startWorld();
  const { cookie } = await world.somebody();
  const way = rightOfWayOf(world.app);
  const { mock: taken } = mock.method(way, "take", way.take);
  const ask = (headers: Record<string, string>) =>
    world.server.inject({ method: "GET", url: "/api/v1/me", headers });
  assert.equal((await ask({})).statusCode, 401);
  assert.equal(taken.callCount(), 0);
  assert.equal((await ask({ cookie })).statusCode, 200);
  assert.equal(taken.callCount(), 1);
  await way.give();
});
