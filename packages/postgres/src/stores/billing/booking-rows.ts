import type { RateKind, Standing } from "@galka/core/billing/cards/rate-card";
import type { Booking } from "@galka/core/billing/charging/book-history";
import type {
  ChargeReason,
  ChargeType,
  OpenConversation,
} from "@galka/core/billing/charging/charge";
import type { BilledCategory, Delivery } from "@galka/core/billing/charging/delivery";
import type { ToldPrice } from "@galka/core/billing/told-price";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** What was sent, whose and by whom: what costs are asked for by. */
export type Sent = {
  readonly conversationId: string;
  readonly contactId: string;
  readonly memberId: string | null;
  readonly campaignId: string | null;
  readonly templateName: string | null;
  readonly templateLanguage: string | null;
};

/** A delivery as the books have it, before or after it has a price. */
export type Booked = {
  readonly delivery: Delivery;
  readonly sent: Sent;
  readonly told: ToldPrice | null;
};

/** A line of the books. */
export type BookingLine = Omit<Booking, "tier"> &
  Booked & {
    readonly tier: string | null;
    readonly agrees: boolean | null;
  };

type Row = {
  message_id: string;
  channel_id: string;
  waba_id: string;
  conversation_id: string;
  contact_id: string;
  member_id: string | null;
  campaign_id: string | null;
  template_name: string | null;
  template_language: string | null;
  accepted_at: Date;
  delivered_at: Date;
  category: BilledCategory;
  country: string;
  last_inbound_at: Date | null;
  entry_at: Date | null;
  day: string;
  tariff: string;
  card_from: string;
  currency: string;
  market: string;
  model: Booking["model"];
  type: ChargeType;
  charged_as: string;
  billable: boolean;
  reason: ChargeReason;
  rate: RateKind | null;
  amount_micros: number;
  standing: Standing;
  tier: string | null;
  counter: string | null;
  opens: boolean;
  conversation: OpenConversation | null;
  told: ToldPrice | null;
  agrees: boolean | null;
};

const COLUMNS = sql`
  message_id, channel_id, waba_id, conversation_id, contact_id, member_id, campaign_id, template_name,
  template_language, accepted_at, delivered_at, category, country, last_inbound_at, entry_at,
  day::text, tariff, card_from::text, currency, market, model, type, charged_as, billable, reason,
  rate, amount_micros::float8, standing, tier, counter, opens, conversation, told, agrees`;

/** Where a reading of the books goes on. */
export type BookPlace = { readonly at: Date; readonly acceptedAt: Date; readonly id: string };

/**
 * Lines in the order in which they are charged: from a moment on, or after a
 * place, and at most so many.
 */
export async function listBookings(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: Date | BookPlace,
  most: number,
): Promise<BookingLine[]> {
  const after =
    from instanceof Date
      ? sql`delivered_at >= ${from}`
      : sql`(delivered_at, accepted_at, message_id) > (${from.at}::timestamptz, ${from.acceptedAt}::timestamptz, ${from.id}::uuid)`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from bookings
     where workspace_id = ${workspaceId} and ${after}
     order by delivered_at, accepted_at, message_id limit ${most}`.execute(tx);
  return rows.map(fromRow);
}

/** Those of these messages that are in the books. */
export async function findBookings(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<BookingLine[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${COLUMNS} from bookings
     where workspace_id = ${workspaceId} and message_id = any(${[...messageIds]}::uuid[])`.execute(
    tx,
  );
  return rows.map(fromRow);
}

/** What a month's lines from a moment on have counted, to be taken off again. */
export async function countCounted(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ counter: string; count: number }>`
    select counter, count(*)::int as count from bookings
     where workspace_id = ${workspaceId} and delivered_at >= ${from} and counter is not null
     group by counter`.execute(tx);
  return new Map(rows.map(({ counter, count }) => [counter, count]));
}

/** Writes lines down, in the place of what stood there of the same messages. */
export async function saveBookings(
  tx: Tx,
  workspaceId: WorkspaceId,
  lines: readonly BookingLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({ workspace_id: workspaceId, ...toRow(line) }));
  await sql`
    insert into bookings
    select line.* from jsonb_populate_recordset(null::bookings, ${jsonText(rows)}::jsonb) line
    on conflict (workspace_id, message_id) do update set
      accepted_at = excluded.accepted_at, delivered_at = excluded.delivered_at,
      last_inbound_at = excluded.last_inbound_at, entry_at = excluded.entry_at,
      day = excluded.day, tariff = excluded.tariff, card_from = excluded.card_from,
      currency = excluded.currency, market = excluded.market, model = excluded.model,
      type = excluded.type, charged_as = excluded.charged_as, billable = excluded.billable,
      reason = excluded.reason, rate = excluded.rate, amount_micros = excluded.amount_micros,
      standing = excluded.standing, tier = excluded.tier, counter = excluded.counter,
      opens = excluded.opens, conversation = excluded.conversation,
      expires_at = excluded.expires_at, told = excluded.told, agrees = excluded.agrees`.execute(tx);
}

function toRow(line: BookingLine) {
  const { delivery, sent, conversation } = line;
  return {
    message_id: delivery.id,
    channel_id: delivery.numberId,
    waba_id: delivery.accountId,
    conversation_id: sent.conversationId,
    contact_id: sent.contactId,
    member_id: sent.memberId,
    campaign_id: sent.campaignId,
    template_name: sent.templateName,
    template_language: sent.templateLanguage,
    accepted_at: new Date(delivery.acceptedAtMs),
    delivered_at: new Date(delivery.atMs),
    category: delivery.category,
    country: delivery.country,
    last_inbound_at: dateOf(delivery.lastInboundAtMs),
    entry_at: dateOf(delivery.entryAtMs),
    day: line.day,
    tariff: line.tariffId,
    card_from: line.cardFrom,
    currency: line.currency,
    market: line.market,
    model: line.model,
    type: line.type,
    charged_as: line.category,
    billable: line.billable,
    reason: line.reason,
    rate: line.rate,
    amount_micros: line.amountMicros,
    standing: line.standing,
    tier: line.tier,
    counter: line.counter,
    opens: line.opens,
    conversation,
    expires_at: dateOf(conversation?.expiresAtMs ?? null),
    told: line.told,
    agrees: line.agrees,
  };
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

function fromRow(row: Row): BookingLine {
  return {
    delivery: {
      id: row.message_id,
      atMs: row.delivered_at.getTime(),
      acceptedAtMs: row.accepted_at.getTime(),
      category: row.category,
      country: row.country,
      numberId: row.channel_id,
      personId: row.conversation_id,
      accountId: row.waba_id,
      lastInboundAtMs: row.last_inbound_at?.getTime() ?? null,
      entryAtMs: row.entry_at?.getTime() ?? null,
    },
    sent: {
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      memberId: row.member_id,
      campaignId: row.campaign_id,
      templateName: row.template_name,
      templateLanguage: row.template_language,
    },
    told: row.told,
    agrees: row.agrees,
    day: row.day,
    tariffId: row.tariff,
    cardFrom: row.card_from,
    currency: row.currency,
    market: row.market,
    model: row.model,
    type: row.type,
    category: row.charged_as,
    billable: row.billable,
    reason: row.reason,
    rate: row.rate,
    amountMicros: row.amount_micros,
    standing: row.standing,
    tier: row.tier,
    conversation: row.conversation,
    opens: row.opens,
    counter: row.counter,
  };
}
