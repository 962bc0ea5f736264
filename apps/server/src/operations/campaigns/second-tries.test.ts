import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCampaign } from "./reading/read-campaigns.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 60 * 60_000;

describe("a campaign that tries later", () => {
  it("tries again a day later whom Meta puts off after the last message has left", async () => {
    await using world = await campaignWorld();
    await world.crowd(2);
    const id = await world.run({ triesLater: true });
    const ids = await allAreOut(world, id, 2);
    await world.turn();
    assert.deepEqual(await stateOf(world, id), ["running", "second-try"]);
    await world.report(ids.slice(0, 1), "failed", 131049);
    await world.report(ids.slice(1), "delivered");
    world.advance(2 * HOUR_MS);
    await world.turn();
    assert.deepEqual(await stateOf(world, id), ["running", "second-try"]);
    world.advance(23 * HOUR_MS);
    await world.turn();
    await world.until("it is tried again", async () => (await world.counts(id))["sent"] === 1);
    const again = (await world.people(id)).filter(({ state }) => state === "sent");
    await world.report(
      again.map((it) => it.id),
      "delivered",
    );
    await world.turn();
    assert.deepEqual(await stateOf(world, id), ["finished", null]);
    assert.equal(world.gateway.calls.length, 3);
  });

  it("ends at once when all have arrived, and an hour after it was sent to whoever is silent", async () => {
    await using world = await campaignWorld();
    await world.crowd(2);
    const id = await world.run({ triesLater: true });
    const ids = await allAreOut(world, id, 2);
    await world.report(ids.slice(0, 1), "delivered");
    world.advance(HOUR_MS - 1);
    await world.turn();
    assert.deepEqual(await stateOf(world, id), ["running", "second-try"]);
    world.advance(1);
    await world.turn();
    assert.deepEqual(await stateOf(world, id), ["finished", null]);
    const next = await world.run({ triesLater: true });
    const others = await allAreOut(world, next, 2);
    await world.report(others, "delivered");
    await world.turn();
    assert.deepEqual(await stateOf(world, next), ["finished", null]);
  });
});

async function allAreOut(world: CampaignWorld, id: string, count: number): Promise<string[]> {
  world.start();
  await world.turn();
  await world.until("all are out", async () => (await world.counts(id))["sent"] === count);
  return (await world.people(id)).map((it) => it.id);
}

async function stateOf(world: CampaignWorld, id: string) {
  const found = await readCampaign(world.app, world.member, id);
  assert.ok(!("refused" in found));
  return [found.campaign.status.state, found.waitsFor];
}
