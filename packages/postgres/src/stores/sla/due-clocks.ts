import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaTarget } from "@galka/core/sla/sla-policy";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** The workspaces in which a clock is to be told of. */
export async function listWorkspacesWithDueClocks(db: Database, now: Date): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ id: WorkspaceId }>`
    select workspace_id as id from workspaces_with_due_clocks(${now})`.execute(db);
  return rows.map(({ id }) => id);
}

/** A clock that has reached its warning or its end. */
export type ToldClock = {
  readonly id: string;
  readonly conversationId: string;
  readonly target: SlaTarget;
  readonly dueAt: Date;
  readonly policyName: string | null;
};

const RETURNING = sql`k.id, k.conversation_id as "conversationId", k.target, k.due_at as "dueAt",
  (select p.name from sla_policies p
    where p.workspace_id = k.workspace_id and p.id = k.policy_id) as "policyName"`;

/**
 * Locks the conversations whose clocks are to be told of, in the order of their
 * ids, until `tx` ends. One that somebody is just changing is left for the next time.
 */
export async function lockDueConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c
     where c.workspace_id = ${workspaceId} and c.id in (
       (select k.conversation_id from sla_clocks k
         where k.workspace_id = ${workspaceId} and k.told_at is null
           and (k.outcome is null or k.outcome = 'broken') and k.due_at <= ${now}
         order by k.due_at limit ${atMost})
       union
       (select k.conversation_id from sla_clocks k
         where k.workspace_id = ${workspaceId} and k.warned_at is null and k.outcome is null
           and k.warn_at <= ${now}
         order by k.warn_at limit ${atMost}))
     order by c.id for no key update skip locked`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Marks the clocks of these conversations that are due as broken and told; answers them. */
export async function breakDueClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
  now: Date,
): Promise<ToldClock[]> {
  const { rows } = await sql<ToldClock>`
    update sla_clocks k
       set told_at = ${now}, warned_at = coalesce(k.warned_at, ${now}), outcome = 'broken', decided_at = k.due_at,
           member_id = coalesce(k.member_id, c.assignee_id)
      from conversations c
     where k.workspace_id = ${workspaceId} and k.conversation_id = any(${[...conversationIds]}::uuid[])
       and k.told_at is null and (k.outcome is null or k.outcome = 'broken') and k.due_at <= ${now}
       and c.workspace_id = k.workspace_id and c.id = k.conversation_id
    returning ${RETURNING}`.execute(tx);
  await sql`
    update conversations c set sla_broken_at = least(c.sla_broken_at, k.due_at)
      from (select conversation_id, min(due_at) as due_at from sla_clocks
             where workspace_id = ${workspaceId} and id = any(${rows.map(({ id }) => id)}::uuid[])
               and ended_at is null
             group by 1) k
     where c.workspace_id = ${workspaceId} and c.id = k.conversation_id`.execute(tx);
  return rows;
}

/** Marks the clocks of these conversations that will soon be due as warned of; answers them. */
export async function warnOfClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
  now: Date,
): Promise<ToldClock[]> {
  const { rows } = await sql<ToldClock>`
    update sla_clocks k set warned_at = ${now}
     where k.workspace_id = ${workspaceId} and k.conversation_id = any(${[...conversationIds]}::uuid[])
       and k.warned_at is null and k.outcome is null and k.ended_at is null and k.warn_at <= ${now}
    returning ${RETURNING}`.execute(tx);
  return rows;
}

/** Locks the next conversations that may have clocks, in the order of ids from `after` on. */
export async function lockClocked(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: string | null,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from conversations
     where workspace_id = ${workspaceId} and status <> 'closed'
       and (waiting_since is not null or sla_case_at is not null)
       ${after === null ? sql`` : sql`and id > ${after}::uuid`}
     order by id limit ${atMost}
     for no key update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The conversations whose clocks are due first, those that were due before in front. */
export async function listDueIds(
  tx: Tx,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from conversations
     where workspace_id = ${workspaceId} and sla_due_at is not null
     order by sla_due_at, id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
