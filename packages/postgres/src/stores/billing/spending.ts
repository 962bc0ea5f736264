import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What delivered messages have cost, by one part and currency. */
export type SpendingSum = {
  readonly key: string;
  /** Null for what is gone, or has no name but its key. */
  readonly name: string | null;
  readonly currency: string;
  readonly messageCount: number;
  readonly chargedCount: number;
  readonly amountMicros: number;
};

const SUMS = sql`
  sum(message_count)::float8 as "messageCount", sum(charged_count)::float8 as "chargedCount",
  sum(amount_micros)::float8 as "amountMicros"`;

type DayPart = "day" | "category" | "country" | "channel";
const DAY_KEYS: Readonly<Record<DayPart, RawBuilder<unknown>>> = {
  day: sql`s.day::text`,
  category: sql`s.category`,
  country: sql`s.country`,
  channel: sql`s.channel_id::text`,
};

/** By what stands in the sums of each day: as quick for a million messages as for ten. */
export async function sumDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  period: Period,
  by: DayPart,
): Promise<SpendingSum[]> {
  const name =
    by === "channel"
      ? sql`(select c.name from channels c
    where c.workspace_id = ${workspaceId} and c.id::text = summed.key)`
      : sql`null`;
  const { rows } = await sql<SpendingSum>`
    select summed.*, ${name} as name
      from (select ${DAY_KEYS[by]} as key, s.currency, ${SUMS} from spending_days s
             where s.workspace_id = ${workspaceId} and s.day between ${period.from}::date and ${period.to}::date
             group by 1, 2) summed
     where summed."messageCount" > 0
     order by ${by === "day" ? sql`key` : sql`"amountMicros" desc, "messageCount" desc, key`}`.execute(
    tx,
  );
  return rows;
}

export type LinePart = "campaign" | "template" | "member" | "label" | "conversation" | "reason";

/** A conversation with two labels counts for both; whatever has no such part is left out. */
const LINE_PARTS: Readonly<
  Record<LinePart, { readonly key: string; readonly name: string; readonly joins?: string }>
> = {
  campaign: { key: "b.campaign_id::text", name: "campaigns" },
  template: { key: "b.template_name", name: "" },
  member: { key: "b.member_id::text", name: "members" },
  label: {
    key: "l.label_id::text",
    name: "labels",
    joins: `join conversation_labels l on l.workspace_id = b.workspace_id and l.conversation_id = b.conversation_id`,
  },
  conversation: { key: "b.conversation_id::text", name: "conversation" },
  reason: { key: "b.reason", name: "" },
};

/** By what only the lines themselves know. */
export async function sumLines(
  tx: Tx,
  workspaceId: WorkspaceId,
  period: Period,
  { by, most }: { readonly by: LinePart; readonly most: number },
): Promise<SpendingSum[]> {
  const part = LINE_PARTS[by];
  const { rows } = await sql<SpendingSum>`
    select summed.*, ${nameOf(part.name, workspaceId)} as name
      from (select ${sql.raw(part.key)} as key, b.currency, count(*)::float8 as "messageCount",
                   count(*) filter (where b.amount_micros > 0)::float8 as "chargedCount",
                   sum(b.amount_micros)::float8 as "amountMicros"
              from bookings b ${sql.raw(part.joins ?? "")}
             where b.workspace_id = ${workspaceId} and b.day between ${period.from}::date and ${period.to}::date
               and ${sql.raw(part.key)} is not null
             group by 1, 2) summed
     order by "amountMicros" desc, "messageCount" desc, key limit ${most}`.execute(tx);
  return rows;
}

function nameOf(table: string, workspaceId: WorkspaceId): RawBuilder<unknown> {
  if (table === "") return sql`null`;
  if (table === "conversation") {
    return sql`(select coalesce(ct.name, ct.profile_name) from conversations c
                  join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
                 where c.workspace_id = ${workspaceId} and c.id::text = summed.key)`;
  }
  return sql`(select n.name from ${sql.table(table)} n
               where n.workspace_id = ${workspaceId} and n.id::text = summed.key)`;
}
