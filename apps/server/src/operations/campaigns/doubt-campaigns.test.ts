import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { beatReception } from "@galka/postgres/stores/receiving/reception";
import { declareRestored, noteStart, setMark } from "@galka/postgres/stores/installation";
import { forgetfulWitness } from "../../witness/witness.ts";
import { doubtAfterRestoration } from "../sends/own-channel.ts";
import { sql } from "kysely";
import { retryCampaign } from "./retry-campaign.ts";
import { moveByMember } from "./move-by-member.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 60 * 60_000;

describe("a campaign in a restored database", () => {
  it("waits for a person, and writes to nobody who may have been written to since the copy", async () => {
    await using world = await campaignWorld();
    await world.in((tx) => tx.updateTable("channels").set({ throughput_per_second: 4 }).execute());
    await world.crowd(300);
    const id = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 128, planned: 172 });
    const [next = ""] = (await planned(world, id)).slice(0, 1);

    const witness = forgetfulWitness();
    await noteStart(world.app.db, "0.1.0");
    const mark = await setMark(world.app.db);
    assert.ok(mark);
    await witness.keep({ ...mark, mark: mark.mark + 5, dispatched: mark.dispatched + 10 });
    assert.equal(await doubtAfterRestoration(world.app, witness), true);
    const { status } = await world.campaign(id);
    assert.deepEqual([status.state, status.hold], ["held", "restored"]);

    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    // What lay before the sender may be out, and at least two seconds' worth of those after it.
    const { unknown = 0 } = await world.counts(id);
    assert.ok(unknown >= 128 + 8 && unknown <= 128 + 70, String(unknown));
    const first = (await world.people(id)).find((it) => it.id === next);
    assert.deepEqual([first?.state, first?.problem], ["unknown", "restored"]);
    assert.equal(await doubtAfterRestoration(world.app, witness), false);
  });

  it("counts the lost time from the last mark, whatever has worked on the restored database since", async () => {
    await using world = await campaignWorld();
    await world.in((tx) => tx.updateTable("channels").set({ throughput_per_second: 1 }).execute());
    await world.crowd(300);
    const id = await world.run();
    const witness = forgetfulWitness();
    await noteStart(world.app.db, "0.1.0");
    const mark = await setMark(world.app.db);
    assert.ok(mark);
    // A minute was lost in which forty were written to; then the feeder and the receiver were up before the sender.
    const at = new Date(mark.at.getTime() + 60_000);
    await witness.keep({ ...mark, mark: mark.mark + 60, at, dispatched: mark.dispatched + 40 });
    await world.turn();
    const { queued = 0 } = await world.counts(id);
    await beatReception(world.app.db, { isInterrupted: true, isClockMoved: false });
    assert.equal(await doubtAfterRestoration(world.app, witness), true);

    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    const { unknown = 0 } = await world.counts(id);
    assert.ok(unknown >= queued + 40 && unknown <= queued + 40 + 6, `${unknown}, ${queued}`);
  });

  it("tries nobody again who had failed before: they may have been tried since the copy", async () => {
    await using world = await campaignWorld();
    await world.crowd(3);
    const id = await world.run({ triesLater: true });
    await world.turn();
    world.start();
    await world.until("all are out", async () => (await world.counts(id))["sent"] === 3);
    const ids = (await world.people(id)).map((it) => it.id);
    await world.report(ids.slice(0, 1), "failed", 131049);
    await world.turn();
    await noteStart(world.app.db, "0.1.0");
    await declareRestored(world.app.db);
    await world.until("it is noticed", async () => (await world.campaign(id)).doubtedAt !== null);

    await moveByMember(world.app, world.member, id, "resume");
    world.advance(25 * HOUR_MS);
    await world.turn();
    assert.equal((await world.campaign(id)).status.state, "finished");
    const refused = await retryCampaign(world.app, world.member, id, ["131049"]);
    assert.equal("refused" in refused && refused.refused, "tried-in-lost-time");
    // Who fails from here on has failed to the knowledge of this database.
    await world.report(ids.slice(1, 2), "failed", 131049);
    await world.turn();
    world.advance(25 * HOUR_MS);
    assert.deepEqual(await retryCampaign(world.app, world.member, id, ["131049"]), { count: 1 });
  });

  it("has one order of its people, whenever the audience is frozen", async () => {
    await using world = await campaignWorld();
    await world.crowd(50);
    const id = await world.run();
    await world.turn();
    const before = await contactsOf(world, id);
    await world.in(async (tx) => {
      await sql`delete from sends`.execute(tx);
      await sql`delete from campaign_recipients`.execute(tx);
      await sql`update campaigns set frozen_at = null`.execute(tx);
    });
    await world.turn();
    assert.deepEqual(await contactsOf(world, id), before);
  });

  it("keeps who is next when it is paused and resumed, so that the lost ones are the next ones", async () => {
    await using world = await campaignWorld();
    await world.in((tx) => tx.updateTable("channels").set({ throughput_per_second: 4 }).execute());
    await world.crowd(200);
    const id = await world.run();
    await world.turn();
    const before = await queued(world, id);
    await moveByMember(world.app, world.member, id, "pause");
    assert.deepEqual(await world.counts(id), { planned: 200 });
    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    assert.deepEqual(await queued(world, id), before);
  });
});

async function contactsOf(world: CampaignWorld, id: string): Promise<string[]> {
  return (await world.people(id)).toSorted((a, b) => a.n - b.n).map((it) => it.contact_id);
}

async function planned(world: CampaignWorld, id: string): Promise<string[]> {
  return idsIn(world, id, "planned");
}

async function queued(world: CampaignWorld, id: string): Promise<string[]> {
  return idsIn(world, id, "queued");
}

async function idsIn(world: CampaignWorld, id: string, state: string): Promise<string[]> {
  const people = await world.people(id);
  return people.flatMap((it) => (it.state === state ? [it.id] : [])).toSorted();
}
