import type { SendState } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";
import { jsonText } from "../../json-text.ts";
import { isOwnedBy } from "./channel-leases.ts";
import type { Owned } from "./claimed-sends.ts";

/** How one attempt ended, ready to be written. */
export type Settlement = {
  readonly sendId: string;
  /** Null when it ended before there was an attempt: the send still waits. */
  readonly attemptId: string | null;
  /** Of the send as it was in hand: what was queued anew is another, and what was written is not written again. */
  readonly queuedAt: Date;
  readonly attemptCount: number;
  readonly state: SendState;
  readonly waitMs: number;
  readonly wamid: string | null;
  readonly error: object | null;
};

export type SettledSend = {
  readonly sendId: string;
  readonly messageId: string | null;
};

/** Whether the send `s` waits as it was in the hands of whoever reports `r`. */
const WAITS_AS_CLAIMED = sql<boolean>`
  s.state = 'queued' and s.attempt_count = r."attemptCount"
  and date_trunc('milliseconds', s.queued_at) = r."queuedAt"`;

/**
 * Writes down how attempts ended, in one statement; answers those that this was true of.
 *
 * An attempt's id is used once, so its end is known by nobody but whoever made
 * it. That end is taken whoever owns the number by then, even if the attempt was
 * held for ambiguous: that it was accepted or did not happen is more than
 * silence. An acceptance also ends what was queued again meanwhile.
 */
export async function settleSends(
  tx: Tx,
  owned: Owned,
  settlements: readonly Settlement[],
  now: Date,
): Promise<SettledSend[]> {
  if (settlements.length === 0) return [];
  const { workspaceId } = owned;
  const isMine = isOwnedBy(owned, owned.lease);
  const ids = settlements.map(({ sendId }) => sendId);
  const { rows } = await sql<SettledSend>`${PLAN_KEPT}
    with locked as materialized (
      -- In one order with whoever accepts sends by the reports of them.
      select id from sends
       where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
       order by id for update
    )
    update sends s
       set state = r.state,
           wamid = coalesce(r.wamid, s.wamid),
           error = r.error,
           attempt_count = s.attempt_count + case when r."attemptId" is null then 1 else 0 end,
           settled_at = case when r.state = 'queued' then null else ${now}::timestamptz end,
           not_before = case when r.state = 'queued'
             then now() + r."waitMs" * interval '1 millisecond' else s.not_before end
      from jsonb_to_recordset(${jsonText(settlements)}::jsonb)
           as r ("sendId" uuid, "attemptId" uuid, "queuedAt" timestamptz, "attemptCount" int, state text, "waitMs" float8,
                 wamid text, error jsonb)
      join locked on locked.id = r."sendId"
     where s.workspace_id = ${workspaceId} and s.id = any(${ids}::uuid[]) and s.id = r."sendId"
       and case
             when r."attemptId" is null then ${WAITS_AS_CLAIMED} and ${isMine}
             when s.attempt_id is distinct from r."attemptId"
               then r.state = 'queued' and ${WAITS_AS_CLAIMED} and ${isMine}
             when r.state = 'accepted' then s.state <> 'accepted'
             when r.state = 'ambiguous' then s.state = 'dispatching'
             else s.state in ('dispatching', 'ambiguous')
           end
    returning s.id as "sendId", s.message_id as "messageId"`.execute(tx);
  return rows;
}
