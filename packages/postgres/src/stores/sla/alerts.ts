import type { SlaTarget } from "@galka/core/sla/sla-policy";
import { type Member, may } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A clock of which a member is to hear. */
export type SlaAlertView = {
  readonly id: string;
  readonly conversationId: string;
  readonly contactName: string;
  readonly target: SlaTarget;
  readonly is: "soon" | "broken";
  readonly at: Date;
  readonly dueAt: Date;
  readonly isSeen: boolean;
};

const MOST = 50;
const WEEK_MS = 7 * 24 * 60 * 60_000;

/**
 * What a member is to hear of, the latest first: of their own conversations what
 * will soon be due and what was broken, and of everybody's what was broken when
 * they may give conversations to others.
 */
export async function listSlaAlerts(tx: Tx, member: Member, now: Date): Promise<SlaAlertView[]> {
  const { workspaceId, id } = member;
  const since = new Date(now.getTime() - WEEK_MS);
  const whose = may(member, "conversations.assign") ? sql`true` : sql`k.member_id = ${id}`;
  const { rows } = await sql<SlaAlertView>`
    select a.*, a.at <= coalesce((select s.until from sla_seen s
                                   where s.workspace_id = ${workspaceId} and s.member_id = ${id}), '-infinity') as "isSeen",
           coalesce(ct.name, ct.profile_name, '') as "contactName"
      from (
        (select k.id, k.conversation_id as "conversationId", k.target, 'broken' as is, k.told_at as at, k.due_at as "dueAt"
           from sla_clocks k
          where k.workspace_id = ${workspaceId} and k.told_at > ${since} and ${whose}
          order by k.told_at desc limit ${MOST})
        union all
        (select k.id, k.conversation_id, k.target, 'soon', k.warned_at, k.due_at
           from conversations c
           join sla_clocks k on k.workspace_id = c.workspace_id and k.conversation_id = c.id
          where c.workspace_id = ${workspaceId} and c.assignee_id = ${id} and c.status <> 'closed'
            and k.warned_at is not null and k.ended_at is null and k.outcome is null and k.due_at is not null
          order by k.warned_at desc limit ${MOST})) a
      join conversations c on c.workspace_id = ${workspaceId} and c.id = a."conversationId"
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     order by a.at desc, a.id limit ${MOST}`.execute(tx);
  return rows;
}

/** Remembers that a member has seen what was told until now. */
export async function saveAlertsSeen(tx: Tx, member: Member, now: Date): Promise<void> {
  await sql`
    insert into sla_seen (workspace_id, member_id, until) values (${member.workspaceId}, ${member.id}, ${now})
    on conflict (workspace_id, member_id) do update set until = greatest(sla_seen.until, excluded.until)`.execute(
    tx,
  );
}
