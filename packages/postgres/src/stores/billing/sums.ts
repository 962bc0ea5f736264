import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** How much these months have had of what is counted, by counter. */
export async function loadCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  months: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ counter: string; count: number }>`
    select counter, count::float8 from price_counters
     where workspace_id = ${workspaceId} and right(counter, 7) = any(${[...months]}::text[])`.execute(
    tx,
  );
  return new Map(rows.map(({ counter, count }) => [counter, count]));
}

export async function addCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  added: ReadonlyMap<string, number>,
): Promise<void> {
  const changed = [...added].filter(([, count]) => count !== 0).toSorted(byKey);
  if (changed.length === 0) return;
  await sql`
    insert into price_counters (workspace_id, counter, count)
    select ${workspaceId}, counter, count
      from unnest(${changed.map(([counter]) => counter)}::text[],
                  ${changed.map(([, count]) => count)}::bigint[]) as a (counter, count)
    on conflict (workspace_id, counter) do update
       set count = price_counters.count + excluded.count`.execute(tx);
}

/** What a day's lines of one kind come to, as a difference to what they came to before. */
export type SpendingChange = {
  readonly day: string;
  readonly channelId: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly messageCount: number;
  readonly chargedCount: number;
  readonly amountMicros: number;
};

export async function addSpending(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly SpendingChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into spending_days (workspace_id, day, channel_id, category, country, currency,
                               purpose, message_count, charged_count, amount_micros)
    select ${workspaceId}, c.day, c."channelId", c.category, c.country, c.currency,
           c.purpose, c."messageCount", c."chargedCount", c."amountMicros"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
           day date, "channelId" uuid, category text, country text, currency text,
           purpose text, "messageCount" bigint, "chargedCount" bigint, "amountMicros" bigint)
     order by 2, 3, 4, 5, 6, 7
    on conflict (workspace_id, day, channel_id, category, country, currency, purpose) do update
       set message_count = spending_days.message_count + excluded.message_count,
           charged_count = spending_days.charged_count + excluded.charged_count,
           amount_micros = spending_days.amount_micros + excluded.amount_micros`.execute(tx);
}

function byKey([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
