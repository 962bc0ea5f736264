import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Owned } from "./claimed-sends.ts";

/** A message whose end became unknown. */
export type DoubtedMessage = { readonly id: string; readonly conversationId: string };

/**
 * Ends what former owners of the number left unfinished.
 *
 * What they had only in hand waits as it did. What they were dispatching may be
 * out: a message becomes ambiguous, a receipt or a reaction is queued again,
 * since twice is as good as once. See core's `afterOwnerGone`.
 */
export async function endFormerEpochs(
  tx: Tx,
  { workspaceId, channelId, lease }: Owned,
  now: Date,
): Promise<DoubtedMessage[]> {
  const { rows } = await sql<DoubtedMessage>`
    with ended as (
      update sends
         set state = case when kind = 'message' then 'ambiguous' else 'queued' end,
             error = case when kind = 'message'
               then '{"reason": "The sender ended before the answer came."}'::jsonb else error end
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and state = 'dispatching' and epoch is distinct from ${lease.epoch}
      returning message_id, state
    )
    update messages m set status = 'unknown', status_at = ${now}
      from ended
     where m.workspace_id = ${workspaceId} and m.id = ended.message_id and ended.state = 'ambiguous'
       and m.status in ('queued', 'dispatching')
    returning m.id, m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}

/**
 * Doubts every message of the number that is not finished, even one that looks untouched.
 *
 * For a database that was restored or taken over by a standby: what was written
 * last before may be lost, and with it that a message was being sent. So may be
 * the reports that were heard meanwhile, which nobody repeats: no silence ever
 * proves that one of these did not go out.
 */
export async function doubtUnfinished(
  tx: Tx,
  { workspaceId, channelId }: Pick<Owned, "workspaceId" | "channelId">,
  now: Date,
): Promise<DoubtedMessage[]> {
  const { rows } = await sql<DoubtedMessage>`
    with doubted as (
      update sends
         set state = 'ambiguous', dispatched_at = coalesce(dispatched_at, ${now}),
             dispatch_no = null, dispatch_beat = null,
             error = '{"reason": "The database was restored while this was not finished."}'::jsonb
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and kind = 'message' and state in ('queued', 'dispatching', 'ambiguous', 'unsent')
      returning message_id
    )
    update messages m set status = 'unknown', status_at = ${now}
      from doubted
     where m.workspace_id = ${workspaceId} and m.id = doubted.message_id
       and m.status in ('queued', 'dispatching')
    returning m.id, m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}
