import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { proveRecipients } from "@galka/postgres/stores/campaigns/restored-campaigns";
import { noteStart } from "@galka/postgres/stores/installation";
import { sql } from "kysely";
import { doubtAfterRestoration } from "../sends/own-channel.ts";
import { setCampaignSettings } from "./campaign-settings.ts";
import { moveByMember } from "./move-by-member.ts";
import { retryCampaign } from "./retry-campaign.ts";
import { tendCampaigns } from "./tend-campaigns.ts";
import { campaignWorld, secondMember } from "./testing/campaign-world.ts";

const HOUR_MS = 3_600_000;

describe("a campaign", () => {
  it("writes to everybody of its frozen audience once, and counts them", async () => {
    await using world = await campaignWorld();
    await world.crowd(30);
    const id = await world.run();
    await world.turn();
    await world.crowd(5);
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 30 });
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 30);
    assert.equal(world.gateway.calls.length, 30);
    assert.equal(
      new Set(world.gateway.calls.map(({ outgoing }) => JSON.stringify(outgoing))).size,
      30,
    );
    const people = await world.people(id);
    const ids = people.map((it) => it.id);
    await world.report(ids.slice(0, 20), "delivered");
    await world.report(ids.slice(0, 10), "read");
    await world.report(ids.slice(20, 22), "failed", 131026);
    assert.deepEqual(await world.counts(id), {
      delivered: 10,
      read: 10,
      failed: 2,
      "failed 131026": 2,
      sent: 8,
    });
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "finished");
    assert.deepEqual(await countedAnew(world, id), { delivered: 10, read: 10, failed: 2, sent: 8 });
  });

  it("leaves out whom it may not write to, and says why", async () => {
    await using world = await campaignWorld();
    const [gone = ""] = await world.crowd(3);
    await world.crowd(2, { agrees: false });
    const id = await world.run();
    await world.in((tx) =>
      tx.deleteFrom("contact_identities").where("contact_id", "=", gone).execute(),
    );
    await world.turn();
    assert.deepEqual(await world.counts(id), {
      queued: 2,
      skipped: 3,
      "skipped no-consent": 2,
      "skipped no-identity": 1,
    });
  });

  it("begins no conversation on anybody's desk, and tells nobody of each message", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    const before = await world.in((tx) => tx.selectFrom("events").select("kind").execute());
    const id = await world.run();
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 10);
    const after = await world.in((tx) => tx.selectFrom("events").select("kind").execute());
    const kinds = new Set(after.slice(before.length).map(({ kind }) => kind));
    assert.deepEqual([...kinds], ["campaign-changed"]);
    const begun = await world.in((tx) =>
      tx.selectFrom("conversations").select("status").where("status", "=", "closed").execute(),
    );
    assert.equal(begun.length, 10);
  });

  it("rests at once when it is paused: what lies before the sender is taken back", async () => {
    await using world = await campaignWorld();
    await world.crowd(40);
    const id = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 40 });
    await moveByMember(world.app, world.member, id, "pause");
    assert.deepEqual(await world.counts(id), { planned: 40 });
    assert.deepEqual(await world.sends(), []);
    world.start();
    await world.turn();
    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 40);
    assert.equal(world.gateway.calls.length, 40);
  });

  it("is resumed once by two people who press at the same moment", async () => {
    await using world = await campaignWorld();
    const ana = await secondMember(world);
    await world.crowd(3);
    const id = await world.run();
    await moveByMember(world.app, world.member, id, "pause");
    const both = await Promise.all(
      [world.member, ana].map((who) => moveByMember(world.app, who, id, "resume")),
    );
    assert.deepEqual(both, [{ state: "running" }, { state: "running" }]);
    const moves = await world.in((tx) =>
      tx.selectFrom("campaign_moves").select("move").orderBy("at").orderBy("id").execute(),
    );
    assert.deepEqual(
      moves.map(({ move }) => move),
      ["launch", "pause", "resume"],
    );
  });

  it("is moved to the sender once by however many processes, in all kinds of order", async () => {
    await using world = await campaignWorld();
    await world.crowd(60);
    const id = await world.run();
    await Promise.all(Array.from({ length: 4 }, () => world.turn()));
    assert.deepEqual(await world.counts(id), { queued: 60 });
    assert.equal((await world.sends()).length, 60);
  });

  it("keeps the pace that was set for it, by however many processes it is fed", async () => {
    await using world = await campaignWorld();
    await world.crowd(20);
    const id = await world.run({ perMinute: 120 });
    const turns = () => Promise.all(Array.from({ length: 4 }, () => world.turn()));
    await turns();
    assert.deepEqual(await world.counts(id), { queued: 2, planned: 18 });
    world.advance(499);
    await turns();
    assert.equal((await world.counts(id))["queued"], 2);
    world.advance(1);
    await turns();
    assert.equal((await world.counts(id))["queued"], 3);
    world.advance(500);
    await turns();
    assert.equal((await world.counts(id))["queued"], 4);
    world.advance(HOUR_MS);
    await turns();
    assert.equal((await world.counts(id))["queued"], 6);
  });

  it("settles who is left when it is stopped", async () => {
    await using world = await campaignWorld();
    await world.crowd(5);
    const id = await world.run({
      start: { kind: "at", at: later(world.app.clock.now(), HOUR_MS) },
    });
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "scheduled");
    world.advance(HOUR_MS);
    await world.turn();
    await moveByMember(world.app, world.member, id, "stop");
    assert.deepEqual(await world.counts(id), { skipped: 5, "skipped stopped": 5 });
  });

  it("waits for a second person above the size that was set", async () => {
    await using world = await campaignWorld();
    const ana = await secondMember(world);
    await world.crowd(4);
    await setCampaignSettings(world.app, world.member, { approvalAbove: 3 });
    const id = await world.write();
    assert.deepEqual(await world.launch(id), { state: "approval" });
    await world.turn();
    assert.deepEqual(await moveByMember(world.app, world.member, id, "approve"), {
      refused: "second-person",
    });
    assert.deepEqual(await moveByMember(world.app, ana, id, "approve"), { state: "running" });
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 4 });
  });

  it("cannot be launched with a variable that has no source", async () => {
    await using world = await campaignWorld();
    const message = { templateId: "offer", files: [], values: [] };
    const id = await world.write({ messages: [message] });
    assert.deepEqual(await world.launch(id), {
      refused: "campaign-not-ready",
      problems: [{ what: "variables-missing", templateName: "offer" }],
    });
  });

  it("waits while its template is paused, and goes on for those who were refused for it", async () => {
    await using world = await campaignWorld();
    await world.crowd(4);
    const id = await world.run();
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 4);
    const [first] = await world.people(id);
    await world.report([first?.id ?? ""], "failed", 132015);
    await world.crowd(1);
    const next = await world.run();
    await world.templates({ id: "offer", status: "paused" }, { id: "other" });
    await world.turn();
    assert.deepEqual((await world.campaign(next)).status.hold, "template");
    await world.templates({ id: "offer" }, { id: "other" });
    await world.turn();
    assert.equal((await world.campaign(next)).status.hold, null);
    await world.until("it has gone on", async () => (await world.counts(next))["sent"] === 5);
    const { count } = await again(world, id, ["132015"]);
    assert.equal(count, 1);
  });

  it("tries nobody again whom Meta forbids, nor before the time that Meta asks for", async () => {
    await using world = await campaignWorld();
    await world.crowd(3);
    const id = await world.run();
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 3);
    const ids = (await world.people(id)).map((it) => it.id);
    await world.report(ids.slice(0, 1), "failed", 131050);
    await world.report(ids.slice(1, 3), "failed", 131049);
    await world.turn();
    assert.deepEqual(await retryCampaign(world.app, world.member, id, ["131050"]), {
      refused: "never-again",
      problems: ["131050"],
    });
    assert.deepEqual(await again(world, id, ["131049"]), { count: 0 });
    world.advance(25 * HOUR_MS);
    assert.deepEqual(await again(world, id, ["131049"]), { count: 2 });
    await world.turn();
    await world.until("they are out", async () => (await world.counts(id))["sent"] === 2);
    assert.equal(world.gateway.calls.length, 5);
    assert.equal((await world.counts(id))["opted-out"], 1);
  });

  it("finishes when nobody may be tried again, however they failed", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    const id = await world.run({ triesLater: true });
    world.start();
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await world.turn();
      await world.until("it is out", async () => (await world.counts(id))["sent"] === 1);
      const [person] = await world.people(id);
      await world.report([person?.id ?? ""], "failed", 131049);
      await world.turn();
      const isLast = attempt === 4;
      assert.equal((await world.campaign(id)).status.state, isLast ? "finished" : "running");
      world.advance(25 * HOUR_MS);
    }
    assert.equal(world.gateway.calls.length, 4);
  });

  it("sends the next step to those who have not answered, and finishes after it", async () => {
    await using world = await campaignWorld();
    await world.crowd(4);
    const [message] = [{ templateId: "other", files: [], values: [] }];
    await world.templates({ id: "offer" }, { id: "other", body: "Still there?" });
    const step = { afterHours: 24, unless: "read", message } as const;
    const id = await world.run({ steps: [step] });
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 4);
    const ids = (await world.people(id)).map((it) => it.id);
    await world.report(ids.slice(0, 3), "read");
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "running");
    world.advance(24 * HOUR_MS);
    await world.turn();
    await world.until("the step is out", () => world.gateway.calls.length === 5);
    await world.turn();
    assert.deepEqual(
      (await world.people(id)).filter((it) => it.step === 1).map((it) => it.n),
      [4],
    );
    await world.until("it is counted", async () => (await world.counts(id))["sent"] === 2);
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "finished");
  });

  it("makes the next of one that repeats, which freezes an audience of its own", async () => {
    await using world = await campaignWorld();
    await world.crowd(2);
    const at = later(world.app.clock.now(), HOUR_MS);
    const repeat = { every: "day", timeZone: "UTC", until: null } as const;
    await world.run({ start: { kind: "at", at }, repeat });
    world.advance(HOUR_MS);
    await world.turn();
    await world.crowd(3);
    world.advance(24 * HOUR_MS);
    await world.turn();
    const found = await world.in((tx) =>
      tx
        .selectFrom("campaigns")
        .select(["audience_count", "state"])
        .where("state", "<>", "draft")
        .orderBy("created_at")
        .execute(),
    );
    assert.deepEqual(
      found.map((it) => it.audience_count),
      [2, 5, null],
    );
    assert.equal(found[2]?.state, "scheduled");
  });
});

