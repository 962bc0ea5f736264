import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import type { Member } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../database.ts";

/** Who changed something. */
export type Actor =
  | { readonly actor: "member" | "rule"; readonly actorId: string }
  | { readonly actor: "system" | "contact"; readonly actorId?: never };

/** A change as it is remembered: a verb on a noun, what it was about, and what it was before and after. */
export type AuditEntry = {
  readonly id: string;
  readonly by: Actor;
  readonly action: AuditAction;
  readonly subjectId?: string;
  /** Puts it among the lines of a conversation. */
  readonly conversationId?: string;
  readonly before?: AuditChange | null;
  readonly after?: AuditChange | null;
};

/** A change by this member. */
export function byMember(member: Member): Actor {
  return { actor: "member", actorId: member.id };
}

/** Remembers who changed what, in the transaction of the change. Never put a secret or a message's text in it. */
export async function recordAudit(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ by, ...rest }) => ({ ...rest, ...by }));
  await sql`
    insert into audit_entries (workspace_id, id, at, actor, actor_id, action, subject_id, conversation_id, before, after)
    select ${workspaceId}, e.id, ${now}, e.actor, e."actorId", e.action, e."subjectId", e."conversationId", e.before, e.after
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (
           id uuid, actor text, "actorId" uuid, action text, "subjectId" uuid, "conversationId" uuid,
           before jsonb, after jsonb)`.execute(tx);
}
