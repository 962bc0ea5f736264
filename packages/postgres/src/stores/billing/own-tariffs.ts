import type { OwnTariff } from "@galka/core/billing/tariffs/own-tariff";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export async function listOwnTariffs(tx: Tx, workspaceId: WorkspaceId): Promise<OwnTariff[]> {
  const { rows } = await sql<{ id: string; tariff: Omit<OwnTariff, "id"> }>`
    select id, tariff from own_tariffs where workspace_id = ${workspaceId}
     order by created_at, id`.execute(tx);
  return rows.map(({ id, tariff }) => ({ ...tariff, id }));
}

export async function findOwnTariff(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<OwnTariff | null> {
  const { rows } = await sql<{ tariff: Omit<OwnTariff, "id"> }>`
    select tariff from own_tariffs where workspace_id = ${workspaceId} and id::text = ${id}`.execute(
    tx,
  );
  return rows[0] ? { ...rows[0].tariff, id } : null;
}

export async function saveOwnTariff(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, ...tariff }: OwnTariff,
  now: Date,
): Promise<void> {
  await sql`
    insert into own_tariffs (workspace_id, id, tariff, created_at, updated_at)
    values (${workspaceId}, ${id}, ${jsonText(tariff)}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set tariff = excluded.tariff, updated_at = excluded.updated_at`.execute(tx);
}

export async function deleteOwnTariff(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from own_tariffs where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
