import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moveByMember } from "./move-by-member.ts";
import { retryCampaign } from "./retry-campaign.ts";
import { tendCampaigns } from "./tend-campaigns.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 60 * 60_000;
const FOLLOW_UP = {
  afterHours: 48,
  unless: "answered",
  message: { templateId: "other", files: [], values: [] },
} as const;

describe("the sequence of a campaign", () => {
  it("sends no next step to those of a stopped campaign when a few of it are tried again", async () => {
    await using world = await sequenceWorld();
    const { app, member } = world;
    await world.crowd(6);
    const id = await world.run({ steps: [FOLLOW_UP] });
    const ids = await firstAreOut(world, id);
    await world.report(ids.slice(0, 2), "failed", 131049);
    world.advance(HOUR_MS);
    await moveByMember(app, member, id, "stop");
    world.advance(48 * HOUR_MS);
    assert.deepEqual(await retryCampaign(app, member, id, ["131049"]), { count: 2 });
    await world.turn();
    await world.until("they are out", async () => (await world.counts(id))["sent"] === 6);
    await world.turn();
    assert.deepEqual(await followedUp(world, id), []);
    assert.equal((await world.campaign(id)).status.state, "running");
    world.advance(48 * HOUR_MS);
    await world.turn();
    await world.until("the step is out", async () => (await world.counts(id))["sent"] === 8);
    await world.turn();
    assert.deepEqual(await followedUp(world, id), [1, 2]);
    assert.equal((await world.campaign(id)).status.state, "finished");
  });

  it("is not waited for after a stop when nobody is there to get the next step", async () => {
    await using world = await sequenceWorld();
    const { app, member } = world;
    await world.crowd(3);
    const id = await world.run({ steps: [FOLLOW_UP] });
    const ids = await firstAreOut(world, id);
    await world.report(ids.slice(0, 1), "failed", 131049);
    world.advance(HOUR_MS);
    await moveByMember(app, member, id, "stop");
    world.advance(25 * HOUR_MS);
    const [again] = await world.people(id);
    await world.in((tx) =>
      tx
        .deleteFrom("contact_identities")
        .where("contact_id", "=", again?.contact_id ?? "")
        .execute(),
    );
    assert.deepEqual(await retryCampaign(app, member, id, ["131049"]), { count: 1 });
    await world.turn();
    assert.equal((await world.counts(id))["skipped no-identity"], 1);
    assert.equal((await world.campaign(id)).status.state, "finished");
  });

  it("sends the next step to those whose hour comes while it is looked at", async () => {
    await using world = await sequenceWorld();
    await world.crowd(2);
    const id = await world.run({ steps: [FOLLOW_UP] });
    await firstAreOut(world, id);
    const before = new Date(world.app.clock.now().getTime() + 47 * HOUR_MS);
    const after = new Date(before.getTime() + 2 * HOUR_MS);
    // The hour comes between each two looks at the clock, the last ones first.
    for (let looks = 40; looks >= 0 && (await followedUp(world, id)).length === 0; looks -= 1) {
      let left = looks;
      const now = () => (left-- > 0 ? before : after);
      await tendCampaigns({ ...world.app, clock: { now } }, world.workspaceId);
      assert.equal((await world.campaign(id)).status.state, "running");
    }
    assert.deepEqual(await followedUp(world, id), [1, 2]);
  });
});

async function sequenceWorld(): Promise<CampaignWorld> {
  const world = await campaignWorld();
  await world.templates({ id: "offer" }, { id: "other", body: "Still there?" });
  return world;
}

/** Has the first message of everybody leave; answers their ids. */
async function firstAreOut(world: CampaignWorld, id: string): Promise<string[]> {
  await world.turn();
  world.start();
  const people = await world.people(id);
  await world.until("all are out", async () => (await world.counts(id))["sent"] === people.length);
  return people.map((it) => it.id);
}

/** The places of those to whom the next step was sent, or will be. */
async function followedUp(world: CampaignWorld, id: string): Promise<number[]> {
  return (await world.people(id)).filter(({ step }) => step === 1).map(({ n }) => n);
}
