import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SatisfactionSettings } from "@galka/core/satisfaction/settings";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** Null while nobody has chosen anything. */
export async function findSatisfactionSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<SatisfactionSettings | null> {
  const { rows } = await sql<{ settings: SatisfactionSettings }>`
    select settings from satisfaction_settings where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0]?.settings ?? null;
}

export async function saveSatisfactionSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  settings: SatisfactionSettings,
  now: Date,
): Promise<void> {
  await sql`
    insert into satisfaction_settings (workspace_id, settings, updated_at)
    values (${workspaceId}, ${jsonText(settings)}, ${now})
    on conflict (workspace_id) do update
       set settings = excluded.settings, updated_at = excluded.updated_at`.execute(tx);
}
