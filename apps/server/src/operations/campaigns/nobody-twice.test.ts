import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { noteAnswers, noteOptOuts } from "@galka/postgres/stores/campaigns/follow-campaigns";
import { proveRecipients } from "@galka/postgres/stores/campaigns/restored-campaigns";
import { noteStart } from "@galka/postgres/stores/installation";
import { sql } from "kysely";
import { doubtAfterRestoration } from "../sends/own-channel.ts";
import { settleUnknown } from "../sends/settle-unknown.ts";
import { moveByMember } from "./move-by-member.ts";
import { readCampaignReport } from "./reading/read-report.ts";
import { retryCampaign } from "./retry-campaign.ts";
import { tendCampaigns } from "./tend-campaigns.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

describe("whom a campaign leaves alone", () => {
  it("are those whose unknown message a member has left: they may have got it", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    world.gateway.answer = () => ({ outcome: "ambiguous", reason: "reset" });
    const id = await world.run();
    await world.turn();
    world.start();
    await world.until("it is unknown", async () => (await world.counts(id))["unknown"] === 1);
    const [person] = await world.people(id);
    const messageId = idOf<"message">(person?.id ?? "");
    const left = await settleUnknown(world.app, world.member, { messageId, decision: "leave" });
    assert.deepEqual(left, { done: true });
    assert.deepEqual(await world.counts(id), { failed: 1, "failed left-unknown": 1 });
    assert.deepEqual(await retryCampaign(world.app, world.member, id, ["left-unknown"]), {
      refused: "never-again",
      problems: ["left-unknown"],
    });
  });

  it("are all who wait for another try when it is stopped, also those that come back later", async () => {
    await using world = await campaignWorld();
    await world.crowd(2);
    const id = await world.run();
    await world.turn();
    // One was tried and waits to be tried again, as after a token that was revoked.
    await world.in(async (tx) => {
      await sql`update sends set attempt_count = 1, not_before = now() + interval '1 hour'`.execute(
        tx,
      );
      await sql`
        update sends set state = 'dispatching', attempt_id = gen_random_uuid()
         where id = (select min(id::text)::uuid from sends)`.execute(tx);
    });
    await moveByMember(world.app, world.member, id, "stop");
    assert.deepEqual(await world.counts(id), { queued: 1, failed: 1, "failed stopped": 1 });
    await world.in((tx) =>
      sql`update sends set state = 'queued', not_before = now() where state = 'dispatching'`.execute(
        tx,
      ),
    );
    world.start();
    await world.until("it is given up", async () => (await world.counts(id))["failed"] === 2);
    assert.equal(world.gateway.calls.length, 0);
    assert.deepEqual(await retryCampaign(world.app, world.member, id, ["stopped"]), {
      refused: "never-again",
      problems: ["stopped"],
    });
  });

  it("are no longer told as left alone when a report proves that a restored database was wrong", async () => {
    await using world = await campaignWorld();
    const { app, workspaceId } = world;
    await noteStart(app.db, "1");
    await world.crowd(3);
    const id = await world.run();
    await tendCampaigns(app, workspaceId);
    await sql`update installation set timeline = timeline - 1`.execute(app.db);
    assert.equal(await doubtAfterRestoration(app), true);
    await world.turn();
    await moveByMember(app, world.member, id, "stop");
    assert.deepEqual(await world.counts(id), { skipped: 3, "skipped stopped": 3 });
    const [one] = await world.people(id);
    const proof = { id: one?.id ?? "", status: "read" } as const;
    await world.in((tx) => proveRecipients(tx, workspaceId, [proof], app.clock.now()));
    assert.deepEqual(await world.counts(id), { skipped: 2, "skipped stopped": 2, read: 1 });
  });
});

describe("the figures of a campaign", () => {
  it("count once whom Meta reports as having stopped marketing", async () => {
    await using world = await campaignWorld();
    const { id, ids, contactIds } = await sentTo(world, 2);
    const now = world.app.clock.now();
    // The report is heard as a withdrawal first, in the transaction that applies it.
    await world.in((tx) => noteOptOuts(tx, world.workspaceId, contactIds.slice(0, 1), now));
    await world.report(ids.slice(0, 1), "failed", 131050);
    await world.report(ids.slice(1), "failed", 131050);
    assert.equal((await world.counts(id))["opted-out"], 2);
  });

  it("give an answer and an opt-out to the last that was sent, not to one that failed since", async () => {
    await using world = await campaignWorld();
    const first = await sentTo(world, 1);
    world.advance(60_000);
    const next = await sentTo(world, 0);
    await world.report(next.ids, "failed", 131049);
    const messageId = await hear(world, "I take two");
    await world.in((tx) => noteAnswers(tx, world.workspaceId, [messageId]));
    const now = world.app.clock.now();
    await world.in((tx) => noteOptOuts(tx, world.workspaceId, first.contactIds, now));
    const { answered, "opted-out": optedOut } = await world.counts(first.id);
    assert.deepEqual([answered, optedOut], [1, 1]);
    const since = await world.counts(next.id);
    assert.deepEqual([since["answered"], since["opted-out"]], [undefined, undefined]);
  });

  it("add up hour by hour to what was sent, also after a pause, with everybody's country", async () => {
    await using world = await campaignWorld();
    const [nameless = ""] = await world.crowd(3);
    await world.in((tx) =>
      sql`update contact_identities set kind = 'bsuid', value = 'AR.12345678901234567890'
           where contact_id = ${nameless}`.execute(tx),
    );
    const id = await world.run();
    await world.turn();
    await moveByMember(world.app, world.member, id, "pause");
    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 3);
    await world.turn();
    const report = await readCampaignReport(world.app, world.member, id);
    assert.ok(!("refused" in report));
    const out = report.course.filter(({ what }) => what === "out");
    assert.equal(
      out.reduce((sum, { count }) => sum + count, 0),
      3,
    );
    const countries = new Map(report.countries.map(({ country, sent }) => [country, sent]));
    assert.deepEqual(Object.fromEntries(countries), { AR: 2, ZZ: 1 });
  });
});

/** Sends a campaign to so many more people and to all who were there, and answers whose messages they are. */
async function sentTo(world: CampaignWorld, count: number) {
  const contactIds = await world.crowd(count);
  const id = await world.run();
  await world.turn();
  world.start();
  await world.until("all are out", async () => {
    const { queued = 0, planned = 0 } = await world.counts(id);
    return queued + planned === 0;
  });
  const people = await world.people(id);
  const ids = people.map((person) => person.id);
  return { id, ids, contactIds: count === 0 ? people.map((it) => it.contact_id) : contactIds };
}

async function hear(world: CampaignWorld, text: string): Promise<string> {
  const messageId = randomUUID();
  const now = world.app.clock.now();
  await world.in((tx) =>
    sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status,
                            at, status_at, created_at)
      select c.workspace_id, ${messageId}, c.id, c.channel_id, 'in',
             ${JSON.stringify({ kind: "text", text })}, 'received', ${now}, ${now}, ${now}
        from conversations c
       where exists (select from messages m where m.conversation_id = c.id and m.campaign_id is not null)`.execute(
      tx,
    ),
  );
  return messageId;
}
