import { type ConsentSettings, USUAL_CONSENT } from "@galka/core/consent/settings";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export async function loadConsentSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<ConsentSettings> {
  const { rows } = await sql<{ settings: Partial<ConsentSettings> }>`
    select settings from consent_settings where workspace_id = ${workspaceId}`.execute(tx);
  return { ...USUAL_CONSENT, ...rows[0]?.settings };
}

/** The same for whoever changes them: one after the other. */
export async function lockConsentSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<ConsentSettings> {
  await sql`
    insert into consent_settings (workspace_id, settings, updated_at) values (${workspaceId}, '{}', ${now})
    on conflict do nothing`.execute(tx);
  await sql`select from consent_settings where workspace_id = ${workspaceId} for update`.execute(
    tx,
  );
  return loadConsentSettings(tx, workspaceId);
}

export async function saveConsentSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  settings: ConsentSettings,
  now: Date,
): Promise<void> {
  await sql`
    update consent_settings set settings = ${jsonText(settings)}, updated_at = ${now}
     where workspace_id = ${workspaceId}`.execute(tx);
}
