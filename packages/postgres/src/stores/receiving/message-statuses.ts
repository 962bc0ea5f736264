import type { WorkspaceId } from "@galka/core/kernel/ids";
import { STATUS_RANK } from "@galka/core/messages/status";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";
import { jsonText } from "../../json-text.ts";

/** The furthest that was reported of one message. */
export type StatusReport = {
  readonly messageId: string;
  readonly status: string;
  readonly at: Date;
  readonly failure: object | null;
};

export type MovedMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
};

const RANKS = JSON.stringify(STATUS_RANK);

/**
 * Moves messages forward, never back, in one statement; answers those that moved.
 * Of two reports of one status the earlier says when it came about.
 *
 * A failure is kept only while the message has failed: what was delivered after
 * all has nothing to explain.
 */
export async function advanceStatuses(
  tx: Tx,
  workspaceId: WorkspaceId,
  reports: readonly StatusReport[],
): Promise<MovedMessage[]> {
  if (reports.length === 0) return [];
  const ids = reports.map(({ messageId }) => messageId);
  const { rows } = await sql<MovedMessage>`${PLAN_KEPT}
    with reported as (
      select r.* from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb)
           as r ("messageId" uuid, status text, at timestamptz, failure jsonb)
    ), locked as (
      select m.id from messages m
       where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])
       order by m.id for update
    )
    update messages m
       set status = r.status, status_at = r.at,
           failure = case when r.status = 'failed' then r.failure end
      from reported r, locked
     where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])
       and m.id = locked.id and r."messageId" = m.id
       and ((${RANKS}::jsonb ->> r.status)::int > (${RANKS}::jsonb ->> m.status)::int
            or (r.status = m.status and r.at < m.status_at))
    returning m.id, m.conversation_id as "conversationId", m.channel_id as "channelId"`.execute(tx);
  return rows;
}

export type NamedMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly wamid: string;
};

/** What a message shows before anybody has reported of it. */
export const BEFORE_REPORTS = ["queued", "dispatching", "unknown"] as const;

/**
 * Gives messages the channel's ids that they were accepted under; one that has
 * an id keeps it. Answers those that had none.
 *
 * With `acceptedAt` they show in the same breath that they were accepted, unless
 * more is known of them: a row is written once for both.
 */
export async function nameMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  named: readonly { readonly messageId: string; readonly wamid: string }[],
  acceptedAt: Date | null,
): Promise<NamedMessage[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ messageId }) => messageId);
  const moves = sql`${acceptedAt}::timestamptz is not null and m.status = any(${[...BEFORE_REPORTS]}::text[])`;
  const { rows } = await sql<NamedMessage>`${PLAN_KEPT}
    update messages m
       set wamid = n.wamid,
           status = case when ${moves} then 'accepted' else m.status end,
           status_at = case when ${moves} then ${acceptedAt}::timestamptz else m.status_at end,
           failure = case when ${moves} then null else m.failure end
      from unnest(${ids}::uuid[],
                  ${named.map(({ wamid }) => wamid)}::text[]) as n (id, wamid)
     where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[]) and m.id = n.id
       and m.wamid is null
       and not exists (select from messages o
                        where o.workspace_id = ${workspaceId} and o.channel_id = m.channel_id
                          and o.wamid = n.wamid offset 0)
    returning m.id, m.conversation_id as "conversationId", m.channel_id as "channelId", m.wamid`.execute(
    tx,
  );
  return rows;
}

/** Sets a status that is not a report of the channel but what became of the send here. */
export async function setStatuses(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly StatusReport[],
  only: readonly string[],
): Promise<{ readonly id: string; readonly conversationId: string }[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<{ id: string; conversationId: string }>`${PLAN_KEPT}
    update messages m
       set status = r.status, status_at = r.at, failure = r.failure
      from jsonb_to_recordset(${jsonText(changes)}::jsonb)
           as r ("messageId" uuid, status text, at timestamptz, failure jsonb)
     where m.workspace_id = ${workspaceId} and m.id = r."messageId"
       and m.id = any(${changes.map(({ messageId }) => messageId)}::uuid[])
       and m.status = any(${[...only]}::text[]) and m.status <> r.status
    returning m.id, m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}
