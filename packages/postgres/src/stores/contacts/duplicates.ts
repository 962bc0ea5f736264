import { phoneForms } from "@galka/core/contacts/phone-forms";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Somebody who may be the same person, and why one thinks so. */
export type Duplicate = { readonly contactId: string; readonly because: "phone" | "name" };

const MOST = 20;

/** Contacts who may be the same person as `contactId`: by a form of their number, or by the very same name. */
export async function listDuplicatesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<Duplicate[]> {
  const { rows: phones } = await sql<{ value: string }>`
    select value from contact_identities
     where workspace_id = ${workspaceId} and contact_id = ${contactId} and kind = 'phone'`.execute(
    tx,
  );
  const forms = phones.flatMap(({ value }) => [...phoneForms(value)]);
  const { rows } = await sql<Duplicate>`
    select found."contactId", min(found.because) as because from (
      select i.contact_id as "contactId", 'a phone' as because from contact_identities i
       where i.workspace_id = ${workspaceId} and i.kind = 'phone' and i.value = any(${forms}::text[])
      union all
      (select o.id, 'b name' from contacts me
         join contacts o on o.workspace_id = me.workspace_id and o.sort_name = me.sort_name
        where me.workspace_id = ${workspaceId} and me.id = ${contactId} and me.sort_name <> ''
        order by o.id limit ${MOST + 1})
    ) as found
     where found."contactId" <> ${contactId}
     group by 1 order by 2, 1 limit ${MOST}`.execute(tx);
  return rows.map((row) => ({
    contactId: row.contactId,
    because: row.because.endsWith("phone") ? "phone" : "name",
  }));
}
