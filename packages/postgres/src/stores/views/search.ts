import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import {
  CONTACT_COLUMNS,
  type ContactRow,
  type ContactView,
  contactFromRow,
  contactNeedle,
} from "./contact-list.ts";

/** What `search_messages` puts around the found parts: characters that no text has. */
const FOUND_OPENS = "\u{E000}";
const FOUND_CLOSES = "\u{E001}";

/** A piece of a text, found or between what was found. */
export type Marked = { readonly text: string; readonly hit: boolean };

export type FoundMessage = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactName: string;
  readonly direction: "in" | "out" | "note";
  readonly at: Date;
  readonly snippet: readonly Marked[];
};

export type FoundContact = {
  readonly contact: ContactView;
  readonly conversationId: string | null;
};

type FoundRow = {
  message_id: string;
  conversation_id: string;
  contact_name: string;
  direction: "in" | "out" | "note";
  at: Date;
  snippet: string;
};

/** Messages by their text, best first: word forms of both languages, and parts of words. */
export async function searchMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  text: string,
  limit: number,
): Promise<FoundMessage[]> {
  const rows = await sql<FoundRow>`
    select f.message_id, f.conversation_id, f.at, f.snippet, m.direction,
           coalesce(ct.name, ct.profile_name, (
             select i.value from contact_identities i
              where i.workspace_id = ct.workspace_id and i.contact_id = ct.id
              order by i.kind desc limit 1), '') as contact_name
      from search_messages(${text}, ${limit}, 0) with ordinality as f
      join messages m on m.workspace_id = ${workspaceId} and m.id = f.message_id
      join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
      join contacts ct on ct.workspace_id = ${workspaceId} and ct.id = c.contact_id
     order by f.ordinality`.execute(tx);
  return rows.rows.map((row) => ({
    messageId: row.message_id,
    conversationId: row.conversation_id,
    contactName: row.contact_name,
    direction: row.direction,
    at: row.at,
    snippet: markedOf(row.snippet),
  }));
}

/** The pieces of a snippet, as `search_messages` and `find_in_messages` mark them. */
export function markedOf(snippet: string): Marked[] {
  const pieces: Marked[] = [];
  for (const part of snippet.split(FOUND_OPENS)) {
    const [hit, after] = part.includes(FOUND_CLOSES) ? part.split(FOUND_CLOSES) : ["", part];
    if (hit) pieces.push({ text: hit, hit: true });
    if (after) pieces.push({ text: after, hit: false });
  }
  return pieces;
}

/** Contacts by part of a name or number, those who were heard of last first. */
export async function searchContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { text, byNumber }: { readonly text: string; readonly byNumber: boolean },
  limit: number,
): Promise<FoundContact[]> {
  const { like, digits } = contactNeedle(text.trim(), byNumber);
  const rows = await sql<ContactRow & { conversation_id: string | null }>`
    select ${CONTACT_COLUMNS}, f.conversation_id
      from search_contacts(${like}, ${digits}, ${limit}) with ordinality as f
      join contacts ct on ct.workspace_id = ${workspaceId} and ct.id = f.contact_id
     order by f.ordinality`.execute(tx);
  return rows.rows.map((row) => ({
    contact: contactFromRow(row),
    conversationId: row.conversation_id,
  }));
}
