import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import type { NewConsent } from "@galka/postgres/stores/consent/ledger";
import { sql } from "kysely";
import { rejected } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import type { DraftWish } from "../messages/find-draft.ts";
import { sendMessage } from "../messages/send-message.ts";
import { settleUnknown } from "../sends/settle-unknown.ts";
import { recordConsents } from "./record-consents.ts";
import { OFFER, addOffer, consent } from "./testing/marketing.ts";

describe("marketing", () => {
  it("is refused without a record, and the refusal names what is missing", async () => {
    await using shop = await marketingWorld();
    assert.deepEqual(await shop.send(OFFER), {
      refused: "no-consent",
      purpose: "marketing",
      missing: "nothing-recorded",
      recordId: null,
    });
    assert.deepEqual(await shop.world.sends(), []);
  });

  it("goes out by the record that allows it, and cites it", async () => {
    await using shop = await marketingWorld();
    const recordId = await shop.record({});
    const sent = await shop.send(OFFER);
    assert.ok("messageId" in sent);
    const { rows } = await shop.world.in((tx) =>
      sql`select consent_id, purpose from sends`.execute(tx),
    );
    assert.deepEqual(rows, [{ consent_id: recordId, purpose: "marketing" }]);
    shop.world.start();
    await shop.world.until(
      "it is accepted",
      async () => (await shop.statusOf(sent)) === "accepted",
    );
  });

  it("is not sent to somebody who stops it while it waits, and the message says so", async () => {
    await using shop = await marketingWorld();
    await shop.record({});
    const sent = await shop.send(OFFER);
    await shop.record({ decision: "withdrawn" });
    assert.equal(await shop.statusOf(sent), "failed");
    shop.world.start();
    const later = await shop.world.say("An answer");
    await shop.world.until(
      "the answer is out",
      async () => (await shop.stateOf(later)) === "accepted",
    );
    assert.deepEqual(
      shop.world.gateway.calls.map(({ text }) => text),
      ["An answer"],
    );
  });

  it("is not sent to somebody of whom a withdrawal was written behind the sender's back", async () => {
    await using shop = await marketingWorld();
    await shop.record({});
    const sent = await shop.send(OFFER);
    await shop.world.in((tx) =>
      sql`insert into consent_records (workspace_id, id, contact_id, purpose, decision, way, at, recorded_at, source)
          select workspace_id, gen_random_uuid(), contact_id, purpose, 'withdrawn', 'api', now(), now(), 'x'
            from consent_records`.execute(tx),
    );
    shop.world.start();
    await shop.world.until("it has failed", async () => (await shop.statusOf(sent)) === "failed");
    assert.deepEqual(shop.world.gateway.calls, []);
  });

  it("is not tried again when it is stopped between two attempts", async () => {
    await using shop = await marketingWorld();
    await shop.record({});
    const sent = await shop.send(OFFER);
    let tries = 0;
    shop.world.gateway.answer = () => {
      tries += 1;
      return rejected({ kind: "retry-after", ms: 50 });
    };
    shop.world.start();
    await shop.world.until("it was tried", () => tries > 0);
    await shop.record({ decision: "withdrawn" });
    await shop.world.until("it has failed", async () => (await shop.statusOf(sent)) === "failed");
    const then = tries;
    shop.world.gateway.answer = () => rejected({ kind: "retry-after", ms: 50 });
    const later = await shop.world.say("An answer");
    await shop.world.until("the answer was tried", () =>
      shop.world.gateway.calls.some(({ text }) => text === "An answer"),
    );
    assert.ok(later);
    assert.ok(tries <= then + 1);
  });

  it("is not sent again by a member who settles an unknown one after it was stopped", async () => {
    await using shop = await marketingWorld();
    await shop.record({});
    const sent = await shop.send(OFFER);
    assert.ok("messageId" in sent);
    await shop.world.in((tx) => sql`update sends set state = 'unsent'`.execute(tx));
    await shop.world.in((tx) =>
      sql`update messages set status = 'unknown' where direction = 'out'`.execute(tx),
    );
    const recordId = await shop.record({ decision: "withdrawn" });
    const { app, member } = shop.world;
    const again = { messageId: idOf<"message">(sent.messageId), decision: "send-again" } as const;
    assert.deepEqual(await settleUnknown(app, member, again), {
      refused: "no-consent",
      purpose: "marketing",
      missing: "withdrawn",
      recordId,
    });
  });

  it("leaves answers and notices alone when it is stopped", async () => {
    await using shop = await marketingWorld();
    await shop.record({});
    const notice = await shop.send({ ...OFFER, templateId: "notice" });
    const answer = await shop.world.say("An answer");
    await shop.record({ decision: "withdrawn" });
    assert.equal(await shop.statusOf(notice), "queued");
    assert.equal((await shop.world.message(answer)).status, "queued");
  });
});

describe("a notice", () => {
  it("needs no record, and is not sent to somebody who wants none", async () => {
    await using shop = await marketingWorld();
    const notice = { ...OFFER, templateId: "notice" };
    const waiting = await shop.send(notice);
    assert.equal(await shop.statusOf(waiting), "queued");
    await shop.record({ purpose: "utility", decision: "withdrawn" });
    assert.equal(await shop.statusOf(waiting), "failed");
    const refused = await shop.send(notice);
    assert.ok("missing" in refused && refused.missing === "withdrawn");
  });
});

async function marketingWorld() {
  const world = await sendingWorld();
  const { app, workspaceId, channelId, conversationId } = world;
  const contactId = await world.in(async (tx) => {
    await addOffer(tx, workspaceId, channelId, app.clock.now());
    const row = await tx.selectFrom("conversations").select("contact_id").executeTakeFirstOrThrow();
    return row.contact_id;
  });
  let told = 0;
  type Sent = Awaited<ReturnType<typeof sendMessage>>;
  return {
    world,
    /** Records something said a second later than the last. */
    async record(more: Partial<NewConsent>): Promise<string> {
      const at = new Date(app.clock.now().getTime() - 60_000 + 1_000 * told++);
      const record = consent({ contactId, at, ...more });
      await world.in((tx) => recordConsents({ tx, workspaceId, now: app.clock.now() }, [record]));
      return record.id;
    },
    send: (draft: DraftWish): Promise<Sent> =>
      sendMessage(app, world.member, { conversationId, clientId: randomUUID(), draft }),
    statusOf: async (sent: Sent) =>
      "messageId" in sent ? (await world.message(sent.messageId)).status : sent.refused,
    stateOf: async (id: string) => (await world.sends()).find((it) => it.message_id === id)?.state,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  } satisfies AsyncDisposable & { readonly world: SendingWorld; readonly [key: string]: unknown };
}
