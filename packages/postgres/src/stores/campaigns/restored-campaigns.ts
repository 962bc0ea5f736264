import { RECIPIENT_STATE_OF, type RecipientState } from "@galka/core/campaigns/recipient";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { MARK_GOOD_FOR_MS } from "@galka/core/sends/marks";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Lost } from "../installation.ts";

/** The feeder is so far ahead of the sender at most, in seconds of the number's throughput. */
const SECONDS_AHEAD = 2;
/** A clock may be a little off, and a number was made faster since. */
const MARGIN = 1.2;
/** So long a sender may go on after it was last written down how far it is, and a group more. */
const UNMARKED_SECONDS = MARK_GOOD_FOR_MS / 1000 + 1;
/** Nobody writes to so many: a backup of last year is no reason for a number that no column holds. */
const MOST_PEOPLE = 100_000_000;

/**
 * Notes for every campaign that is not over how many of its people may have been
 * written to in the time that a restored database has forgotten: as many as the
 * number could send in it. Where it is known how many sends had begun, no more
 * than that, and what may have begun after it was written down.
 *
 * That time begins with the database's last mark, which nobody sets before this
 * is done. Other signs of life may be younger than the restoration: webhooks are
 * received and campaigns are fed by whoever is up first.
 *
 * Whom any campaign has failed until now, over or not, may have been tried again
 * in that time: they are not tried again.
 */
export async function doubtCampaigns(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, until, dispatched }: Lost,
  now: Date,
): Promise<void> {
  const unmarked = dispatched === null ? 0 : UNMARKED_SECONDS;
  const lostSeconds = Math.max(0, until.getTime() - from.getTime()) / 1000;
  const seconds = SECONDS_AHEAD + unmarked + MARGIN * lostSeconds;
  await sql`
    update campaigns k
       set doubted_left = k.doubted_left + least(
             ${dispatched}::int + ${unmarked}::int * c.throughput_per_second,
             ceil(c.throughput_per_second * ${seconds}::float8), ${MOST_PEOPLE}::int)
      from channels c
     where k.workspace_id = ${workspaceId} and c.workspace_id = ${workspaceId} and c.id = k.channel_id
       and k.state in ('scheduled', 'running', 'paused', 'held')`.execute(tx);
  await sql`
    update campaigns set doubted_at = ${now}
     where workspace_id = ${workspaceId} and frozen_at is not null`.execute(tx);
}

/** A report that names a message of ours of which nothing is known here. */
export type Proof = { readonly id: string; readonly status: keyof typeof RECIPIENT_STATE_OF };

const ORDER: readonly RecipientState[] = [
  "planned",
  "skipped",
  "unknown",
  "sent",
  "failed",
  "delivered",
  "read",
];

/**
 * Has people be written to of whom a report says that they were, in a time that
 * the database has lost: their ids were theirs before. Nobody writes to them again.
 */
export async function proveRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  proofs: readonly Proof[],
  now: Date,
): Promise<void> {
  if (proofs.length === 0) return;
  const rows = proofs.map(({ id, status }) => ({ id, state: RECIPIENT_STATE_OF[status] }));
  await sql`
    with proven as (
      select distinct on (p.id) p.id, p.state
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, state text)
       order by p.id, array_position(${[...ORDER]}::text[], p.state) desc
    ), before as materialized (
      select r.campaign_id, r.id, r.state, r.problem as from_problem
        from proven
        join campaigns k on k.workspace_id = ${workspaceId} and k.frozen_at is not null
        join campaign_recipients r
          on r.workspace_id = ${workspaceId} and r.campaign_id = k.id and r.id = proven.id
       where array_position(${[...ORDER]}::text[], proven.state)
             > array_position(${[...ORDER]}::text[], r.state)
         and not exists (select from messages m where m.workspace_id = ${workspaceId} and m.id = r.id)
       order by r.campaign_id, r.id for update of r
    ), moved as (
      update campaign_recipients r
         set state = proven.state, problem = null, due_at = null, state_at = ${now},
             queued_at = coalesce(r.queued_at, ${now})
        from before, proven
       where r.workspace_id = ${workspaceId} and r.campaign_id = before.campaign_id
         and r.id = before.id and proven.id = before.id
      returning r.campaign_id, r.step, coalesce(r.variant, -1) as variant,
                before.state as from_state, before.from_problem, r.state as to_state
    )
    insert into campaign_tallies (workspace_id, campaign_id, step, variant, what, delta)
    select ${workspaceId}, campaign_id, step, variant, what, sum(delta)
      from (
        select campaign_id, step, variant, from_state as what, -1 as delta from moved
        union all
        select campaign_id, step, variant, 'skipped ' || from_problem, -1 from moved
         where from_state = 'skipped' and from_problem is not null
        union all
        select campaign_id, step, variant, 'out', 1 from moved
         where to_state in ('sent', 'delivered', 'read') and from_state in ('planned', 'skipped', 'unknown')
        union all
        select campaign_id, step, variant, to_state, 1 from moved) d
     group by 2, 3, 4, 5 having sum(delta) <> 0`.execute(tx);
}
