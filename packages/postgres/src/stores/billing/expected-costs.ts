import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What a message that is on its way is likely to cost. */
export type ExpectedCost = {
  readonly messageId: string;
  readonly channelId: string;
  readonly purpose: string;
  readonly currency: string;
  readonly amountMicros: number;
};

export async function insertExpected(
  tx: Tx,
  workspaceId: WorkspaceId,
  costs: readonly ExpectedCost[],
  now: Date,
): Promise<void> {
  if (costs.length === 0) return;
  await sql`
    insert into expected_costs (workspace_id, message_id, channel_id, purpose, currency, amount_micros, at)
    select ${workspaceId}, e."messageId", e."channelId", e.purpose, e.currency, e."amountMicros", ${now}
      from jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as e (
           "messageId" uuid, "channelId" uuid, purpose text, currency text, "amountMicros" bigint)
    on conflict do nothing`.execute(tx);
}

/**
 * They have arrived and are booked, or they never will be. Asks nothing where there are none.
 *
 * In one order: a report of a failure and the answer to the attempt may tell of the same messages at once.
 */
export async function forgetExpected(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await sql`
    delete from expected_costs
     where workspace_id = ${workspaceId} and message_id = any(array(
       select message_id from expected_costs
        where workspace_id = ${workspaceId} and message_id = any(${[...messageIds]}::uuid[])
        order by message_id for update))`.execute(tx);
}
