import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";
import type { ChannelFacts, ChannelStatus } from "./views/channel-list.ts";

/** What a number is connected with. */
export type Connection = {
  readonly id: ChannelId;
  readonly name: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly appId: string | null;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly displayPhone: string;
  readonly verifiedName: string;
  readonly facts: ChannelFacts;
  readonly throughputPerSecond: number;
  /** Sealed. */
  readonly secrets: Uint8Array;
};

/** The channel that held this number before, in this workspace: its conversations go on. */
export async function findChannelOfNumber(
  tx: Tx,
  workspaceId: WorkspaceId,
  phoneNumberId: string,
): Promise<ChannelId | null> {
  const rows = await sql<{ id: string }>`
    select id from channels
     where workspace_id = ${workspaceId} and phone_number_id = ${phoneNumberId}
     order by created_at limit 1`.execute(tx);
  const row = rows.rows[0];
  return row ? idOf(row.id) : null;
}

/** Of these numbers, the ones that are connected somewhere in this installation, whoever has them. */
export async function listTakenNumbers(
  tx: Tx,
  phoneNumberIds: readonly string[],
): Promise<string[]> {
  if (phoneNumberIds.length === 0) return [];
  const rows = await sql<{ id: string }>`
    select phone_number_id as id from channel_directory
     where phone_number_id = any(${[...phoneNumberIds]})`.execute(tx);
  return rows.rows.map((row) => row.id);
}

/**
 * Takes the number for this channel; false when another channel has it.
 *
 * The directory's key decides between two who connect one number at once.
 */
export async function claimNumber(
  tx: Tx,
  workspaceId: WorkspaceId,
  connection: Pick<Connection, "id" | "phoneNumberId" | "wabaId">,
): Promise<boolean> {
  const result = await sql`
    insert into channel_directory (phone_number_id, waba_id, workspace_id, channel_id)
    values (${connection.phoneNumberId}, ${connection.wabaId}, ${workspaceId}, ${connection.id})
    on conflict (phone_number_id) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Makes the channel, or gives the one of this id everything anew. */
export async function saveConnection(
  tx: Tx,
  workspaceId: WorkspaceId,
  connection: Connection,
  now: Date,
): Promise<void> {
  const it = connection;
  await sql`
    insert into channels (workspace_id, id, kind, name, status, base_url, api_version, app_id,
                          waba_id, phone_number_id, display_phone, verified_name, secrets, facts,
                          throughput_per_second, created_at)
    values (${workspaceId}, ${it.id}, 'whatsapp', ${it.name}, 'connected', ${it.baseUrl},
            ${it.apiVersion}, ${it.appId}, ${it.wabaId}, ${it.phoneNumberId}, ${it.displayPhone},
            ${it.verifiedName}, ${Buffer.from(it.secrets)}, ${JSON.stringify(it.facts)},
            ${it.throughputPerSecond}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, status = 'connected', status_reason = null,
           base_url = excluded.base_url, api_version = excluded.api_version,
           app_id = excluded.app_id, waba_id = excluded.waba_id,
           display_phone = excluded.display_phone, verified_name = excluded.verified_name,
           secrets = excluded.secrets, facts = excluded.facts,
           throughput_per_second = excluded.throughput_per_second`.execute(tx);
}

/** What of a channel has become different; what is absent stays as it is. */
export type ChannelChange = {
  readonly name?: string;
  readonly status?: ChannelStatus;
  /** Only ever taken away here; `pauseChannel` gives it. */
  readonly statusReason?: null;
  readonly secrets?: Uint8Array;
  readonly facts?: ChannelFacts;
  readonly throughputPerSecond?: number;
  readonly subscriptionCheckedAt?: Date;
};

export async function updateConnection(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
  change: ChannelChange,
): Promise<void> {
  const columns = {
    name: change.name,
    status: change.status,
    status_reason: change.statusReason,
    secrets: change.secrets && Buffer.from(change.secrets),
    facts: change.facts && JSON.stringify(change.facts),
    throughput_per_second: change.throughputPerSecond,
    subscription_checked_at: change.subscriptionCheckedAt,
  };
  const set = Object.entries(columns).filter(([, value]) => value !== undefined);
  if (set.length === 0) return;
  const assignments = set.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`
    update channels set ${sql.join(assignments)}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Lets the number go: it may be connected elsewhere, and what comes in for it is nobody's. */
export async function releaseNumber(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<void> {
  await sql`
    delete from channel_directory
     where workspace_id = ${workspaceId} and channel_id = ${id}`.execute(tx);
}

/** The sealed secrets of a channel; null when there is no such channel. */
export async function findSealedSecrets(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<Uint8Array | null> {
  const rows = await sql<{ secrets: Buffer }>`
    select secrets from channels where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows.rows[0]?.secrets ?? null;
}

/** As above, and locked until `tx` ends: whoever seals anew does not write over a change meanwhile. */
export async function lockSealedSecrets(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<Uint8Array | null> {
  const rows = await sql<{ secrets: Buffer }>`
    select secrets from channels
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows.rows[0]?.secrets ?? null;
}