describe("a first wave", () => {
  it("goes first, waits, and lets the rest go when it was good", async () => {
    await using world = await campaignWorld();
    await world.crowd(40);
    const id = await world.run({
      firstWave: { percent: 50, waitMinutes: 60, onGood: "go", onBad: "stop" },
    });
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 20, planned: 20 });
    world.start();
    await world.until("the wave is out", async () => (await world.counts(id))["sent"] === 20);
    await world.turn();
    assert.equal((await world.counts(id))["planned"], 20);
    world.advance(HOUR_MS);
    await world.turn();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 40);
  });

  it("ends the campaign when it was bad, and the rest is not written to", async () => {
    await using world = await campaignWorld();
    await world.crowd(60);
    const id = await world.run({
      firstWave: { percent: 50, waitMinutes: 60, onGood: "go", onBad: "stop" },
    });
    await world.turn();
    world.start();
    await world.until("the wave is out", async () => (await world.counts(id))["sent"] === 30);
    const wave = (await world.people(id)).filter(({ state }) => state === "sent");
    await world.report(
      wave.slice(0, 12).map((it) => it.id),
      "failed",
      131026,
    );
    await world.turn();
    world.advance(HOUR_MS);
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "stopped");
    assert.equal((await world.counts(id))["skipped stopped"], 30);
    assert.equal(world.gateway.calls.length, 30);
  });

  it("divides competing templates evenly, and gives the rest the better one", async () => {
    await using world = await campaignWorld();
    await world.crowd(160);
    const values = [
      { place: "body", key: "1", source: { from: "constant", value: "you" } },
    ] as const;
    const id = await world.run({
      messages: ["offer", "other"].map((templateId) => ({ templateId, files: [], values })),
      firstWave: { percent: 50, waitMinutes: 60, onGood: "go", onBad: "wait" },
      test: { by: "read", otherwise: "wait" },
    });
    await world.turn();
    world.start();
    await world.until("the wave is out", async () => (await world.counts(id))["sent"] === 80);
    const people = (await world.people(id)).filter(({ state }) => state === "sent");
    const of = (variant: number) =>
      people.filter((it) => it.variant === variant).map((it) => it.id);
    assert.deepEqual([of(0).length, of(1).length], [40, 40]);
    await world.report([...of(0), ...of(1)], "delivered");
    await world.report([...of(0).slice(0, 8), ...of(1).slice(0, 32)], "read");
    await world.turn();
    world.advance(HOUR_MS);
    await world.turn();
    assert.equal((await world.campaign(id)).winner, 1);
    await world.until("all are out", () => world.gateway.calls.length === 160);
    const rest = (await world.people(id)).filter(({ n }) => n > 80);
    assert.ok(rest.every(({ variant }) => variant === 1));
  });
});

