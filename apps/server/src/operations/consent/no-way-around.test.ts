import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { takeLease } from "@galka/postgres/stores/outgoing/channel-leases";
import fc from "fast-check";
import { sql } from "kysely";
import { says, second, status } from "../../testing/meta-bodies.ts";
import { beginAttempts, claimNext } from "../sends/claim-next.ts";
import { recordConsent } from "./record-consent.ts";
import { type ConsentShop, consentShop, preference } from "./testing/consent-shop.ts";
import { OFFER } from "./testing/marketing.ts";

/** What can happen, in any order. */
const EVENTS = [
  "agrees",
  "agrees for an hour",
  "agrees on another channel",
  "takes it back",
  "says STOP",
  "says START",
  "stops in WhatsApp",
  "resumes in WhatsApp",
  "Meta refuses",
  "an offer is asked for",
  "what waits goes out",
  "an hour passes",
] as const;
type Event = (typeof EVENTS)[number];

/** What brings an offer on its way comes oftener, so that there is something to hold back. */
const OFTEN: readonly Event[] = [
  "agrees",
  "resumes in WhatsApp",
  "an offer is asked for",
  "what waits goes out",
];
const happening = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Event>(...EVENTS) },
  { weight: 2, arbitrary: fc.constantFrom<Event>(...OFTEN) },
);

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** What an offer may lean on, kept in the plainest way there is. */
type Model = { agreesUntilMs: number; stoppedInWhatsApp: boolean };

describe("marketing", () => {
  it("goes to nobody without a valid record, whatever happens in whatever order", async () => {
    await using shop = await consentShop();
    const stage = await openStage(shop);
    let offersOut = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 14 }), async (events) => {
        // Each run goes on where the one before ended: one contact, one long story.
        for (const event of events) offersOut += await stage.play(event);
      }),
      { numRuns: 15, endOnFailure: true },
    );
    for (const event of ["resumes in WhatsApp", "agrees", ...OFTEN.slice(2)] as const) {
      offersOut += await stage.play(event);
    }
    assert.ok(offersOut > 0, "some offers were let through, so that something was tried");
  });
});

async function openStage(shop: ConsentShop) {
  const { app, workspaceId, channelId, clock, member, contactId } = shop;
  const startMs = clock.now().getTime();
  const model: Model = { agreesUntilMs: 0, stoppedInWhatsApp: false };
  const lease = await shop.in((tx) => takeLease(tx, { workspaceId, channelId }, "tester", 600_000));
  assert.ok(lease);
  const owned = { workspaceId, channelId, lease };
  let count = 0;
  const isAllowed = () => model.agreesUntilMs > clock.now().getTime() && !model.stoppedInWhatsApp;
  const secondsIn = () => Math.floor((clock.now().getTime() - startMs) / SECOND_MS);
  const said = { purpose: "marketing", note: "Told us", wording: "Offers, please" } as const;

  return {
    /** Answers how many offers went out. */
    async play(event: Event): Promise<number> {
      clock.advance(2 * SECOND_MS);
      count += 1;
      const at = secondsIn();
      switch (event) {
        case "agrees":
          await grant(null);
          return 0;
        case "agrees for an hour":
          await grant(new Date(clock.now().getTime() + HOUR_MS));
          return 0;
        case "agrees on another channel":
          await recordConsent(app, member, contactId, {
            ...said,
            decision: "granted",
            channelId: randomUUID(),
          });
          return 0;
        case "takes it back":
          await recordConsent(app, member, contactId, {
            ...said,
            decision: "withdrawn",
            channelId: null,
          });
          model.agreesUntilMs = 0;
          return 0;
        case "says STOP":
          await shop.receive(says(`stop-${count}`, "STOP", at));
          model.agreesUntilMs = 0;
          return 0;
        case "says START":
          // They have never agreed by an act of their own here, so it brings nothing back.
          await shop.receive(says(`start-${count}`, "START", at));
          return 0;
        case "stops in WhatsApp":
          await shop.receive(preference("stop", at));
          model.stoppedInWhatsApp = true;
          return 0;
        case "resumes in WhatsApp":
          await shop.receive(preference("resume", at));
          model.stoppedInWhatsApp = false;
          return 0;
        case "Meta refuses":
          return refuse(at);
        case "an offer is asked for":
          await ask();
          return 0;
        case "what waits goes out":
          return sendAll();
        default:
          clock.advance(HOUR_MS);
          return 0;
      }
    },
  };

  async function grant(expiresAt: Date | null): Promise<void> {
    const until = expiresAt === null ? {} : { expiresAt };
    await recordConsent(app, member, contactId, {
      ...said,
      decision: "granted",
      channelId: null,
      ...until,
    });
    model.agreesUntilMs = expiresAt?.getTime() ?? Infinity;
  }

  async function ask(): Promise<void> {
    const sent = await shop.send(OFFER);
    assert.equal("messageId" in sent, isAllowed(), JSON.stringify(sent));
  }

  async function sendAll(): Promise<number> {
    const rooms = [{ lane: "marketing", count: 50 }] as const;
    let out = 0;
    // To one person one thing at a time, so what waits goes out one after the other.
    for (;;) {
      const { sends } = await claimNext(app, owned, { rooms, busy: [], known: null });
      if (sends.length === 0) return out;
      const attempts = sends.map(({ id, queuedAt }) => ({
        sendId: id,
        attemptId: randomUUID(),
        queuedAt,
      }));
      const begun = await beginAttempts(app, owned, attempts, null);
      if (begun.size > 0) assert.ok(isAllowed(), "an offer went out that nobody agrees to");
      out += begun.size;
      await shop.in((tx) =>
        sql`update sends set state = 'accepted', settled_at = now() where state = 'dispatching'`.execute(
          tx,
        ),
      );
    }
  }

  async function refuse(at: number): Promise<number> {
    const id = await shop.in((tx) =>
      tx
        .selectFrom("messages")
        .select("id")
        .where("direction", "=", "out")
        .where("status", "=", "dispatching")
        .limit(1)
        .executeTakeFirst(),
    );
    if (!id) return 0;
    await shop.in((tx) =>
      tx
        .updateTable("messages")
        .set({
          wamid: `wamid.out-${count}`,
          status: "accepted",
          status_at: new Date(Number(second(0)) * 1000),
        })
        .where("id", "=", id.id)
        .execute(),
    );
    await shop.receive(status(`out-${count}`, "failed", at, { code: 131_050 }));
    model.stoppedInWhatsApp = true;
    return 0;
  }
}
