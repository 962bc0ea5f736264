import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Names contacts as the business's address book does, unless the team has named them already. */
export async function nameContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  names: readonly { readonly contactId: string; readonly name: string }[],
  now: Date,
): Promise<void> {
  if (names.length === 0) return;
  await sql`
    update contacts c set name = x.name, updated_at = ${now}
      from unnest(${names.map(({ contactId }) => contactId)}::uuid[],
                  ${names.map(({ name }) => name)}::text[]) as x (id, name)
     where c.workspace_id = ${workspaceId} and c.id = x.id and c.name is null`.execute(tx);
}