type World = Awaited<ReturnType<typeof campaignWorld>>;

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

async function again(world: World, id: string, problems: readonly string[]) {
  const retried = await retryCampaign(world.app, world.member, id, problems);
  if ("refused" in retried) throw new Error(JSON.stringify(retried));
  return retried;
}

/** The figures, counted person by person. */
async function countedAnew(world: World, id: string): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { state } of await world.people(id)) sums[state] = (sums[state] ?? 0) + 1;
  return sums;
}

describe("a restored database", () => {
  it("has nobody written to twice: who may have been is listed, and a report proves who was", async () => {
    await using world = await campaignWorld();
    await noteStart(world.app.db, "1");
    await world.crowd(2_400);
    const id = await world.run();
    await tendCampaigns(world.app, world.workspaceId);
    await world.beat(1);
    await asRestored(world);
    assert.equal(await doubtAfterRestoration(world.app), true);
    assert.deepEqual((await world.campaign(id)).status.hold, "restored");
    await world.turn();
    assert.deepEqual(await world.counts(id), { planned: 2_400 });
    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    const counts = await world.counts(id);
    // Two seconds' worth of the number lay before the sender at most, and some passed since.
    assert.ok((counts["unknown"] ?? 0) >= 2_000, JSON.stringify(counts));
    const people = await world.people(id);
    const doubted = people.filter(({ state }) => state === "unknown");
    assert.ok(doubted.every(({ problem }) => problem === "restored"));
    const [one] = doubted;
    const proof = { id: one?.id ?? "", status: "delivered" } as const;
    const now = world.app.clock.now();
    await world.in((tx) => proveRecipients(tx, world.workspaceId, [proof, proof], now));
    await world.in((tx) =>
      proveRecipients(tx, world.workspaceId, [{ ...proof, status: "sent" }], now),
    );
    assert.equal((await world.counts(id))["delivered"], 1);
    assert.equal((await world.counts(id))["unknown"], doubted.length - 1);
  });
});

/** As after a promotion: the cluster is on another timeline than was written down. */
async function asRestored(world: World): Promise<void> {
  await sql`update installation set timeline = timeline - 1`.execute(world.app.db);
}
