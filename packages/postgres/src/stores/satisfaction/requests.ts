import { type ConversationId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Afterwards } from "@galka/core/satisfaction/answer";
import type { SkipReason } from "@galka/core/satisfaction/decide";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** Where somebody is to be asked, or thanked, by now. */
export async function listWorkspacesWithDueSatisfaction(
  db: Database,
  now: Date,
): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from workspaces_with_due_satisfaction(${now})`.execute(db);
  return rows.map(({ id }) => idOf<"workspace">(id));
}

export type DueRequest = { readonly id: string; readonly conversationId: ConversationId };

/**
 * The next closing whose wait is over, or whose answer waits for a word, but
 * those in `except`. Nothing is locked: the conversation has to be first, as
 * whoever closes or opens it has it.
 */
export async function findDueRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  except: readonly string[],
): Promise<DueRequest | null> {
  const { rows } = await sql<DueRequest>`
    select id, conversation_id as "conversationId"
      from satisfaction_requests
     where workspace_id = ${workspaceId}
       and (afterwards is not null or (state = 'waiting' and due_at <= ${now}))
       and not id = any(${[...except]}::uuid[])
     order by (afterwards is null), due_at, id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** What is to be done about a closing. */
export type SatisfactionRequest = {
  readonly id: string;
  readonly state: "waiting" | "asked" | "skipped";
  readonly closedAt: Date;
  readonly dueAt: Date;
  readonly language: string | null;
  readonly afterwards: Afterwards | null;
};

/** Locks it until `tx` ends: of several processes one asks, and the others see that it has. */
export async function lockRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<SatisfactionRequest | null> {
  const { rows } = await sql<SatisfactionRequest>`
    select id, state, closed_at as "closedAt", due_at as "dueAt", language, afterwards
      from satisfaction_requests where workspace_id = ${workspaceId} and id = ${id}
       for update`.execute(tx);
  return rows[0] ?? null;
}

/** What else a decision to ask depends on. */
export type AskSurroundings = {
  readonly beganAt: Date | null;
  readonly lastAskedAt: Date | null;
  readonly isBlocked: boolean;
  readonly hasOptedOut: boolean;
  readonly contactFields: Readonly<Record<string, string>>;
};

/**
 * What was closed began with the contact's first message after a day of silence,
 * or after the last time that they were asked about this conversation. Whether
 * they have opted out is what the channel said of it last, as it stands in their threads.
 */
export async function loadAskSurroundings(
  tx: Tx,
  workspaceId: WorkspaceId,
  about: {
    readonly conversationId: string;
    readonly contactId: string;
    readonly channelId: string;
    readonly closedAt: Date;
  },
): Promise<AskSurroundings> {
  const { conversationId, contactId, channelId, closedAt } = about;
  const { rows } = await sql<AskSurroundings>`
    select greatest(
             (select max(w.asked_at) from waits w
               where w.workspace_id = ${workspaceId} and w.conversation_id = ${conversationId}
                 and w.is_first and w.asked_at <= ${closedAt}),
             (select max(r.closed_at) from satisfaction_requests r
               where r.workspace_id = ${workspaceId} and r.conversation_id = ${conversationId}
                 and r.state = 'asked' and r.closed_at < ${closedAt})) as "beganAt",
           (select max(r.asked_at) from conversations o
              join satisfaction_requests r on r.workspace_id = o.workspace_id and r.conversation_id = o.id
             where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId}
               and r.state = 'asked') as "lastAskedAt",
           exists (select from contact_blocks b
                    where b.workspace_id = ${workspaceId} and b.channel_id = ${channelId}
                      and b.contact_id = ${contactId}) as "isBlocked",
           coalesce((select m.wamid like 'preference:%:stop:%' from conversations o
              join messages m on m.workspace_id = o.workspace_id and m.conversation_id = o.id
             where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId}
               and o.channel_id = ${channelId} and m.direction = 'in'
               and m.content ->> 'kind' = 'notice' and m.wamid like 'preference:%'
             order by m.at desc, m.id desc limit 1), false) as "hasOptedOut",
           (select ct.fields from contacts ct
             where ct.workspace_id = ${workspaceId} and ct.id = ${contactId}) as "contactFields"`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) throw new Error("What surrounds a closing gave no row.");
  return { ...found, contactFields: found.contactFields ?? {} };
}

export type AskedHow = {
  readonly by: "message" | "template";
  readonly token: string;
  readonly language: string;
};

export async function saveAsked(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { by, token, language, now }: AskedHow & { readonly now: Date },
): Promise<void> {
  await sql`
    update satisfaction_requests
       set state = 'asked', asked_at = ${now}, asked_by = ${by}, token = ${token}, language = ${language}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function saveSkipped(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  because: SkipReason,
): Promise<void> {
  await sql`
    update satisfaction_requests set state = 'skipped', skipped_because = ${because}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Nothing is left to be said; `said` is what was, null when it could not be. */
export async function saveAfterwards(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { said, now }: { readonly said: Afterwards | null; readonly now: Date },
): Promise<void> {
  await sql`
    update satisfaction_requests
       set afterwards = null,
           thanked_at = case when ${said}::text = 'thanks' then ${now}::timestamptz else thanked_at end,
           asked_why_at = case when ${said}::text = 'why' then ${now}::timestamptz else asked_why_at end
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
