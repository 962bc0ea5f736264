import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaPolicy } from "@galka/core/sla/sla-policy";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

const COLUMNS = sql`id, name, is_on as "isOn", scope, minutes,
  counted_in as "countedIn", warn_percent as "warnPercent"`;

/** The policies in the order in which they are asked. */
export async function listSlaPolicies(tx: Tx, workspaceId: WorkspaceId): Promise<SlaPolicy[]> {
  const { rows } = await sql<SlaPolicy>`
    select ${COLUMNS} from sla_policies
     where workspace_id = ${workspaceId} order by place, id`.execute(tx);
  return rows;
}

/** Locks the order of the policies until `tx` ends, so that two members change it one after the other. */
export async function lockSlaPolicies(tx: Tx, workspaceId: WorkspaceId): Promise<SlaPolicy[]> {
  await sql`
    select pg_advisory_xact_lock(hashtext('galka.sla.policies'), hashtext(${workspaceId}::text))`.execute(
    tx,
  );
  return listSlaPolicies(tx, workspaceId);
}

/** Writes a policy in place of what it was; one that was not there comes last. */
export async function saveSlaPolicy(
  tx: Tx,
  workspaceId: WorkspaceId,
  policy: SlaPolicy,
): Promise<void> {
  const { id, name, isOn, scope, minutes, countedIn, warnPercent } = policy;
  await sql`
    insert into sla_policies (workspace_id, id, place, name, is_on, scope, minutes, counted_in, warn_percent)
    select ${workspaceId}, ${id}, coalesce(max(place), 0) + 1, ${name}, ${isOn}, ${jsonText(scope)}::jsonb,
           ${jsonText(minutes)}::jsonb, ${countedIn}, ${warnPercent}
      from sla_policies where workspace_id = ${workspaceId}
    on conflict (workspace_id, id) do update
       set name = excluded.name, is_on = excluded.is_on, scope = excluded.scope, minutes = excluded.minutes,
           counted_in = excluded.counted_in, warn_percent = excluded.warn_percent`.execute(tx);
}

export async function deleteSlaPolicy(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`
    delete from sla_policies where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Puts the policies into this order; those that are not named come after them as they were. */
export async function orderSlaPolicies(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update sla_policies p set place = o.place
      from (select id, row_number() over (order by array_position(${[...ids]}::uuid[], id), place, id) as place
              from sla_policies where workspace_id = ${workspaceId}) o
     where p.workspace_id = ${workspaceId} and p.id = o.id`.execute(tx);
}
