import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Brake } from "@galka/core/health/brake";
import { sql } from "kysely";
import { readCampaign } from "./reading/read-campaigns.ts";
import { readWaveLimits } from "./reading/wave-limits.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const MINUTE_MS = 60_000;

const YOU = { place: "body", key: "1", source: { from: "constant", value: "you" } } as const;
const OFFER = { templateId: "offer", files: [], values: [YOU] } as const;
const NOTICE = { ...OFFER, templateId: "other" } as const;

describe("the course of a campaign", () => {
  it("tells how many left in each minute of the last hour, and forgets the hour before", async () => {
    await using world = await campaignWorld();
    const { app, member } = world;
    await world.crowd(20);
    const id = await world.run({ perMinute: 4 });
    const minutes = async () => {
      const found = await readCampaign(app, member, id);
      assert.ok(!("refused" in found));
      return found.minutes.map(({ count }) => count);
    };
    assert.deepEqual(await minutes(), []);
    await world.turn();
    world.advance(MINUTE_MS);
    await world.turn();
    const told = await minutes();
    const queued = (await world.people(id)).filter(({ state }) => state === "queued").length;
    assert.ok(queued > 0);
    assert.equal(
      told.reduce((sum, count) => sum + count, 0),
      queued,
    );
    world.advance(2 * 60 * MINUTE_MS);
    assert.deepEqual(await minutes(), []);
  });

  it("ends only after the first wave has been judged, and never tells when a person has to decide", async () => {
    await using world = await campaignWorld();
    const { app, member } = world;
    await world.crowd(40);
    const found = async (id: string) => {
      const campaign = await readCampaign(app, member, id);
      assert.ok(!("refused" in campaign));
      return campaign;
    };
    const firstWave = { percent: 50, waitMinutes: 240, onGood: "go", onBad: "stop" } as const;
    const goes = await world.run({ firstWave });
    const asks = await world.run({ firstWave: { ...firstWave, onGood: "wait" } });
    const slow = await world.run({ firstWave, perMinute: 1 });
    const judgedAt = app.clock.now().getTime() + 240 * MINUTE_MS;
    await world.turn();
    assert.equal((await found(slow)).campaign.waveSentAt, null);
    const begun = (await found(slow)).endsAt;
    assert.ok(begun && begun.getTime() >= judgedAt, `${begun?.toISOString()} before it is out`);
    const ids = (await world.people(goes)).filter(({ state }) => state === "queued");
    await world.report(
      ids.map((it) => it.id),
      "delivered",
    );
    await world.turn();
    assert.equal((await found(goes)).waitsFor, "first-wave");
    const waiting = (await found(goes)).endsAt;
    assert.ok(waiting && waiting.getTime() >= judgedAt, `${waiting?.toISOString()} while it waits`);
    assert.equal((await found(asks)).endsAt, null);
  });

  it("is held by a brake when all its room is taken, and leaves notices theirs", async () => {
    await using world = await campaignWorld();
    await world.crowd(200);
    await world.templates({ id: "offer" }, { id: "other", name: "other", category: "utility" });
    await world.in((tx) => sql`update channels set throughput_per_second = 20`.execute(tx));
    const offer = await world.run();
    await world.turn();
    const { queued, planned } = await world.counts(offer);
    assert.ok(queued && planned, "the sender has as much as it may");
    await brake(world, "pause-marketing");
    const notice = await world.run({ messages: [NOTICE] });
    await world.turn();
    const { status } = await world.campaign(offer);
    assert.deepEqual([status.state, status.hold], ["held", "brake"]);
    assert.equal((await world.counts(offer))["planned"], planned + queued);
    assert.equal((await world.counts(notice))["queued"], queued);
  });

  it("goes on with notices as soon as only marketing is paused", async () => {
    await using world = await campaignWorld();
    await world.crowd(2);
    await world.templates({ id: "offer" }, { id: "other", name: "other", category: "utility" });
    const notice = await world.run({ messages: [NOTICE] });
    const offer = await world.run();
    const steps = [{ afterHours: 1, unless: "answered", message: OFFER }] as const;
    const both = await world.run({ messages: [NOTICE], steps });
    const holds = () =>
      Promise.all([notice, offer, both].map(async (id) => (await world.campaign(id)).status.hold));
    await brake(world, "pause-all");
    await world.turn();
    assert.deepEqual(await holds(), ["brake", "brake", "brake"]);
    await brake(world, "pause-marketing");
    await world.turn();
    assert.deepEqual(await holds(), [null, "brake", "brake"]);
    assert.equal((await world.counts(notice))["queued"], 2);
    await brake(world, "none");
    await world.turn();
    assert.deepEqual(await holds(), [null, null, null]);
  });

  it("has limits of the first wave from the start, before anything is usual", async () => {
    await using world = await campaignWorld();
    const found = await readWaveLimits(world.app, world.member);
    assert.ok(!("refused" in found));
    assert.deepEqual(
      found.signs.map(({ sign, usual, limit }) => [sign, usual, limit]),
      [
        ["failed", null, 0.1],
        ["unreachable", null, 0.08],
        ["opted-out", null, 0.02],
        ["read", null, 0],
      ],
    );
  });

  it("stops a first wave at a limit of its own", async () => {
    await using world = await campaignWorld();
    await world.crowd(200);
    const limits = { failed: 0.01 };
    const firstWave = { percent: 50, waitMinutes: 1, onGood: "go", onBad: "stop", limits } as const;
    const id = await world.run({ firstWave });
    await world.turn();
    const wave = (await world.people(id)).filter(({ state }) => state === "queued");
    const ids = wave.map((it) => it.id);
    await world.report(ids.slice(0, 8), "failed", 131000);
    await world.report(ids.slice(8), "delivered");
    await world.turn();
    world.advance(2 * MINUTE_MS);
    await world.turn();
    const { status } = await world.campaign(id);
    assert.equal(status.state, "stopped");
  });

  it("lets its first wave go on for those who were refused for a paused template, and judges it", async () => {
    await using world = await campaignWorld();
    await world.crowd(40);
    const firstWave = { percent: 50, waitMinutes: 60, onGood: "go", onBad: "stop" } as const;
    const id = await world.run({ firstWave, perMinute: 600 });
    const goesOn = async (ms: number) => {
      world.advance(ms);
      await world.turn();
    };
    const areOut = (count: number) =>
      world.until(`${count} are out`, async () => (await world.counts(id))["sent"] === count);
    world.start();
    await world.turn();
    await areOut(10);
    const out = (await world.people(id)).filter(({ state }) => state === "sent");
    const refused = out.slice(0, 3).map((it) => it.id);
    await world.report(refused, "failed", 132015);
    await world.templates({ id: "offer", status: "paused" }, { id: "other" });
    await goesOn(1_000);
    assert.equal((await world.campaign(id)).status.hold, "template");
    await world.templates({ id: "offer" }, { id: "other" });
    await goesOn(1_000);
    await goesOn(1_000);
    await areOut(20);
    await world.turn();
    assert.notEqual((await world.campaign(id)).waveSentAt, null);
    assert.equal((await world.counts(id))["planned"], 20);
    await goesOn(60 * MINUTE_MS);
    assert.notEqual((await world.campaign(id)).waveJudgedAt, null);
    await goesOn(1_000);
    await areOut(40);
    assert.equal(world.gateway.calls.length, 43);
  });
});

/** Has a member put the brake on. */
async function brake(world: CampaignWorld, held: Brake): Promise<void> {
  const { workspaceId, channelId } = world;
  await world.in((tx) =>
    sql`insert into channel_brakes (workspace_id, channel_id, brake, since, judged_at, held)
        values (${workspaceId}, ${channelId}, 'none', now(), now(), ${held})
        on conflict (workspace_id, channel_id) do update set held = excluded.held`.execute(tx),
  );
}
