import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Contacts that may be one person, and what they have in common. */
export type Twins = {
  readonly because: "phone" | "name";
  /** The name, or the number in its older form: where the next page begins. */
  readonly at: string;
  readonly contactIds: readonly string[];
};

/** Of one name there may be hundreds; more than this is not shown at once. */
const OF_ONE = 10;

/** Contacts of the very same name, name by name. The index of names is walked, no further than the page needs. */
export async function listNamesakes(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: string,
  limit: number,
): Promise<Twins[]> {
  const { rows } = await sql<Twins>`
    select 'name' as because, g.name as at, array(
             select ct.id from contacts ct
              where ct.workspace_id = ${workspaceId} and ct.sort_name = g.name
              order by ct.id limit ${OF_ONE}) as "contactIds"
      from (select ct.sort_name as name from contacts ct
             where ct.workspace_id = ${workspaceId} and ct.sort_name > ${after} and ct.sort_name <> ''
             group by ct.sort_name having count(*) > 1
             order by ct.sort_name limit ${limit}) g
     order by g.name`.execute(tx);
  return rows;
}

/**
 * Contacts whose numbers are two forms of one: `phoneForms` of the core says why
 * there are such. Only the numbers of the three countries are looked at.
 */
export async function listNumberTwins(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: string,
  limit: number,
): Promise<Twins[]> {
  const { rows } = await sql<Twins>`
    select 'phone' as because, one.value as at, array[one.contact_id, two.contact_id] as "contactIds"
      from contact_identities one
      join contact_identities two
        on two.workspace_id = one.workspace_id and two.kind = 'phone' and two.value = case
             when one.value ~ '^55[0-9]{2}[6-9][0-9]{7}$'
               then '55' || substr(one.value, 3, 2) || '9' || substr(one.value, 5)
             when one.value ~ '^52[0-9]{10}$' then '521' || substr(one.value, 3)
             when one.value ~ '^54[0-9]{10}$' then '549' || substr(one.value, 3) end
     where one.workspace_id = ${workspaceId} and one.kind = 'phone' and one.value > ${after}
       and one.value >= '52' and one.value < '56'
       and two.contact_id <> one.contact_id
     order by one.value limit ${limit}`.execute(tx);
  return rows;
}
