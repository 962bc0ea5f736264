import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";

/** A report that names one of our attempts: proof that the channel took it. */
export type SendEvidence = { readonly sendId: string; readonly wamid: string };

export type ProvenSend = {
  readonly id: string;
  readonly channelId: string;
  readonly kind: "message" | "reaction" | "read-receipt";
  readonly messageId: string | null;
  readonly payload: unknown;
};

/**
 * Makes sends accepted that are proven to be.
 *
 * Even one that waits to be tried once more: what was accepted has been sent,
 * and sending it again would be the second time. A message that a member had
 * left as failed has not failed then. Answers all sends that were named,
 * whatever their state was.
 */
export async function acceptProven(
  tx: Tx,
  workspaceId: WorkspaceId,
  evidence: readonly SendEvidence[],
  now: Date,
): Promise<ProvenSend[]> {
  if (evidence.length === 0) return [];
  const ids = evidence.map(({ sendId }) => sendId);
  const { rows } = await sql<ProvenSend & { readonly isAccepted: boolean }>`${PLAN_KEPT}
    select id, channel_id as "channelId", kind, message_id as "messageId", payload,
           state = 'accepted' as "isAccepted"
      from sends where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx);
  // What is accepted stays so: nothing is to be locked for it.
  const open = new Set(rows.flatMap(({ id, isAccepted }) => (isAccepted ? [] : [id])));
  const news = evidence.filter(({ sendId }) => open.has(sendId));
  if (news.length > 0) await accept(tx, workspaceId, news, now);
  return rows;
}

async function accept(
  tx: Tx,
  workspaceId: WorkspaceId,
  evidence: readonly SendEvidence[],
  now: Date,
): Promise<void> {
  const ids = evidence.map(({ sendId }) => sendId);
  // In one order with whoever writes down how attempts ended.
  await sql`
    select from sends
     where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
     order by id for update`.execute(tx);
  await sql`
    update messages m set status = 'accepted', failure = null
      from sends s
     where s.workspace_id = ${workspaceId} and s.id = any(${ids}::uuid[]) and s.state = 'cancelled'
       and m.workspace_id = ${workspaceId} and m.id = s.message_id
       and m.status = 'failed' and m.failure ->> 'code' is null`.execute(tx);
  await sql`
    update sends s
       set state = 'accepted', wamid = coalesce(s.wamid, e.wamid), error = null,
           settled_at = coalesce(s.settled_at, ${now})
      from unnest(${ids}::uuid[], ${evidence.map(({ wamid }) => wamid)}::text[]) as e (id, wamid)
     where s.workspace_id = ${workspaceId} and s.id = e.id
       and s.state in ('queued', 'dispatching', 'ambiguous', 'unsent', 'cancelled')`.execute(tx);
}
