import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { insertConsents } from "@galka/postgres/stores/consent/ledger";
import { noteStart } from "@galka/postgres/stores/installation";
import { noteSubscription } from "@galka/postgres/stores/receiving/reception";
import { sql } from "kysely";
import { accepted } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { consent } from "../consent/testing/marketing.ts";
import { listUnknownSends, settleUnknown } from "./settle-unknown.ts";

describe("judgeDoubts", () => {
  it("lets a member send again what is proven not to have gone out", async () => {
    await using world = await sendingWorld();
    world.start();
    const id = await doubted(world);
    assert.deepEqual(await settle(world, id, "send-again"), { refused: "not-proven-unsent" });
    world.advance(61 * 60_000);
    await confirmLater(world);
    await world.until("it is proven", () => isProven(world));
    assert.deepEqual(await settle(world, id, "send-again"), { done: true });
    await world.until(
      "it is accepted",
      async () => (await world.message(id)).status === "accepted",
    );
    assert.equal(world.gateway.calls.filter(({ text }) => text === "doubted").length, 2);
    assert.deepEqual(await settle(world, id, "leave"), { refused: "not-unknown" });
  });

  it("proves nothing while the channel would not tell us", async () => {
    await using world = await sendingWorld();
    world.gateway.isSubscribedHere = false;
    world.start();
    await doubted(world);
    world.advance(61 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
    world.gateway.isSubscribedHere = true;
    await world.until("it is proven", () => isProven(world));
  });

  it("proves nothing while nothing is reported either of what was accepted at that time", async () => {
    await using world = await sendingWorld();
    world.start();
    await doubted(world);
    const neighbor = await world.say("accepted, and its webhooks are held up too");
    await world.until(
      "it is accepted",
      async () => (await world.message(neighbor)).status === "accepted",
    );
    world.advance(61 * 60_000);
    await confirmLater(world, neighbor);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
    await world.in((tx) =>
      sql`update messages set status = 'sent' where id = ${neighbor}`.execute(tx),
    );
    await world.until("it is proven", () => isProven(world));
  });

  it("proves nothing while something that was received waits to be applied", async () => {
    await using world = await sendingWorld();
    world.start();
    await doubted(world);
    await sql`insert into webhook_log (hint, body) values ('test', '')`.execute(world.app.db);
    world.advance(61 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
  });

  it("proves nothing of an attempt around which nobody received, unless its neighbors were reported", async () => {
    await using world = await sendingWorld();
    world.start();
    await doubted(world);
    await world.beat(14, "silence");
    world.advance(61 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
    await world.in((tx) =>
      sql`update sends set dispatch_beat = dispatch_beat - 14 where state = 'accepted'`.execute(tx),
    );
    await world.until("it is proven", () => isProven(world));
  });

  it("proves nothing of an attempt while whose number was not subscribed", async () => {
    await using world = await sendingWorld();
    await doubtedWhileUnsubscribed(world);
    world.advance(61 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
  });

  it("proves what was begun after an interruption", async () => {
    await using world = await sendingWorld();
    await world.beat(1, "silence");
    world.start();
    await doubted(world);
    await world.beat(14);
    world.advance(61 * 60_000);
    await confirmLater(world);
    await world.until("it is proven", () => isProven(world));
  });

  it("takes nothing that was begun earlier for later when the clock went back", async () => {
    await using world = await sendingWorld();
    world.start();
    await confirmLater(world);
    world.advance(-2 * 60 * 60_000);
    await doubted(world);
    await world.beat(12);
    world.advance(61 * 60_000);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
    world.advance(-61 * 60_000);
    await confirmLater(world);
    world.advance(61 * 60_000);
    await world.until("it is proven", () => isProven(world));
  });

  it("takes no age from a clock that jumped", async () => {
    await using world = await sendingWorld();
    world.start();
    await doubted(world);
    await world.beat(1, "clock");
    world.advance(2 * 60 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
    await world.beat(120);
    await world.until("it is proven", () => isProven(world));
  });

  it("proves nothing by silence of what a restored database does not remember", async () => {
    await using world = await sendingWorld();
    const id = await world.say("may be out");
    await noteStart(world.app.db, "0.1.0");
    await world.app.db.updateTable("installation").set({ timeline: 99 }).execute();
    world.start();
    await world.until("it is unknown", async () => (await world.message(id)).status === "unknown");
    world.advance(61 * 60_000);
    await confirmLater(world);
    await looksAgain(world);
    assert.equal(await isProven(world), false);
  });

  it("sends a code or a notice again by itself, and marketing never", async () => {
    await using world = await sendingWorld();
    world.start();
    const notice = await doubted(world, "utility");
    const campaign = await doubted(world, "marketing");
    world.advance(61 * 60_000);
    await confirmLater(world);
    await world.until(
      "the notice is accepted",
      async () => (await world.message(notice)).status === "accepted",
    );
    assert.equal((await world.message(campaign)).status, "unknown");
    assert.equal(await isProven(world), false);
  });

  it("leaves a notice to a person to decide when its contact has declined notices meanwhile", async () => {
    await using world = await sendingWorld();
    world.start();
    const notice = await doubted(world, "utility");
    await world.in(async (tx) => {
      const { rows } = await sql<{ contact_id: string }>`
        select c.contact_id from messages m join conversations c on c.id = m.conversation_id
         where m.id = ${notice}`.execute(tx);
      const [contact] = rows;
      const now = world.app.clock.now();
      const declined = {
        contactId: contact?.contact_id ?? "",
        at: now,
        decision: "withdrawn",
        purpose: "utility",
      } as const;
      await insertConsents(tx, world.workspaceId, [consent(declined)], now);
    });
    world.advance(61 * 60_000);
    await confirmLater(world);
    await world.until("it is proven", () => isProven(world));
    await looksAgain(world);
    assert.equal(world.gateway.calls.filter(({ text }) => text === "doubted").length, 1);
  });

  it("leaves what nobody wants to know more of as failed, off the list", async () => {
    await using world = await sendingWorld();
    world.start();
    const id = await doubted(world);
    assert.deepEqual(await settle(world, id, "leave"), { done: true });
    assert.equal((await world.message(id)).status, "failed");
    assert.deepEqual(await listUnknownSends(world.app, world.member), { items: [] });
  });

  it("decides once, however many members decide at once", async () => {
    await using world = await sendingWorld();
    world.start();
    const id = await doubted(world);
    const decisions = await Promise.all([
      settle(world, id, "leave"),
      settle(world, id, "leave"),
      settle(world, id, "leave"),
    ]);
    assert.equal(decisions.filter((it) => "done" in it).length, 1);
  });

  async function doubted(world: SendingWorld, purpose?: "utility" | "marketing"): Promise<string> {
    const answer = world.gateway.answer;
    world.gateway.answer = () => ({ outcome: "ambiguous", reason: "reset" });
    const id = await world.say("doubted");
    await world.until("it is unknown", async () => (await world.message(id)).status === "unknown");
    world.gateway.answer = answer;
    if (purpose) {
      await world.in((tx) =>
        sql`update sends set purpose = ${purpose} where message_id = ${id}`.execute(tx),
      );
    }
    return id;
  }

  /** Fifty later messages, which the channel has reported. */
  async function confirmLater(world: SendingWorld, except?: string): Promise<void> {
    world.gateway.answer = ({ tag }) => accepted(`wamid.${tag}`);
    await world.in((tx) =>
      sql`update conversations set last_inbound_at = '2027-01-01'`.execute(tx),
    );
    const people = await Promise.all(Array.from({ length: 50 }, () => world.conversation()));
    const ids = await Promise.all(people.map((person) => world.say("later", person)));
    await world.in((tx) => sql`update channels set throughput_per_second = 1000`.execute(tx));
    await world.until("they are accepted", async () => {
      const sends = await world.sends();
      return ids.every((id) => sends.find((it) => it.message_id === id)?.state === "accepted");
    });
    await world.in((tx) =>
      sql`update messages set status = 'sent'
           where status = 'accepted' and id is distinct from ${except ?? null}::uuid`.execute(tx),
    );
    await world.beat(12);
  }

  /** An attempt that began while the subscription was away, which was noticed only afterwards. */
  async function doubtedWhileUnsubscribed(world: SendingWorld): Promise<void> {
    const { app, workspaceId, channelId } = world;
    const note = (isSubscribed: boolean) =>
      world.in((tx) =>
        noteSubscription(tx, workspaceId, channelId, { isSubscribed, now: app.clock.now() }),
      );
    await note(true);
    await world.beat(3);
    world.start();
    await doubted(world);
    await world.beat(3);
    await note(false);
    await world.beat(15);
    await note(true);
  }

  /** Long enough for the sender to judge its doubts several times. */
  function looksAgain(world: SendingWorld): Promise<void> {
    const before = performance.now();
    return world.until("it was judged", () => performance.now() - before > 200);
  }

  async function isProven(world: SendingWorld): Promise<boolean> {
    const unknown = await listUnknownSends(world.app, world.member);
    assert.ok(!("refused" in unknown));
    const { items } = unknown;
    return items.some(({ provenUnsent }) => provenUnsent);
  }

  function settle(world: SendingWorld, id: string, decision: "send-again" | "leave") {
    return settleUnknown(world.app, world.member, { messageId: idOf(id), decision });
  }
});
