import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type PersonsFile = {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
};

/** All that is kept of a person, by the names of the tables it is kept in. */
export type PersonsData = {
  readonly data: Readonly<Record<string, readonly object[]>>;
  readonly files: readonly PersonsFile[];
};

type Whole = { readonly whole: object };

/** What is kept of a contact, whole; null when there is none. Tables of every feature are found by what they hang on. */
export async function loadPerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<PersonsData | null> {
  const { rows: contacts } = await sql<Whole>`
    select to_jsonb(c) - 'workspace_id' as whole from contacts c
     where workspace_id = ${workspaceId} and id = ${contactId}`.execute(tx);
  if (contacts.length === 0) return null;
  const { rows: identities } = await sql<Whole>`
    select jsonb_build_object('kind', kind, 'value', value, 'since', created_at) as whole
      from contact_identities
     where workspace_id = ${workspaceId} and contact_id = ${contactId} order by kind, value`.execute(
    tx,
  );
  const { rows: conversations } = await sql<Whole & { id: string }>`
    select id, to_jsonb(c) - 'workspace_id' as whole from conversations c
     where workspace_id = ${workspaceId} and contact_id = ${contactId} order by created_at, id`.execute(
    tx,
  );
  const ids = conversations.map(({ id }) => id);
  const { rows: messages } = await sql<Whole>`
    select jsonb_build_object('id', m.id, 'conversation', m.conversation_id, 'direction', m.direction,
             'at', m.at, 'status', m.status, 'content', m.content, 'source', m.source,
             'reactions', (select coalesce(jsonb_agg(jsonb_build_object('by', r.by, 'emoji', r.emoji, 'at', r.at)), '[]')
                             from reactions r
                            where r.workspace_id = m.workspace_id and r.message_id = m.id and r.emoji <> '')) as whole
      from messages m
     where m.workspace_id = ${workspaceId} and m.conversation_id = any(${ids}::uuid[])
     order by m.at, m.id`.execute(tx);
  const dependents = {
    ...(await loadDependents(tx, workspaceId, "contact_id", [contactId])),
    ...(await loadDependents(tx, workspaceId, "conversation_id", ids)),
  };
  return {
    data: {
      contacts: contacts.map(({ whole }) => whole),
      identities: identities.map(({ whole }) => whole),
      conversations: conversations.map(({ whole }) => whole),
      messages: messages.map(({ whole }) => whole),
      ...dependents,
    },
    files: await loadFiles(tx, workspaceId, ids),
  };
}

async function loadDependents(
  tx: Tx,
  workspaceId: WorkspaceId,
  column: "contact_id" | "conversation_id",
  ids: readonly string[],
): Promise<Record<string, readonly object[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from tables_with_column(${column})`.execute(tx);
  const found: Record<string, readonly object[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<Whole>`
      select to_jsonb(t) - 'workspace_id' as whole from ${sql.table(name)} t
       where t.workspace_id = ${workspaceId} and t.${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(
      tx,
    );
    if (rows.length > 0) found[name] = rows.map(({ whole }) => whole);
  }
  return found;
}

async function loadFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
): Promise<PersonsFile[]> {
  const { rows } = await sql<PersonsFile>`
    select f.id, f.sha256, coalesce(f.media_type, '') as "mediaType" from files f
     where f.workspace_id = ${workspaceId} and f.state = 'stored' and f.sha256 is not null
       and f.id::text in (
         select (regexp_matches(m.content::text, '"fileId": "([0-9a-f-]{36})"', 'g'))[1]
           from messages m
          where m.workspace_id = ${workspaceId} and m.conversation_id = any(${[...conversationIds]}::uuid[]))
     order by f.id`.execute(tx);
  return rows;
}
