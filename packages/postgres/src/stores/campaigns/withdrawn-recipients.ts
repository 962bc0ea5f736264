import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";

/** So many people of a step and a variant whose state has changed. */
export type Moved = {
  readonly step: number;
  readonly variant: number;
  readonly state: string;
  readonly count: number;
};

/**
 * Takes back what lies before the sender and was never begun, in its hands or not;
 * answers whose it was. Their people are planned again, as if nobody had moved them:
 * the sender begins by the same rows, so each is either begun or taken back.
 * They are first again: by the order in which people are written to it is known
 * how far a database that was restored may have come without knowing it.
 */
export async function withdrawQueued(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  now: Date,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with waiting as (
      select s.id from sends s
       where s.workspace_id = ${workspaceId} and s.state = 'queued' and s.attempt_count = 0
         and s.channel_id = (select channel_id from campaigns
                              where workspace_id = ${workspaceId} and id = ${campaignId})
         and exists (select from campaign_recipients r
                      where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = s.id)
       for update of s skip locked
    ), gone as (
      delete from sends s using waiting
       where s.workspace_id = ${workspaceId} and s.id = waiting.id
      returning s.id
    ), unsaid as (
      delete from messages m using gone where m.workspace_id = ${workspaceId} and m.id = gone.id
      returning m.id, m.conversation_id
    ), empty as (
      update conversations c set last_message_id = null
        from unsaid where c.workspace_id = ${workspaceId} and c.id = unsaid.conversation_id
         and c.last_message_id = unsaid.id
    ), back as (
      update campaign_recipients r
         set state = 'planned', due_at = c.frozen_at, queued_at = null, state_at = ${now}
        from unsaid, campaigns c
       where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = unsaid.id
         and c.workspace_id = ${workspaceId} and c.id = ${campaignId}
      returning r.step, r.variant
    )
    select step, coalesce(variant, -1) as variant, 'queued' as state, count(*)::int as count
      from back group by 1, 2`.execute(tx);
  return rows;
}

/**
 * Cancels what waits before the sender to be tried again, or is in its hands and
 * was not begun; answers the messages. Their rows stay: evidence may come that
 * an attempt before has arrived.
 */
export async function cancelQueued(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ messageId: string }>`
    update sends s set state = 'cancelled', settled_at = ${now}
      from campaign_recipients r
     where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.state = 'queued'
       and s.workspace_id = ${workspaceId} and s.id = r.id and s.state = 'queued'
    returning s.message_id as "messageId"`.execute(tx);
  return rows.map(({ messageId }) => messageId);
}

/** Settles everybody who is still planned: the campaign was stopped. Answers how many they were. */
export async function skipPlanned(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  now: Date,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with settled as (
      update campaign_recipients
         set state = 'skipped', problem = 'stopped', due_at = null, state_at = ${now}
       where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and due_at is not null
      returning step, variant
    )
    select step, coalesce(variant, -1) as variant, 'planned' as state, count(*)::int as count
      from settled group by 1, 2`.execute(tx);
  return rows;
}

export type FailedWish = {
  readonly problems: readonly string[];
  /** Only who failed before this moment. */
  readonly before: Date;
  readonly mostAttempts: number;
};

/** Whether anybody who failed by one of these causes may be tried again, now or later. */
export async function awaitsAnother(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  wish: Omit<FailedWish, "before">,
): Promise<boolean> {
  const { rows } = await sql<{ awaits: boolean }>`
    select exists (select from campaign_recipients r where ${mayFollow(workspaceId, campaignId, wish)}) as awaits`.execute(
    tx,
  );
  return rows[0]?.awaits ?? false;
}

/** Whether anybody who may be tried again was written to after this moment, and nothing was heard of it yet. */
export async function awaitsReport(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  { since, mostAttempts }: { readonly since: Date; readonly mostAttempts: number },
): Promise<boolean> {
  // By their ids backward: whoever was written to last comes first, so that not all people are looked at.
  const { rows } = await sql<{ id: string }>`
    select id from campaign_recipients
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
       and state in ('sent', 'unknown') and state_at > ${since} and attempts < ${mostAttempts}
     order by id desc limit 1`.execute(tx);
  return rows.length > 0;
}

/** In a restored database those who failed before may have been tried again in the time that was lost. */
function mayFollow(
  workspaceId: WorkspaceId,
  campaignId: string,
  { problems, mostAttempts }: Omit<FailedWish, "before">,
): RawBuilder<boolean> {
  return sql`
    r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId}
    and r.problem = any(${[...problems]}::text[]) and r.state = 'failed' and r.attempts < ${mostAttempts}
    and r.state_at > coalesce((select doubted_at from campaigns
                                where workspace_id = ${workspaceId} and id = ${campaignId}), '-infinity')`;
}

/**
 * Plans people again who failed by one of these causes, each under an id of
 * their own, so that what became of the first message stays with it. Answers whom.
 * Whoever is of a first wave that has not all left stays of it: it waits for them.
 */
export async function replanFailed(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  wish: FailedWish & { readonly now: Date },
): Promise<(Moved & { readonly problem: string })[]> {
  const { rows } = await sql<Moved & { problem: string }>`
    with failed as materialized (
      select id, problem from campaign_recipients r
       where ${mayFollow(workspaceId, campaignId, wish)} and r.state_at <= ${wish.before}
       for update
    ), again as (
      update campaign_recipients r
         set id = gen_random_uuid(), state = 'planned', problem = null, due_at = ${wish.now},
             queued_at = null, state_at = ${wish.now}, attempts = r.attempts + 1,
             part = case when c.wave_sent_at is null then r.part else 1 end
        from failed, campaigns c
       where c.workspace_id = ${workspaceId} and c.id = ${campaignId}
         and r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = failed.id
      returning r.step, r.variant, failed.problem
    )
    select step, coalesce(variant, -1) as variant, 'failed' as state, problem, count(*)::int as count
      from again group by 1, 2, 4`.execute(tx);
  return rows;
}
