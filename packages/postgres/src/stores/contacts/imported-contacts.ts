import { phoneForms } from "@galka/core/contacts/phone-forms";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A contact as a table tells of them. */
export type ImportedContact = {
  /** Digits with the country code. */
  readonly phone: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
};

/** Who of these is there already: the contact by the number as it was asked for. */
export async function findContactsByPhone(
  tx: Tx,
  workspaceId: WorkspaceId,
  phones: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const forms = phones.flatMap((phone) => phoneForms(phone).map((form) => ({ phone, form })));
  const { rows } = await sql<{ phone: string; contactId: string }>`
    select f.phone, i.contact_id as "contactId"
      from unnest(${forms.map(({ phone }) => phone)}::text[], ${forms.map(({ form }) => form)}::text[]) as f (phone, form)
      join contact_identities i
        on i.workspace_id = ${workspaceId} and i.kind = 'phone' and i.value = f.form`.execute(tx);
  return new Map(rows.map(({ phone, contactId }) => [phone, contactId]));
}

export async function insertImportedContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  contacts: readonly (ImportedContact & { readonly id: string; readonly identityId: string })[],
  now: Date,
): Promise<void> {
  if (contacts.length === 0) return;
  const json = JSON.stringify(contacts);
  await sql`
    insert into contacts (workspace_id, id, name, language, fields, created_at, updated_at)
    select ${workspaceId}, c.id, c.name, c.language, c.fields, ${now}, ${now}
      from jsonb_to_recordset(${json}::jsonb) as c (id uuid, name text, language text, fields jsonb)`.execute(
    tx,
  );
  await sql`
    insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at, seen_at)
    select ${workspaceId}, c."identityId", c.id, 'phone', c.phone, ${now}, ${now}
      from jsonb_to_recordset(${json}::jsonb) as c (id uuid, "identityId" uuid, phone text)`.execute(
    tx,
  );
}

/** Writes what the table says over what was there; what it does not say stays. Answers who has changed by it. */
export async function updateImportedContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  contacts: readonly (ImportedContact & { readonly id: string })[],
  now: Date,
): Promise<string[]> {
  if (contacts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update contacts c
       set name = coalesce(n.name, c.name), language = coalesce(n.language, c.language),
           fields = c.fields || n.fields, updated_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n (id uuid, name text, language text, fields jsonb)
     where c.workspace_id = ${workspaceId} and c.id = n.id
       and (coalesce(n.name, c.name) is distinct from c.name
            or coalesce(n.language, c.language) is distinct from c.language
            or not c.fields @> n.fields)
    returning c.id`.execute(tx);
  return rows.map(({ id }) => id);
}
