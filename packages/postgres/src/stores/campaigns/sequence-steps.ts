import type { SequenceStep } from "@galka/core/campaigns/plan";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type IdEnds, recipientId } from "./recipient-id.ts";

export type StepToPlan = {
  readonly campaignId: string;
  /** The number of the step, from 1 on. */
  readonly step: number;
  readonly rule: Pick<SequenceStep, "afterHours" | "unless">;
  readonly ids: IdEnds;
};

const AT_ONCE = 10_000;

/**
 * Plans the next message for those who got the one before so long ago and have
 * not answered, or not read; answers how many. Nobody is planned for twice, and
 * nobody who was written to before the campaign was stopped.
 */
export async function planStep(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, step, rule, ids }: StepToPlan,
  now: Date,
): Promise<number> {
  const silent =
    rule.unless === "answered"
      ? sql`r.answered_at is null`
      : sql`r.state <> 'read' and r.answered_at is null`;
  const result = await sql`
    insert into campaign_recipients (workspace_id, campaign_id, id, contact_id, step, part, n, state,
                                     due_at, variables, state_at)
    select ${workspaceId}, ${campaignId},
           ${recipientId(ids, sql.raw("s.hex"))},
           s.contact_id, ${step}, 1, s.n, 'planned', ${now}, s.variables, ${now}
      from (
        select r.contact_id, r.n, r.variables, lpad(to_hex(r.n), 8, '0') as hex
          from campaign_recipients r
         where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId}
           and r.step = ${step - 1} and r.state in ('sent', 'delivered', 'read') and r.opted_out_at is null
           and r.queued_at >= ${takenUpAt(workspaceId, campaignId)}
           and r.queued_at <= ${now}::timestamptz - make_interval(hours => ${rule.afterHours}::int)
           and ${silent}
           and not exists (select from campaign_recipients t
                            where t.workspace_id = ${workspaceId} and t.campaign_id = ${campaignId}
                              and t.contact_id = r.contact_id and t.step = ${step})
         order by r.n limit ${AT_ONCE}) s
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** When the last of a step's messages was moved to the sender whom the next may follow; null when none was. */
export async function lastQueuedAt(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  step: number,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(queued_at) as at from campaign_recipients
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and step = ${step}
       and queued_at >= ${takenUpAt(workspaceId, campaignId)}`.execute(tx);
  return rows[0]?.at ?? null;
}

/**
 * When a stopped campaign was taken up again for a few of its people. A stop ends
 * the sequence of all others: what they got before stays the last they get. Not
 * the stop is the mark, for another process may write to somebody in its moment.
 */
function takenUpAt(workspaceId: WorkspaceId, campaignId: string): RawBuilder<Date> {
  return sql`
    coalesce((select max(at) from campaign_moves
               where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
                 and move = 'reopen' and before = 'stopped'), '-infinity'::timestamptz)`;
}
