import { flag, int, text, textOrNull } from "../row.ts";
import type { Database, Row } from "../sqlite.ts";

/** One delivered message on the bill. */
export type BillLine = {
  readonly sendId: number;
  readonly wamid: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly recipient: string;
  readonly country: string;
  readonly market: string;
  readonly at: number;
  /** In the account's time zone. */
  readonly day: string;
  readonly tariff: string;
  readonly cardFrom: string;
  readonly currency: string;
  readonly model: string;
  readonly type: string;
  readonly category: string;
  readonly billable: boolean;
  readonly reason: string;
  readonly rate: string | null;
  readonly amountMicros: number;
  readonly standing: string;
  readonly tier: string | null;
  readonly conversationId: string | null;
  readonly conversationCategory: string | null;
  /** This message opened the conversation. */
  readonly opens: boolean;
  readonly templateId: string | null;
};

export function insertBillLine(db: Database, line: BillLine): void {
  db.run(
    "insert into bill_lines (send_id, wamid, waba_id, phone_number_id, recipient, country, market, at, day, tariff, card_from, currency, model, type, category, billable, reason, rate, amount_micros, standing, tier, conversation_id, conversation_category, opens, template_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    line.sendId,
    line.wamid,
    line.wabaId,
    line.phoneNumberId,
    line.recipient,
    line.country,
    line.market,
    line.at,
    line.day,
    line.tariff,
    line.cardFrom,
    line.currency,
    line.model,
    line.type,
    line.category,
    Number(line.billable),
    line.reason,
    line.rate,
    line.amountMicros,
    line.standing,
    line.tier,
    line.conversationId,
    line.conversationCategory,
    Number(line.opens),
    line.templateId,
  );
}

export function isBilled(db: Database, sendId: number): boolean {
  return db.get("select 1 from bill_lines where send_id = ?", sendId) !== undefined;
}

/** What was charged for a send; `null` when it is not on the bill. */
export function findAmount(
  db: Database,
  sendId: number,
): Pick<BillLine, "amountMicros" | "currency"> | null {
  const row = db.get("select amount_micros, currency from bill_lines where send_id = ?", sendId);
  if (row === undefined) return null;
  return { amountMicros: int(row, "amount_micros"), currency: text(row, "currency") };
}

