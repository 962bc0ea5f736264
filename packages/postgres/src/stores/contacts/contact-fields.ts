import type { ContactField, FieldKind } from "@galka/core/contacts/contact-field";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type DefinedField = ContactField & { readonly id: string };

/** The fields that a workspace has defined, in the order in which they are shown. */
export async function listContactFields(tx: Tx, workspaceId: WorkspaceId): Promise<DefinedField[]> {
  const { rows } = await sql<DefinedField>`
    select id, name, kind, choices from contact_fields
     where workspace_id = ${workspaceId} order by position, created_at, id`.execute(tx);
  return rows;
}

/** Adds a field behind the others; false when there is one of this name. */
export async function insertContactField(
  tx: Tx,
  workspaceId: WorkspaceId,
  field: DefinedField,
  now: Date,
): Promise<boolean> {
  const result = await sql`
    insert into contact_fields (workspace_id, id, name, kind, choices, position, created_at)
    select ${workspaceId}, ${field.id}, ${field.name}, ${field.kind}, ${[...field.choices]},
           coalesce((select max(position) + 1 from contact_fields where workspace_id = ${workspaceId}), 0), ${now}
    on conflict do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export type FieldChange = {
  readonly kind?: FieldKind;
  readonly choices?: readonly string[];
  readonly position?: number;
};

/** Changes a field; null when there is none. Values stay as they are until somebody writes them anew. */
export async function updateContactField(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: FieldChange,
): Promise<DefinedField | null> {
  const { rows } = await sql<DefinedField>`
    update contact_fields
       set kind = coalesce(${change.kind ?? null}, kind),
           choices = coalesce(${change.choices ? [...change.choices] : null}::text[], choices),
           position = coalesce(${change.position ?? null}::int, position)
     where workspace_id = ${workspaceId} and id = ${id}
    returning id, name, kind, choices`.execute(tx);
  return rows[0] ?? null;
}

export async function deleteContactField(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<DefinedField | null> {
  const { rows } = await sql<DefinedField>`
    delete from contact_fields where workspace_id = ${workspaceId} and id = ${id}
    returning id, name, kind, choices`.execute(tx);
  return rows[0] ?? null;
}
