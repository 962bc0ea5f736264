import type { Purpose } from "../sends/send.ts";
import type { Booking } from "./charging/book-history.ts";
import { purposeOf } from "./charging/delivery.ts";

/** What lines come to by day, number, category, country, currency and purpose; as a difference it may be less than nothing. */
export type SpendingPart = {
  readonly day: string;
  readonly channelId: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  /** What was sent, whatever it is charged as: what budgets are for. */
  readonly purpose: Purpose;
  readonly messageCount: number;
  readonly chargedCount: number;
  readonly amountMicros: number;
};

/** The parts of a line that sums are made of. */
export type SummedLine = Pick<
  Booking,
  "delivery" | "day" | "category" | "currency" | "amountMicros" | "counter"
>;

/** What changes in the sums when `before` is replaced by `after`. */
export function changesOf(before: readonly SummedLine[], after: readonly SummedLine[]) {
  const counts = new Map<string, number>();
  const parts = new Map<string, SpendingPart>();
  for (const [lines, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const line of lines) {
      const { counter } = line;
      if (counter !== null) counts.set(counter, (counts.get(counter) ?? 0) + sign);
      add(parts, line, sign);
    }
  }
  const spending = [...parts.values()].filter(
    (it) => it.messageCount !== 0 || it.chargedCount !== 0 || it.amountMicros !== 0,
  );
  return { counts, spending };
}

function add(parts: Map<string, SpendingPart>, line: SummedLine, sign: 1 | -1): void {
  const { delivery, day, category, currency, amountMicros } = line;
  const { numberId: channelId, country } = delivery;
  const purpose = purposeOf(delivery);
  const key = `${day} ${channelId} ${category} ${country} ${currency} ${purpose}`;
  const known = parts.get(key);
  parts.set(key, {
    day,
    channelId,
    category,
    country,
    currency,
    purpose,
    messageCount: (known?.messageCount ?? 0) + sign,
    chargedCount: (known?.chargedCount ?? 0) + (amountMicros > 0 ? sign : 0),
    amountMicros: (known?.amountMicros ?? 0) + sign * amountMicros,
  });
}

/** What a campaign's lines come to in one currency, as a difference to what they came to before. */
export type CampaignChange = {
  readonly campaignId: string;
  readonly currency: string;
  readonly messageCount: number;
  readonly freeCount: number;
  readonly amountMicros: number;
};

type CampaignLine = Pick<Booking, "currency" | "amountMicros"> & {
  readonly sent: { readonly campaignId: string | null };
};

/** What changes in the sums of campaigns when `before` is replaced by `after`. */
export function campaignChangesOf(
  before: readonly CampaignLine[],
  after: readonly CampaignLine[],
): CampaignChange[] {
  const sums = new Map<string, CampaignChange>();
  for (const [lines, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { sent, currency, amountMicros } of lines) {
      const { campaignId } = sent;
      if (campaignId === null) continue;
      const key = `${campaignId} ${currency}`;
      const known = sums.get(key);
      sums.set(key, {
        campaignId,
        currency,
        messageCount: (known?.messageCount ?? 0) + sign,
        freeCount: (known?.freeCount ?? 0) + (amountMicros === 0 ? sign : 0),
        amountMicros: (known?.amountMicros ?? 0) + sign * amountMicros,
      });
    }
  }
  return [...sums.values()].filter(
    (it) => it.messageCount !== 0 || it.freeCount !== 0 || it.amountMicros !== 0,
  );
}

type Ordered = Pick<Booking, "delivery">;

/** The order in which deliveries are charged: of one second, that in which they were accepted. */
export function inChargingOrder({ delivery: one }: Ordered, { delivery: other }: Ordered): number {
  return (
    one.atMs - other.atMs ||
    one.acceptedAtMs - other.acceptedAtMs ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}
