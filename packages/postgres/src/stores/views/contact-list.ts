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
  readonly responsibleId: string | null;
  /** As somebody said; null while nobody has. */
  readonly language: string | null;
  readonly createdAt: Date;
};

/** The columns of a ContactView, from a row of `contacts` named `ct`. */
export const CONTACT_COLUMNS = sql`
  ct.id as contact_id,
  ct.name as contact_name,
  ct.profile_name as contact_profile_name,
  ct.fields as contact_fields,
  ct.responsible_id as contact_responsible_id,
  ct.language as contact_language,
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
  contact_responsible_id: string | null;
  contact_language: string | null;
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
    responsibleId: row.contact_responsible_id,
    language: row.contact_language,
    createdAt: row.contact_created_at,
  };
}

export type ContactCursor = { readonly name: string; readonly id: string };

export type ContactFilter = {
  /** Part of a name, or digits of a phone number. */
  readonly text?: string;
  /** Whether numbers may be looked for by their digits. */
  readonly byNumber?: boolean;
  readonly field?: { readonly name: string; readonly value: string };
  readonly labelId?: string;
  readonly channelId?: string;
  /** What phone numbers begin with: a country's calling code. */
  readonly callingCode?: string;
};

export type ContactQuery = ContactFilter & {
  readonly after?: ContactCursor;
  readonly limit: number;
};

/**
 * Contacts by name: the team's, else their own, else nothing. `text` finds parts
 * of names and, from three digits on, parts of numbers.
 */
export async function listContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: ContactQuery,
): Promise<Page<ContactView, ContactCursor>> {
  const conditions = [sql`ct.workspace_id = ${workspaceId}`, ...filtersOf(workspaceId, query)];
  if (query.after) {
    conditions.push(sql`(ct.sort_name, ct.id) > (${query.after.name}, ${query.after.id}::uuid)`);
  }
  const rows = await sql<ContactRow & { sort_name: string }>`
    select ${CONTACT_COLUMNS}, ct.sort_name
      from contacts ct
     where ${sql.join(conditions, sql` and `)}
     order by ct.sort_name, ct.id
     limit ${query.limit + 1}`.execute(tx);
  const page = pageOf(rows.rows, query.limit, (row) => ({
    name: row.sort_name,
    id: row.contact_id,
  }));
  return { items: page.items.map(contactFromRow), next: page.next };
}

function filtersOf(workspaceId: WorkspaceId, filter: ContactFilter): RawBuilder<unknown>[] {
  const { field, labelId, channelId, callingCode } = filter;
  const wanted = filter.text?.trim() ?? "";
  const conditions: RawBuilder<unknown>[] = [];
  if (wanted !== "") {
    const { like, digits } = contactNeedle(wanted, filter.byNumber);
    conditions.push(sql`ct.id in (select contacts_matching(${like}, ${digits}))`);
  }
  if (field) {
    conditions.push(sql`ct.id in (select contacts_with_field(${field.name}, ${field.value}))`);
  }
  if (channelId) {
    conditions.push(sql`exists (
      select from conversations c where c.workspace_id = ${workspaceId}
         and c.contact_id = ct.id and c.channel_id = ${channelId})`);
  }
  if (labelId) {
    conditions.push(sql`ct.id in (
      select c.contact_id from conversation_labels l
        join conversations c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
       where l.workspace_id = ${workspaceId} and l.label_id = ${labelId})`);
  }
  if (callingCode) {
    // ":" comes after the digits: all numbers that begin so, as an index finds them.
    conditions.push(sql`exists (
      select from contact_identities i where i.workspace_id = ${workspaceId}
         and i.contact_id = ct.id and i.kind = 'phone'
         and i.value >= ${callingCode} and i.value < ${`${callingCode}:`})`);
  }
  return conditions;
}

/** What a text is looked for as: in names and user names, and in numbers where it may be one. */
export function contactNeedle(
  wanted: string,
  byNumber = true,
): { readonly like: string; readonly digits: string | null } {
  const digits = wanted.replace(/\D/g, "");
  // Punctuation is how people write numbers; letters mean that it is none.
  const isNumber = byNumber && digits.length >= 3 && !/\p{L}/u.test(wanted);
  return {
    like: `%${wanted.replace(/[\\%_]/g, "\\$&")}%`,
    digits: isNumber ? digits : null,
  };
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
  /** Null: nobody is. */
  readonly responsibleId?: string | null;
  /** Null: what their country speaks. */
  readonly language?: string | null;
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
           responsible_id = ${change.responsibleId === undefined ? sql`responsible_id` : change.responsibleId},
           language = ${change.language === undefined ? sql`language` : change.language},
           fields = (fields || ${JSON.stringify(set)}::jsonb) - ${removed}::text[],
           updated_at = ${now}
     where workspace_id = ${id.workspaceId} and id = ${id.contactId}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}
