import { countryOfDigits } from "@galka/core/billing/countries";
import type { ToldPrice } from "@galka/core/billing/told-price";
import type { IncomingStatus } from "@galka/core/messages/incoming";
import {
  type Booked,
  type BookingLine,
  findBookings,
  listBookings,
} from "@galka/postgres/stores/billing/booking-rows";
import {
  type ArrivalFacts,
  correctLateInbound,
  insertEntryPoints,
  loadArrivals,
} from "@galka/postgres/stores/billing/deliveries";
import { forgetExpected } from "@galka/postgres/stores/billing/expected-costs";
import { lockLedger, noteRebooking } from "@galka/postgres/stores/billing/ledger";
import type { Batch } from "../../webhooks/batch.ts";
import { noteAlarms } from "../budgets/note-alarms.ts";
import { type Books, openBooks, pricePage } from "./books.ts";
import { enqueueRebooking } from "./rebook.ts";

type Arrived = {
  readonly messageId: string;
  readonly at: Date;
  readonly told: ToldPrice | null;
};

/** So many lines are priced anew within a batch when something earlier is heard of; more are left to a job. */
const MOST_AT_ONCE = 3_000;

/**
 * Books the messages that were reported as delivered, each once, whatever the
 * order and however often it is reported: the earliest moment counts, and lines
 * that stand after it are priced anew.
 */
export async function bookStatuses(
  batch: Batch,
  reports: ReadonlyMap<string, readonly IncomingStatus[]>,
): Promise<void> {
  const { tx, workspaceId } = batch;
  await forgetExpected(tx, workspaceId, failedOf(reports));
  const arrived = [...reports].flatMap(([messageId, said]) => arrivalOf(messageId, said));
  const ids = arrived.map(({ messageId }) => messageId);
  const known = new Map(
    (await findBookings(tx, workspaceId, ids)).map((line) => [line.delivery.id, line]),
  );
  const news = arrived.filter((it) => isNews(known.get(it.messageId), it));
  if (news.length === 0) return;
  await lockLedger(tx, workspaceId, batch.now);
  await book(batch, news, known);
}

function failedOf(reports: ReadonlyMap<string, readonly IncomingStatus[]>): string[] {
  return [...reports].flatMap(([id, said]) =>
    said.some(({ status }) => status === "failed") ? [id] : [],
  );
}

/** When it was first seen to have arrived; a message that is read has been delivered. */
function arrivalOf(messageId: string, said: readonly IncomingStatus[]): Arrived[] {
  const arrivals = said
    .filter(({ status }) => status === "delivered" || status === "read" || status === "played")
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const [first] = arrivals;
  if (!first) return [];
  const told = arrivals.find(({ price }) => price !== undefined)?.price ?? null;
  return [{ messageId, at: first.at, told }];
}

function isNews(line: BookingLine | undefined, { at, told }: Arrived): boolean {
  if (!line) return true;
  return at.getTime() < line.delivery.atMs || (told !== null && line.told === null);
}

async function book(
  batch: Batch,
  news: readonly Arrived[],
  known: ReadonlyMap<string, BookingLine>,
): Promise<void> {
  const { tx, workspaceId } = batch;
  const byId = new Map(news.map((it) => [it.messageId, it]));
  const facts = await loadArrivals(tx, workspaceId, news);
  const fresh = facts.map((fact) => {
    const line = known.get(fact.messageId);
    const told = line?.told ?? byId.get(fact.messageId)?.told ?? null;
    // The earlier of what was booked and what is told: the moment of a later report changes nothing.
    return line && line.delivery.atMs <= fact.at.getTime()
      ? { ...line, told }
      : bookedOf(fact, told);
  });
  if (fresh.length === 0) return;
  const books = await openBooks(tx, workspaceId);
  // A line whose moment moves leaves the place that it had, which may be further on.
  const fromMs = Math.min(...fresh.map(({ delivery }) => delivery.atMs));
  await priceFrom(batch, books, new Date(fromMs), fresh);
  await forgetExpected(
    tx,
    workspaceId,
    fresh.map(({ delivery }) => delivery.id),
  );
  await noteAlarms(batch);
}

function bookedOf(fact: ArrivalFacts, told: ToldPrice | null): Booked {
  const { conversationId, contactId, memberId, campaignId, templateName, templateLanguage } = fact;
  return {
    delivery: {
      id: fact.messageId,
      atMs: fact.at.getTime(),
      acceptedAtMs: fact.acceptedAt.getTime(),
      category: fact.category,
      country: countryOfDigits(fact.phone?.replace(/\D/gu, "") ?? null),
      numberId: fact.channelId,
      personId: conversationId,
      accountId: fact.wabaId,
      lastInboundAtMs: fact.lastInboundAt?.getTime() ?? null,
      entryAtMs: fact.entryAt?.getTime() ?? null,
    },
    sent: { conversationId, contactId, memberId, campaignId, templateName, templateLanguage },
    told,
  };
}

/** Prices what is fresh, and everything that stands after its earliest. */
async function priceFrom(
  { tx, workspaceId }: Batch,
  books: Books,
  from: Date,
  fresh: readonly Booked[],
): Promise<void> {
  const standing = await listBookings(tx, workspaceId, from, MOST_AT_ONCE + 1);
  const isMuch = standing.length > MOST_AT_ONCE;
  const counted = new Map<string, number>();
  if (!isMuch) {
    for (const { counter } of standing) {
      if (counter !== null) counted.set(counter, (counted.get(counter) ?? 0) + 1);
    }
    await pricePage(books, { from, fresh, standing, counted });
    return;
  }
  // Priced as the last for the moment, and rightly by the job.
  const ids = new Set(fresh.map(({ delivery }) => delivery.id));
  const replaced = standing.filter(({ delivery }) => ids.has(delivery.id));
  for (const { counter } of replaced) {
    if (counter !== null) counted.set(counter, (counted.get(counter) ?? 0) + 1);
  }
  await pricePage(books, { from, fresh, standing: replaced, counted });
  await noteRebooking(tx, workspaceId, from);
  await enqueueRebooking(tx, workspaceId);
}

/** Something that a contact said, as far as prices depend on it. */
export type HeardSaying = {
  readonly conversationId: string;
  readonly at: Date;
  readonly entry: string | null;
};

/**
 * Keeps what of contacts' messages prices depend on: by what they came, and that
 * they had written before what has been booked already.
 */
export async function bookSayings(batch: Batch, said: readonly HeardSaying[]): Promise<void> {
  const { tx, workspaceId } = batch;
  await insertEntryPoints(
    tx,
    workspaceId,
    said.flatMap(({ conversationId, at, entry }) =>
      entry === null ? [] : [{ conversationId, at, source: entry }],
    ),
  );
  const earliest = await correctLateInbound(
    tx,
    workspaceId,
    said.map(({ conversationId, at, entry }) => ({ conversationId, at, entry: entry !== null })),
  );
  if (earliest === null) return;
  await lockLedger(tx, workspaceId, batch.now);
  await priceFrom(batch, await openBooks(tx, workspaceId), earliest, []);
}
