import type { Priority } from "@galka/core/conversations/work";
import { PRIORITIES } from "@galka/core/conversations/work";
import type { Given } from "@galka/core/distribution/distribute";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Only one at a time gives conversations of a workspace to its members, until `tx` ends. */
export async function lockDistribution(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('galka.distribution'), hashtext(${workspaceId}))`.execute(
    tx,
  );
}

/** The policy of each conversation `c`, as `policyOf` of core finds it. */
const WITH_POLICY = sql`
  left join distribution_policies pt
    on pt.workspace_id = c.workspace_id and pt.team_id = c.team_id
  left join distribution_policies pc
    on pc.workspace_id = c.workspace_id and pc.channel_id = c.channel_id
  left join distribution_policies pe
    on pe.workspace_id = c.workspace_id and pe.team_id is null and pe.channel_id is null`;
const POLICY = sql`coalesce(pt.policy, pc.policy, pe.policy)`;

export type WaitingRow = {
  readonly id: string;
  readonly channelId: string;
  readonly teamId: string | null;
  readonly priority: Priority;
  readonly waitingSince: Date;
  readonly labelIds: readonly string[];
  readonly language: string | null;
  readonly lastMemberId: string | null;
  readonly responsibleId: string | null;
  readonly passedById: string | null;
};

/**
 * The first of the queue: open conversations that nobody has, where they are
 * given by themselves. One that somebody else is just changing is left to them.
 */
export async function lockWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  atMost: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select c.id, c.channel_id as "channelId", c.team_id as "teamId", c.priority,
           coalesce(c.waiting_since, c.status_at, c.created_at) as "waitingSince",
           (select coalesce(array_agg(l.label_id::text), '{}') from conversation_labels l
             where l.workspace_id = c.workspace_id and l.conversation_id = c.id) as "labelIds",
           nullif(lower(ct.fields ->> 'language'), '') as language,
           c.answered_by_id as "lastMemberId", ct.responsible_id as "responsibleId",
           c.passed_by_id as "passedById"
      from conversations c
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
      ${WITH_POLICY}
     where c.workspace_id = ${workspaceId} and c.status = 'open' and c.assignee_id is null
       and ${POLICY} ->> 'method' <> 'manual'
     order by case when ${POLICY} ->> 'order' = 'urgent'
                   then array_position(${[...PRIORITIES]}::text[], c.priority)
                   else array_position(${[...PRIORITIES]}::text[], 'normal') end,
              coalesce(c.waiting_since, c.status_at, c.created_at), c.id
     limit ${atMost}
     for update of c skip locked`.execute(tx);
  return rows;
}

/** Gives each to its member, in turn, and answers nothing about those that are not open and free. */
export async function giveConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  given: readonly Given[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return;
  const json = JSON.stringify(given);
  await sql`
    update conversations c
       set assignee_id = g."memberId", assigned_at = ${now}, passed_by_id = null
      from jsonb_to_recordset(${json}::jsonb) as g ("conversationId" uuid, "memberId" uuid)
     where c.workspace_id = ${workspaceId} and c.id = g."conversationId"`.execute(tx);
  await sql`
    insert into distribution_turns (workspace_id, member_id, turn)
    select ${workspaceId}, g."memberId",
           (select coalesce(max(turn), 0) from distribution_turns where workspace_id = ${workspaceId}) + max(g.n)
      from rows from (jsonb_to_recordset(${json}::jsonb) as ("conversationId" uuid, "memberId" uuid))
           with ordinality as g ("conversationId", "memberId", n)
     group by g."memberId" order by g."memberId"
    on conflict (workspace_id, member_id) do update set turn = excluded.turn`.execute(tx);
}

/** Takes reopened conversations from who had them, where they are given anew; answers which, and from whom. */
export async function freeReopened(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<{ id: string; assigneeId: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; assigneeId: string }>`
    update conversations u set assignee_id = null, assigned_at = null
      from conversations c ${WITH_POLICY}
     where u.workspace_id = ${workspaceId} and u.id = any(${[...ids]}::uuid[])
       and c.workspace_id = u.workspace_id and c.id = u.id
       and c.assignee_id is not null and ${POLICY} ->> 'method' <> 'manual'
    returning u.id, c.assignee_id as "assigneeId"`.execute(tx);
  return rows;
}

export type SilentRow = {
  readonly id: string;
  readonly channelId: string;
  readonly teamId: string | null;
  readonly assigneeId: string;
  /** Since when this member lets the contact wait. */
  readonly since: Date;
  readonly takeOverMinutes: number;
};

/** Conversations whose contact waits longer, by the wall clock, than their policy lets one member be silent. */
export async function lockSilent(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  atMost: number,
): Promise<SilentRow[]> {
  const { rows } = await sql<SilentRow>`
    select c.id, c.channel_id as "channelId", c.team_id as "teamId", c.assignee_id as "assigneeId",
           greatest(c.waiting_since, c.assigned_at) as since,
           (${POLICY} ->> 'takeOverMinutes')::int as "takeOverMinutes"
      from conversations c ${WITH_POLICY}
     where c.workspace_id = ${workspaceId} and c.waiting_since is not null
       and c.status = 'open' and c.assignee_id is not null
       and greatest(c.waiting_since, c.assigned_at)
           <= ${now}::timestamptz - make_interval(mins => (${POLICY} ->> 'takeOverMinutes')::int)
     order by c.waiting_since, c.id
     limit ${atMost}
     for update of c skip locked`.execute(tx);
  return rows;
}

/** Nobody has these any more; who had them is not given them again while there is anybody else. */
export async function passOn(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update conversations set passed_by_id = assignee_id, assignee_id = null, assigned_at = null
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Opens what was put aside until now; answers which. */
export async function wakeSnoozed(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set status = 'open', status_at = ${now}, snoozed_until = null
     where workspace_id = ${workspaceId} and id in (
       select id from conversations
        where workspace_id = ${workspaceId} and status = 'snoozed' and snoozed_until <= ${now}
        order by id limit 1000 for update skip locked)
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}
