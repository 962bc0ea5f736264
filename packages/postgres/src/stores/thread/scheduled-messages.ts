import type { Id, WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Database, Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export type ScheduledState = "waiting" | "sent" | "failed" | "cancelled";

/** A message that waits for its time, or could not be sent at it. */
export type ScheduledMessage = {
  readonly id: string;
  readonly conversationId: string;
  /** Null for a contact who has no name. */
  readonly contactName: string | null;
  readonly authorMemberId: string;
  readonly clientId: string;
  /** As the API took it; parsed by whoever sends it. */
  readonly draft: unknown;
  readonly replyToId: string | null;
  readonly sendAt: Date;
  readonly state: ScheduledState;
  readonly refusal: unknown;
  readonly createdAt: Date;
};

const SELECT = sql`
  select id, conversation_id as "conversationId", author_member_id as "authorMemberId",
         client_id as "clientId", draft, reply_to_id as "replyToId", send_at as "sendAt", state,
         refusal, created_at as "createdAt",
         (select coalesce(ct.name, ct.profile_name)
            from conversations c
            join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
           where c.workspace_id = scheduled_messages.workspace_id
             and c.id = scheduled_messages.conversation_id) as "contactName"
    from scheduled_messages`;

/** Keeps a message for later; false when its client has asked for it before. */
export async function insertScheduled(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Omit<ScheduledMessage, "contactName">,
): Promise<boolean> {
  const result = await sql`
    insert into scheduled_messages (workspace_id, id, conversation_id, author_member_id, client_id, draft,
                                    reply_to_id, send_at, state, created_at, updated_at)
    values (${workspaceId}, ${it.id}, ${it.conversationId}, ${it.authorMemberId}, ${it.clientId},
            ${jsonText(it.draft)}, ${it.replyToId}, ${it.sendAt}, ${it.state}, ${it.createdAt}, ${it.createdAt})
    on conflict (workspace_id, client_id) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Those that wait or have failed, of one conversation or of all, the next one first. */
export async function listScheduled(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: string | null,
): Promise<ScheduledMessage[]> {
  const where: RawBuilder<unknown> = conversationId
    ? sql`and conversation_id = ${conversationId}`
    : sql``;
  const { rows } = await sql<ScheduledMessage>`
    ${SELECT}
     where workspace_id = ${workspaceId} and state in ('waiting', 'failed') ${where}
     order by send_at, id limit 1000`.execute(tx);
  return rows;
}

export async function findScheduledOfClient(
  tx: Tx,
  workspaceId: WorkspaceId,
  clientId: string,
): Promise<ScheduledMessage | null> {
  const { rows } = await sql<ScheduledMessage>`
    ${SELECT} where workspace_id = ${workspaceId} and client_id = ${clientId}`.execute(tx);
  return rows[0] ?? null;
}

/** Locks it until `tx` ends, so that it is not changed while it is sent. */
export async function lockScheduled(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: Id<"scheduled-message">,
): Promise<ScheduledMessage | null> {
  const { rows } = await sql<ScheduledMessage>`
    ${SELECT} where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The next one whose time has come and that nobody else is sending, but those in `except`. */
export async function takeDue(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  except: readonly string[],
): Promise<ScheduledMessage | null> {
  const { rows } = await sql<ScheduledMessage>`
    ${SELECT}
     where workspace_id = ${workspaceId} and state = 'waiting' and send_at <= ${now}
       and not id = any(${[...except]}::uuid[])
     order by send_at, id limit 1 for update skip locked`.execute(tx);
  return rows[0] ?? null;
}

export type ScheduledChange = {
  readonly draft?: unknown;
  readonly sendAt?: Date;
  readonly state?: ScheduledState;
  readonly refusal?: object | null;
  readonly messageId?: string;
};

export async function updateScheduled(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, ...change }: ScheduledChange & { readonly id: string },
  now: Date,
): Promise<void> {
  const { draft, sendAt, state, refusal, messageId } = change;
  await sql`
    update scheduled_messages
       set draft = ${draft === undefined ? sql`draft` : jsonText(draft)},
           send_at = ${sendAt ?? sql`send_at`},
           state = ${state ?? sql`state`},
           refusal = ${refusal === undefined ? sql`refusal` : refusal === null ? null : jsonText(refusal)},
           message_id = ${messageId ?? sql`message_id`},
           updated_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Where messages wait whose time has come. */
export async function listWorkspacesWithDue(db: Database, now: Date): Promise<string[]> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from workspaces_with_due_messages(${now}::timestamptz)`.execute(db);
  return rows.map((row) => row.workspace_id);
}