/** Which lines are wanted; what is absent does not matter. */
export type LineFilter = {
  readonly wabaId?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  readonly recipient?: string | undefined;
  readonly wamid?: string | undefined;
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly category?: string | undefined;
  readonly country?: string | undefined;
  readonly market?: string | undefined;
  readonly tariff?: string | undefined;
  readonly model?: string | undefined;
  readonly type?: string | undefined;
  readonly reason?: string | undefined;
  readonly templateId?: string | undefined;
  readonly conversationId?: string | undefined;
  /** `regular` is what costs something or would if it were not zero; `free` is all else. */
  readonly charge?: "regular" | "free" | undefined;
  readonly opens?: boolean | undefined;
  /** Instants: from the first, before the second. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

const COLUMNS = {
  wabaId: "waba_id",
  phoneNumberId: "phone_number_id",
  recipient: "recipient",
  wamid: "wamid",
  day: "day",
  category: "category",
  country: "country",
  market: "market",
  tariff: "tariff",
  model: "model",
  type: "type",
  reason: "reason",
  templateId: "template_id",
  conversationId: "conversation_id",
} as const satisfies Partial<Record<keyof LineFilter, string>>;

type Condition = { readonly sql: string; readonly params: readonly (string | number)[] };

const CHARGED = "rate is not null";

export function lineCondition(filter: LineFilter): Condition {
  const parts: Condition[] = COLUMN_KEYS.flatMap((key) => {
    const value = filter[key];
    return value === undefined ? [] : [{ sql: `${COLUMNS[key]} = ?`, params: [value] }];
  });
  if (filter.month !== undefined)
    parts.push({ sql: "substr(day, 1, 7) = ?", params: [filter.month] });
  if (filter.charge !== undefined)
    parts.push({ sql: filter.charge === "regular" ? CHARGED : `not (${CHARGED})`, params: [] });
  if (filter.opens !== undefined) parts.push({ sql: "opens = ?", params: [Number(filter.opens)] });
  if (filter.from !== undefined) parts.push({ sql: "at >= ?", params: [filter.from] });
  if (filter.to !== undefined) parts.push({ sql: "at < ?", params: [filter.to] });
  return {
    sql: ["1 = 1", ...parts.map((it) => it.sql)].join(" and "),
    params: parts.flatMap((it) => it.params),
  };
}

const COLUMN_KEYS = [
  "wabaId",
  "phoneNumberId",
  "recipient",
  "wamid",
  "day",
  "category",
  "country",
  "market",
  "tariff",
  "model",
  "type",
  "reason",
  "templateId",
  "conversationId",
] as const;

/** In the order in which the messages were accepted. */
export function listBillLines(
  db: Database,
  filter: LineFilter,
  page: { readonly after: number; readonly limit: number },
): readonly BillLine[] {
  const { sql, params } = lineCondition(filter);
  return db
    .all(
      `select * from bill_lines where ${sql} and send_id > ? order by send_id limit ?`,
      ...params,
      page.after,
      page.limit,
    )
    .map(fromRow);
}

/** What lines can be counted by. */
export const GROUPS = {
  waba: "waba_id",
  number: "phone_number_id",
  day: "day",
  month: "substr(day, 1, 7)",
  category: "category",
  country: "country",
  market: "market",
  tariff: "tariff",
  type: "type",
  reason: "reason",
  rate: "coalesce(rate, '')",
  tier: "coalesce(tier, '')",
  standing: "standing",
  template: "coalesce(template_id, '')",
  unit: "amount_micros",
  conversation: "coalesce(conversation_category, '')",
  slot: "at / 1800000",
} as const;

export type GroupKey = keyof typeof GROUPS;

export type BillGroup = {
  readonly keys: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly messageCount: number;
  readonly chargedCount: number;
  /** How many conversations were opened. */
  readonly openedCount: number;
  readonly amountMicros: number;
};

/** Lines added up by what `by` names, and always by currency. */
export function groupBillLines(
  db: Database,
  filter: LineFilter,
  by: readonly GroupKey[],
): readonly BillGroup[] {
  const { sql, params } = lineCondition(filter);
  const keys = by.map((key, index) => `${GROUPS[key]} as k${index}`);
  const names = [...by.map((_, index) => `k${index}`), "currency"];
  return db
    .all(
      `select ${[...keys, "currency"].join(", ")}, count(*) as messages, coalesce(sum(${CHARGED}), 0) as charged, coalesce(sum(opens), 0) as opened, coalesce(sum(amount_micros), 0) as amount from bill_lines where ${sql} group by ${names.join(", ")} order by ${names.join(", ")}`,
      ...params,
    )
    .map((row) => ({
      keys: Object.fromEntries(by.map((key, index) => [key, text(row, `k${index}`)])),
      currency: text(row, "currency"),
      messageCount: int(row, "messages"),
      chargedCount: int(row, "charged"),
      openedCount: int(row, "opened"),
      amountMicros: int(row, "amount"),
    }));
}

function fromRow(row: Row): BillLine {
  return {
    sendId: int(row, "send_id"),
    wamid: text(row, "wamid"),
    wabaId: text(row, "waba_id"),
    phoneNumberId: text(row, "phone_number_id"),
    recipient: text(row, "recipient"),
    country: text(row, "country"),
    market: text(row, "market"),
    at: int(row, "at"),
    day: text(row, "day"),
    tariff: text(row, "tariff"),
    cardFrom: text(row, "card_from"),
    currency: text(row, "currency"),
    model: text(row, "model"),
    type: text(row, "type"),
    category: text(row, "category"),
    billable: flag(row, "billable"),
    reason: text(row, "reason"),
    rate: textOrNull(row, "rate"),
    amountMicros: int(row, "amount_micros"),
    standing: text(row, "standing"),
    tier: textOrNull(row, "tier"),
    conversationId: textOrNull(row, "conversation_id"),
    conversationCategory: textOrNull(row, "conversation_category"),
    opens: flag(row, "opens"),
    templateId: textOrNull(row, "template_id"),
  };
}
