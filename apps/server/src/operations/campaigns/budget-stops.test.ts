import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Budget } from "@galka/core/billing/budget";
import { idOf } from "@galka/core/kernel/ids";
import { insertConsents } from "@galka/postgres/stores/consent/ledger";
import { sql } from "kysely";
import { rejected } from "../../workers/sender/testing/fake-gateway.ts";
import { recordConsents } from "../consent/record-consents.ts";
import { consent } from "../consent/testing/marketing.ts";
import { keepBudget, readBudgets, removeBudget } from "../prices/budgets/keep-budgets.ts";
import { cancelQueued } from "../sends/cancel-queued.ts";
import { settleUnknown } from "../sends/settle-unknown.ts";
import { moveByMember } from "./move-by-member.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 3_600_000;
/** One marketing message to Argentina, in millionths of a dollar. */
const PRICE = 61_800;

describe("a campaign and the budgets", () => {
  it("stops before the message that has no money, and says what it waits for", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    await budget(world, 3 * PRICE + 1);
    const id = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 3, planned: 7 });
    const { status, why } = await world.campaign(id);
    assert.deepEqual([status.state, status.hold], ["held", "budget"]);
    assert.partialDeepStrictEqual(why, {
      lack: { purpose: "marketing", currency: "USD", amountMicros: PRICE },
      budget: { period: "day", limitMicros: 3 * PRICE + 1 },
    });
    assert.equal(await expected(world), 3 * PRICE);
    world.start();
    await world.until("those with money are out", async () => {
      return (await world.counts(id))["sent"] === 3;
    });
    await world.turn();
    assert.deepEqual(await world.counts(id), { sent: 3, planned: 7 });
  });

  it("goes on when its budget is raised, on the next day, and when it is removed", async () => {
    await using world = await campaignWorld();
    await world.crowd(12);
    const kept = await budget(world, 3 * PRICE);
    const id = await world.run();
    await world.turn();
    await budget(world, 5 * PRICE, { id: kept });
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 5, planned: 7 });
    world.advance(25 * HOUR_MS);
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 10, planned: 2 });
    await removeBudget(world.app, world.member, kept);
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 12 });
    assert.equal((await world.campaign(id)).status.state, "running");
  });

  it("never takes more than there is, however many campaigns and processes take at once", async () => {
    await using world = await campaignWorld();
    await world.crowd(30);
    await budget(world, 7 * PRICE);
    const ids = [await world.run(), await world.run()];
    await Promise.all(Array.from({ length: 4 }, () => world.turn()));
    const sums = await Promise.all(ids.map((id) => world.counts(id)));
    assert.equal(
      sums.reduce((all, counts) => all + (counts["queued"] ?? 0), 0),
      7,
    );
    assert.equal(await expected(world), 7 * PRICE);
  });

  it("gives its money back when it is paused", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    await budget(world, 4 * PRICE);
    const id = await world.run();
    await world.turn();
    await moveByMember(world.app, world.member, id, "pause");
    assert.deepEqual(await world.counts(id), { planned: 10 });
    assert.equal(await expected(world), 0);
    await moveByMember(world.app, world.member, id, "resume");
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 4, planned: 6 });
  });

  it("gives its money back for what the channel refuses at once", async () => {
    await using world = await campaignWorld();
    await world.crowd(4);
    await budget(world, 10 * PRICE);
    const id = await world.run();
    await world.turn();
    assert.equal(await expected(world), 4 * PRICE);
    world.gateway.answer = () => rejected({ kind: "give-up" }, 131_026);
    world.start();
    await world.until("all are refused", async () => (await world.counts(id))["failed"] === 4);
    assert.equal(await expected(world), 0);
  });

  it("gives its money back for what is taken back for want of consent, also in the sender's hands", async () => {
    await using world = await campaignWorld();
    const [first = "", second = ""] = await world.crowd(5);
    await budget(world, 10 * PRICE);
    await world.run();
    await world.turn();
    const { workspaceId } = world;
    const now = world.app.clock.now();
    const withdrawal = (contactId: string) =>
      consent({ contactId, at: now, decision: "withdrawn" });
    await world.in((tx) => recordConsents({ tx, workspaceId, now }, [withdrawal(first)]));
    assert.equal(await expected(world), 4 * PRICE);
    // As another process has written it down since the message was looked at.
    await world.in((tx) => insertConsents(tx, workspaceId, [withdrawal(second)], now));
    world.start();
    await world.until("nothing waits", async () => (await waiting(world)) === 0);
    assert.equal(await expected(world), 3 * PRICE);
  });

  it("gives its money back for what waits on a number that is disconnected", async () => {
    await using world = await campaignWorld();
    await world.crowd(3);
    await budget(world, 10 * PRICE);
    await world.run();
    await world.turn();
    await cancelQueued(world.app, world);
    assert.equal(await expected(world), 0);
  });

  it("gives its money back for what nobody wants to know more of", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    await budget(world, 10 * PRICE);
    await world.run();
    await world.turn();
    world.gateway.answer = () => ({ outcome: "ambiguous", reason: "The answer was lost." });
    world.start();
    await world.until("nobody knows", async () => {
      return (await world.sends())[0]?.state === "ambiguous";
    });
    assert.equal(await expected(world), PRICE);
    const [send] = await world.sends();
    const messageId = idOf<"message">(send?.message_id ?? "");
    await settleUnknown(world.app, world.member, { messageId, decision: "leave" });
    assert.equal(await expected(world), 0);
  });

  it("is not asked of a budget that only tells, nor of one for something else", async () => {
    await using world = await campaignWorld();
    await world.crowd(5);
    await budget(world, PRICE, { stops: false });
    await budget(world, PRICE, { purpose: "utility" });
    const id = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 5 });
  });
});

async function budget(
  { app, member }: CampaignWorld,
  limitMicros: number,
  { id = null, ...rest }: Partial<Omit<Budget, "id">> & { readonly id?: string | null } = {},
): Promise<string> {
  const wish = {
    channelId: null,
    purpose: null,
    period: "day",
    currency: "USD",
    limitMicros,
    alarmPercent: 80,
    stops: true,
    ...rest,
  } as const;
  const kept = await keepBudget(app, member, id, wish);
  assert.ok("id" in kept);
  const { items } = { items: [], ...(await readBudgets(app, member)) };
  assert.ok(items.some((it) => it.id === kept.id));
  return kept.id;
}

async function waiting(world: CampaignWorld): Promise<number> {
  const sends = await world.sends();
  return sends.filter(({ state }) => state !== "accepted" && state !== "cancelled").length;
}

async function expected(world: CampaignWorld): Promise<number> {
  const { rows } = await world.in((tx) =>
    sql<{ sum: number }>`
      select coalesce(sum(amount_micros), 0)::float8 as sum from expected_costs`.execute(tx),
  );
  return rows[0]?.sum ?? 0;
}
