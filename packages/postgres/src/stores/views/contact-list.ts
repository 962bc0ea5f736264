import type { IdentityKind } from "@galka/core/contacts/identity";
import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, pageOf } from "./page.ts";

/** A contact as the team sees them. */
export type ContactView = {
  readonly id: string;
  readonly name: string | null;
  readonly profileName: string | null;
  readonly identities: readonly {
    readonly id: string;
    readonly kind: IdentityKind;
    readonly value: string;
  }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly createdAt: Date;
};

/** The columns of a ContactView, from a row of `contacts` named `ct`. */
export const CONTACT_COLUMNS = sql`
  ct.id as contact_id,
  ct.name as contact_name,
  ct.profile_name as contact_profile_name,
  ct.fields as contact_fields,
  ct.created_at as contact_created_at,
  (select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value)
            order by i.kind, i.value), '[]'::json)
     from contact_identities i
    where i.workspace_id = ct.workspace_id and i.contact_id = ct.id) as contact_identities`;

export type ContactRow = {
  contact_id: string;
  contact_name: string | null;
  contact_profile_name: string | null;
  contact_fields: Record<string, string>;
  contact_created_at: Date;
  contact_identities: { id: string; kind: IdentityKind; value: string }[];
};

export function contactFromRow(row: ContactRow): ContactView {
  return {
    id: row.contact_id,
    name: row.contact_name,
    profileName: row.contact_profile_name,
    identities: row.contact_identities,
    fields: row.contact_fields,
    createdAt: row.contact_created_at,
  };
}

/** What a contact is sorted and shown by: the team's name, else their own, else nothing. */
const SORT_NAME = sql`lower(coalesce(ct.name, ct.profile_name, ''))`;

export type ContactCursor = { readonly name: string; readonly id: string };

export type ContactQuery = {
  /** Part of a name, or digits of a phone number. */
  readonly text?: string;
  readonly after?: ContactCursor;
  readonly limit: number;
};

/** Contacts by name. `text` finds parts of names and, from three digits on, parts of numbers. */
export async function listContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: ContactQuery,
): Promise<Page<ContactView, ContactCursor>> {
  const after = query.after
    ? sql`and (${SORT_NAME}, ct.id) > (${query.after.name}, ${query.after.id}::uuid)`
    : sql``;
  const rows = await sql<ContactRow & { sort_name: string }>`
    select ${CONTACT_COLUMNS}, ${SORT_NAME} as sort_name
      from contacts ct
     where ct.workspace_id = ${workspaceId} ${matching(workspaceId, query.text)} ${after}
     order by ${SORT_NAME}, ct.id
     limit ${query.limit + 1}`.execute(tx);
  const page = pageOf(rows.rows, query.limit, (row) => ({
    name: row.sort_name,
    id: row.contact_id,
  }));
  return { items: page.items.map(contactFromRow), next: page.next };
}

function matching(workspaceId: WorkspaceId, text: string | undefined): RawBuilder<unknown> {
  const wanted = text?.trim() ?? "";
  if (wanted === "") return sql``;
  return sql`and ct.id in (${contactIdsMatching(workspaceId, wanted)})`;
}

/** A subquery of the ids of contacts whose name, user name or number contains `wanted`. */
export function contactIdsMatching(workspaceId: WorkspaceId, wanted: string): RawBuilder<unknown> {
  const like = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
  const digits = wanted.replace(/\D/g, "");
  // Punctuation is how people write numbers; letters mean that it is none.
  const number =
    digits.length >= 3 && !/\p{L}/u.test(wanted)
      ? sql`union
        select i.contact_id from contact_identities i
         where i.workspace_id = ${workspaceId} and i.kind = 'phone' and i.value like ${`%${digits}%`}`
      : sql``;
  return sql`
    select c.id from contacts c
     where c.workspace_id = ${workspaceId}
       and (coalesce(c.name, '') || ' ' || coalesce(c.profile_name, '')) ilike ${like}
    union
    select i.contact_id from contact_identities i
     where i.workspace_id = ${workspaceId} and i.kind = 'username' and i.value ilike ${like.replace("@", "")}
    ${number}`;
}

/** The contacts that are there, in no particular order. */
export async function loadContactViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ContactView[]> {
  if (ids.length === 0) return [];
  const rows = await sql<ContactRow>`
    select ${CONTACT_COLUMNS} from contacts ct
     where ct.workspace_id = ${workspaceId} and ct.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.rows.map(contactFromRow);
}

export async function findContactView(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
): Promise<ContactView | null> {
  const [contact] = await loadContactViews(tx, workspaceId, [id]);
  return contact ?? null;
}

export type ContactChange = {
  /** Absent leaves the name as it is; null lets the contact's own name show. */
  readonly name?: string | null;
  /** Null removes a field. */
  readonly fields?: Readonly<Record<string, string | null>>;
};

/** Changes a contact; false when there is none. */
export async function updateContact(
  tx: Tx,
  id: { readonly workspaceId: WorkspaceId; readonly contactId: ContactId },
  change: ContactChange,
  now: Date,
): Promise<boolean> {
  const fields = Object.entries(change.fields ?? {});
  const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const removed = fields.filter(([, value]) => value === null).map(([name]) => name);
  const result = await sql`
    update contacts
       set name = ${change.name === undefined ? sql`name` : change.name},
           fields = (fields || ${JSON.stringify(set)}::jsonb) - ${removed}::text[],
           updated_at = ${now}
     where workspace_id = ${id.workspaceId} and id = ${id.contactId}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}
