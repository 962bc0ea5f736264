import {
  type BillStart,
  openBill,
  pairKey,
  type Pair,
} from "@galka/core/billing/charging/book-history";
import type { BillingAccount } from "@galka/core/billing/charging/account";
import type { DayTariff, TariffChoice } from "@galka/core/billing/charging/terms";
import { campaignChangesOf, changesOf, inChargingOrder } from "@galka/core/billing/settle-lines";
import { META_TARIFFS } from "@galka/core/billing/tariffs/meta-tariffs";
import { BY_DATE } from "@galka/core/billing/tariffs/tariff-ids";
import { type OwnTariff, tariffOfOwn } from "@galka/core/billing/tariffs/own-tariff";
import { disagreements } from "@galka/core/billing/told-price";
import { tierName } from "@galka/core/billing/tariffs/volume-tiers";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import {
  type Booked,
  type BookingLine,
  saveBookings,
} from "@galka/postgres/stores/billing/booking-rows";
import { addCampaignCosts } from "@galka/postgres/stores/billing/campaign-costs";
import { type PriceSettings, findPriceSettings } from "@galka/postgres/stores/billing/ledger";
import { loadPairs } from "@galka/postgres/stores/billing/open-pairs";
import { listOwnTariffs } from "@galka/postgres/stores/billing/own-tariffs";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import { addCounts, addSpending, loadCounts } from "@galka/postgres/stores/billing/sums";

/** The bill of a workspace, open to be written in. */
export type Books = {
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly settings: PriceSettings;
  readonly choice: TariffChoice;
  readonly accounts: ReadonlyMap<string, BillingAccount>;
};

export async function openBooks(tx: Tx, workspaceId: WorkspaceId): Promise<Books> {
  const settings = await findPriceSettings(tx, workspaceId);
  const own = await listOwnTariffs(tx, workspaceId);
  const accounts = await loadPriceAccounts(tx, workspaceId);
  return { tx, workspaceId, settings, choice: choiceOf(settings, own), accounts };
}

/** A tariff by its name; one that is gone is Meta's of the day. */
export function tariffNamed(name: string, own: readonly OwnTariff[]): DayTariff {
  if (name === BY_DATE) return BY_DATE;
  const found = own.find(({ id }) => id === name);
  return found ? tariffOfOwn(found) : (META_TARIFFS.find(({ id }) => id === name) ?? BY_DATE);
}

function choiceOf(settings: PriceSettings, own: readonly OwnTariff[]): TariffChoice {
  const { tariff, tariffFrom, tariffBefore } = settings;
  const current = tariffNamed(tariff, own);
  if (tariffFrom === null) return current;
  const before = tariffNamed(tariffBefore ?? BY_DATE, own);
  return { on: (day) => (day < tariffFrom ? before : current) };
}

/** What is to be booked, and what stands in the books from the same moment on. */
export type Page = {
  readonly from: Date;
  readonly fresh: readonly Booked[];
  readonly standing: readonly BookingLine[];
  /** What the lines from that moment on have counted, also those that are not in the page. */
  readonly counted: ReadonlyMap<string, number>;
};

/**
 * Prices a page in the order of time, from what stood before it, and writes down
 * what has changed: the lines, what the month has had, and the sums by day.
 */
export async function pricePage(books: Books, page: Page): Promise<void> {
  const { tx, workspaceId } = books;
  const before = new Map(page.standing.map((line) => [line.delivery.id, line]));
  const fresh = new Set(page.fresh.map(({ delivery }) => delivery.id));
  const deliveries = [
    ...page.standing.filter(({ delivery }) => !fresh.has(delivery.id)),
    ...page.fresh,
  ].toSorted(inChargingOrder);
  const bill = openBill(books.choice, books.accounts, await startOf(books, page, deliveries));
  const lines = deliveries.map((booked) => lineOf(books, booked, bill.book(booked.delivery)));
  const changed = lines.filter((line) => !isSame(before.get(line.delivery.id), line));
  const replaced = changed.flatMap(({ delivery }) => before.get(delivery.id) ?? []);
  const { counts, spending } = changesOf(replaced, changed);
  await saveBookings(tx, workspaceId, changed);
  await addCounts(tx, workspaceId, counts);
  await addSpending(tx, workspaceId, spending);
  await addCampaignCosts(tx, workspaceId, campaignChangesOf(replaced, changed));
}

async function startOf(
  { tx, workspaceId }: Books,
  { from, counted }: Page,
  deliveries: readonly Booked[],
): Promise<BillStart> {
  const last = deliveries.at(-1)?.delivery.atMs ?? from.getTime();
  const counts = new Map(await loadCounts(tx, workspaceId, monthsOf(from.getTime(), last)));
  for (const [counter, count] of counted) counts.set(counter, (counts.get(counter) ?? 0) - count);
  const ids = deliveries.map(({ delivery }) => delivery.personId);
  const open = await loadPairs(tx, workspaceId, ids, from);
  const pairs = new Map<string, Pair>();
  for (const { delivery } of deliveries) {
    const pair = open.get(delivery.personId);
    if (pair) pairs.set(pairKey(delivery), pair);
  }
  return { counts, pairs };
}

const DAY_MS = 86_400_000;

/** The months that these moments can be in, wherever the account's clock stands. */
export function monthsOf(fromMs: number, toMs: number): string[] {
  const months = new Set<string>();
  for (let ms = fromMs - DAY_MS; ms < toMs + 2 * DAY_MS; ms += DAY_MS) {
    months.add(new Date(ms).toISOString().slice(0, 7));
  }
  return [...months];
}

function lineOf(
  { settings }: Books,
  { delivery, sent, told }: Booked,
  { tier, ...booking }: ReturnType<ReturnType<typeof openBill>["book"]>,
): BookingLine {
  // Another tariff than Meta's has nothing to agree with what Meta tells.
  const isMetas = settings.tariff === BY_DATE && told !== null;
  const agrees = isMetas ? disagreements(booking, told).length === 0 : null;
  return { ...booking, delivery, sent, told, agrees, tier: tier && tierName(tier) };
}

function isSame(one: BookingLine | undefined, other: BookingLine): boolean {
  return one !== undefined && JSON.stringify(shape(one)) === JSON.stringify(shape(other));
}

/** The parts of a line in one order, whatever made it. */
function shape(line: BookingLine) {
  const { delivery: it, told, conversation } = line;
  return [
    [it.atMs, it.acceptedAtMs, it.category, it.country, it.lastInboundAtMs, it.entryAtMs],
    [line.day, line.tariffId, line.cardFrom, line.currency, line.market, line.model, line.type],
    [line.category, line.billable, line.reason, line.rate, line.amountMicros, line.standing],
    [line.tier, line.counter, line.opens, line.agrees],
    conversation && [conversation.openedBy, conversation.expiresAtMs, conversation.charged],
    told && [told.billable, told.model, told.type, told.category],
  ];
}
