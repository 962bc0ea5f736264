import { type Identity } from "@galka/core/contacts/identity";
import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What is there of a person, by ids. */
export type Traces = {
  readonly contactIds: readonly string[];
  readonly identities: readonly Identity[];
  readonly conversationIds: readonly string[];
};

/** How much of what was erased. */
export type ErasedCounts = Readonly<Record<string, number>>;

/**
 * Waits until nothing is being applied and holds it off until `tx` ends, so
 * that nothing of somebody is filed while they are erased. Answers the last
 * position that is applied, and the last that was received.
 */
export async function holdApplying(
  tx: Tx,
): Promise<{ readonly applied: number; readonly received: number }> {
  await sql`select position from webhook_cursors order by shard for update`.execute(tx);
  const { rows } = await sql<{ applied: number; received: number }>`
    select coalesce((select min(position) from webhook_cursors), 0) as applied,
           coalesce((select max(position) from webhook_log), 0) as received`.execute(tx);
  return rows[0] ?? { applied: 0, received: 0 };
}

/** Everything that a contact is known by, with all conversations; whoever was merged into them is them. */
export async function findTraces(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<Traces> {
  const { rows: ids } = await sql<{ id: string }>`
    with recursive part(id) as (
      select ${contactId}::uuid
      union
      select m.loser_id from contact_merges m join part p on p.id = m.winner_id
       where m.workspace_id = ${workspaceId} and m.undone_at is null)
    select id from part`.execute(tx);
  const { rows: identities } = await sql<Identity>`
    select kind, value from contact_identities
     where workspace_id = ${workspaceId} and contact_id = ${contactId} order by kind, value`.execute(
    tx,
  );
  const { rows: conversations } = await sql<{ id: string }>`
    select id from conversations
     where workspace_id = ${workspaceId} and contact_id = ${contactId} order by id for update`.execute(
    tx,
  );
  return {
    contactIds: ids.map(({ id }) => id),
    identities,
    conversationIds: conversations.map(({ id }) => id),
  };
}

/**
 * Erases a contact with everything that is theirs. Answers how much it was, and
 * the hashes of contents that may be needed by nobody any more.
 */
export async function eraseContact(
  tx: Tx,
  workspaceId: WorkspaceId,
  { contactIds, conversationIds }: Traces,
): Promise<{ readonly counts: ErasedCounts; readonly hashes: readonly string[] }> {
  const conversations = [...conversationIds];
  const contacts = [...contactIds];
  const { rows: messages } = await sql<{ id: string }>`
    select id from messages
     where workspace_id = ${workspaceId} and conversation_id = any(${conversations}::uuid[])`.execute(
    tx,
  );
  const messageIds = messages.map(({ id }) => id);
  const fileIds = await filesOf(tx, workspaceId, conversations);
  await sql`
    delete from orphans o using messages m
     where o.workspace_id = ${workspaceId} and m.workspace_id = ${workspaceId}
       and m.conversation_id = any(${conversations}::uuid[])
       and o.channel_id = m.channel_id and o.wamid = m.wamid`.execute(tx);
  const sends = await sql`
    delete from sends
     where workspace_id = ${workspaceId}
       and (recipient = any(${contacts}::text[]) or message_id = any(${messageIds}::uuid[]))`.execute(
    tx,
  );
  const { rows: imports } = await sql<{ sha256: string | null }>`
    delete from chat_imports
     where workspace_id = ${workspaceId} and conversation_id = any(${conversations}::uuid[])
    returning report #>> '{source,sha256}' as sha256`.execute(tx);
  await sql`
    delete from contact_merges
     where workspace_id = ${workspaceId}
       and (winner_id = any(${contacts}::uuid[]) or loser_id = any(${contacts}::uuid[]))`.execute(
    tx,
  );
  await sql`select erase_consents(${contacts}::uuid[])`.execute(tx);
  await sql`select erase_dependents('message_id', ${messageIds}::uuid[]),
                   erase_dependents('conversation_id', ${conversations}::uuid[]),
                   erase_dependents('contact_id', ${contacts}::uuid[])`.execute(tx);
  await sql`
    delete from contacts where workspace_id = ${workspaceId} and id = any(${contacts}::uuid[])`.execute(
    tx,
  );
  const files = await eraseFiles(tx, workspaceId, fileIds);
  await sql`select forget_audit_of(${[...contacts, ...conversations, ...messageIds]}::uuid[])`.execute(
    tx,
  );
  return {
    counts: {
      conversations: conversations.length,
      messages: messageIds.length,
      sends: Number(sends.numAffectedRows ?? 0n),
      files: files.length,
      imports: imports.length,
    },
    hashes: [...files, ...imports.flatMap(({ sha256 }) => sha256 ?? [])],
  };
}

async function filesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct (regexp_matches(m.content::text, '"fileId": "([0-9a-f-]{36})"', 'g'))[1] as id
      from messages m
     where m.workspace_id = ${workspaceId} and m.conversation_id = any(${[...conversationIds]}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Removes files that nothing names any more; answers the hashes of their contents. */
export async function eraseFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ sha256: string | null }>`
    delete from files
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
       and id::text not in (select files_named_elsewhere(${[...ids]}::text[]))
    returning sha256`.execute(tx);
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
}

/** Takes what a person sent out of the webhooks of these positions; answers how many named them. */
export async function redactWebhooks(
  tx: Tx,
  needles: readonly string[],
  range: { readonly after: number; readonly upTo: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select redact_webhooks(${[...needles]}::text[], ${range.after}, ${range.upTo}) as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Removes what was parked about a person, and reports that wait: of the transaction's workspace, or of none. */
export async function eraseParked(tx: Tx, needles: readonly string[]): Promise<number> {
  await sql`
    delete from orphans where names_person(detail::text, ${[...needles]}::text[])`.execute(tx);
  const result = await sql`
    delete from parked_webhooks
     where names_person(member::text, ${[...needles]}::text[])
        or names_person(detail, ${[...needles]}::text[])`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Takes a person out of what is others' in the workspace; answers how many rows of which table. */
export async function redactWorkspace(
  tx: Tx,
  needles: readonly string[],
  before: Date,
): Promise<ErasedCounts> {
  const { rows } = await sql<{ counts: ErasedCounts }>`
    select redact_workspace(${[...needles]}::text[], ${before}) as counts`.execute(tx);
  return rows[0]?.counts ?? {};
}

/** Which of these contents nothing needs any more, in any workspace. */
export async function findUnusedContents(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select unused_contents(${[...hashes]}::text[]) as hash`.execute(tx);
  return rows.map(({ hash }) => hash);
}
