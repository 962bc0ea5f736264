import { RECIPIENT_STATE_OF } from "@galka/core/campaigns/recipient";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";

const STATES = JSON.stringify(RECIPIENT_STATE_OF);

/**
 * Has the people of campaigns follow their messages, and counts it, in one
 * statement and in the transaction in which the messages have changed.
 *
 * A report that somebody has stopped marketing may have been heard as their
 * withdrawal already, and is counted once.
 *
 * Answers those of the messages that nobody has to be told of: a campaign's
 * message in a closed conversation is on nobody's desk. So a campaign of a
 * million people is no storm of events.
 */
export async function followCampaigns(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`${PLAN_KEPT}
    with said as materialized (
      select m.id, m.campaign_id, m.conversation_id, ${STATES}::jsonb ->> m.status as state,
             case when m.status = 'failed' then coalesce(m.failure ->> 'code', m.failure ->> 'problem', 'not-sent') end as problem
        from messages m
       where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])
         and m.campaign_id is not null
    ), before as materialized (
      -- Each by its key, in one order: joined, all people of a campaign may be read for each message.
      select r.*, said.state as to_state, said.problem as to_problem
        from (select * from said order by campaign_id, id) said
       cross join lateral (
         select campaign_id, id, state as from_state, problem as from_problem, opted_out_at is null as stays
           from campaign_recipients
          where workspace_id = ${workspaceId} and campaign_id = said.campaign_id and id = said.id
            and state <> said.state for update) r
    ), moved as (
      update campaign_recipients r
         set state = b.to_state, problem = b.to_problem, state_at = ${now},
             opted_out_at = case when b.to_problem = '131050' then coalesce(r.opted_out_at, ${now})
                                 else r.opted_out_at end
        from before b
       where r.workspace_id = ${workspaceId} and r.campaign_id = b.campaign_id and r.id = b.id
         and r.id = any(array(select id from before))
      returning r.campaign_id, r.step, coalesce(r.variant, -1) as variant, b.from_state, b.from_problem,
                b.to_state, b.to_problem, b.stays
    ), told as (
      insert into campaign_tallies (workspace_id, campaign_id, step, variant, what, delta)
      select ${workspaceId}, campaign_id, step, variant, what, sum(delta)
        from (
          select campaign_id, step, variant, from_state as what, -1 as delta from moved
          union all
          select campaign_id, step, variant, to_state, 1 from moved
          union all
          select campaign_id, step, variant, 'failed ' || from_problem, -1 from moved
           where from_state = 'failed' and from_problem is not null
          union all
          select campaign_id, step, variant, 'failed ' || to_problem, 1 from moved
           where to_state = 'failed' and to_problem is not null
          union all
          select campaign_id, step, variant, 'out', 1 from moved
           where from_state in ('planned', 'queued', 'unknown') and to_state in ('sent', 'delivered', 'read')
          union all
          select campaign_id, step, variant, 'opted-out', 1 from moved where to_problem = '131050' and stays) d
       group by 2, 3, 4, 5 having sum(delta) <> 0
    )
    select said.id from said
     cross join lateral (
       select status from conversations
        where workspace_id = ${workspaceId} and id = said.conversation_id offset 0) c
     where c.status = 'closed'`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** How long after a campaign's message what a contact says counts as an answer to it. */
const ANSWER_DAYS = 7;

/**
 * Notes who answered a campaign, or tapped a button of its message: what was
 * just heard from contacts to whom one was sent within a week. Of one that failed
 * nobody is the reader.
 */
export async function noteAnswers(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await sql`${PLAN_KEPT}
    with heard as materialized (
      select m.id, m.conversation_id, m.reply_to_id, m.at,
             m.content ->> 'kind' = 'choice' and m.content ->> 'from' = 'template-button' as taps
        from messages m
       where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])
         and m.direction = 'in' and m.source = 'live' and m.content ->> 'kind' not in ('notice', 'rating')
         and exists (select from campaigns where workspace_id = ${workspaceId} and frozen_at is not null)
    ), answered as (
      select o.campaign_id, o.id, heard.conversation_id, min(heard.at) as at, min(heard.at) filter (where heard.taps) as tapped_at
        from heard
        cross join lateral (
          select c.id, c.campaign_id from messages c
           where c.workspace_id = ${workspaceId} and c.conversation_id = heard.conversation_id
             and c.at > heard.at - make_interval(days => ${ANSWER_DAYS}) and c.at <= heard.at + interval '1 minute'
             and c.direction = 'out' and c.campaign_id is not null and c.status <> 'failed'
             and (not heard.taps or heard.reply_to_id is null or c.id = heard.reply_to_id)
           order by c.at desc, c.id desc limit 1) o
       group by 1, 2, 3
    ), queued as (
      insert into campaign_answers (workspace_id, conversation_id, campaign_id)
      select ${workspaceId}, conversation_id, campaign_id from answered
       group by 2, 3 order by 2, 3
      on conflict do nothing
    ), before as materialized (
      select r.*
        from (select * from answered order by campaign_id, id) a
       cross join lateral (
         select campaign_id, id, answered_at, tapped_at from campaign_recipients
          where workspace_id = ${workspaceId} and campaign_id = a.campaign_id and id = a.id
            and (answered_at is null or (tapped_at is null and a.tapped_at is not null)) for update) r
    ), marked as (
      update campaign_recipients r
         set answered_at = coalesce(r.answered_at, a.at), tapped_at = coalesce(r.tapped_at, a.tapped_at)
        from before, answered a
       where r.workspace_id = ${workspaceId} and r.campaign_id = before.campaign_id and r.id = before.id
         and r.id = any(array(select id from before)) and a.id = before.id and a.campaign_id = before.campaign_id
      returning r.campaign_id, r.step, coalesce(r.variant, -1) as variant,
                before.answered_at is null as answers, before.tapped_at is null and r.tapped_at is not null as taps
    )
    insert into campaign_tallies (workspace_id, campaign_id, step, variant, what, delta)
    select ${workspaceId}, campaign_id, step, variant, what, count(*)
      from (
        select campaign_id, step, variant, 'answered' as what from marked where answers
        union all
        select campaign_id, step, variant, 'tapped' from marked where taps) d
     group by 2, 3, 4, 5`.execute(tx);
}

/** Notes that contacts have withdrawn their consent to marketing after a campaign's message. */
export async function noteOptOuts(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  now: Date,
): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`
    with last as materialized (
      select distinct on (r.contact_id) r.campaign_id, r.id
        from campaign_recipients r
       where r.workspace_id = ${workspaceId} and r.contact_id = any(${[...contactIds]}::uuid[])
         and r.state in ('unknown', 'sent', 'delivered', 'read') and r.queued_at > ${now}::timestamptz - make_interval(days => ${ANSWER_DAYS})
       order by r.contact_id, r.queued_at desc
    ), marked as (
      update campaign_recipients r set opted_out_at = ${now}
        from last
       where r.workspace_id = ${workspaceId} and r.campaign_id = last.campaign_id and r.id = last.id
         and r.opted_out_at is null
      returning r.campaign_id, r.step, coalesce(r.variant, -1) as variant
    )
    insert into campaign_tallies (workspace_id, campaign_id, step, variant, what, delta)
    select ${workspaceId}, campaign_id, step, variant, 'opted-out', count(*)
      from marked group by 2, 3, 4`.execute(tx);
}
