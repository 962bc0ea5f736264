import type { Brake } from "@galka/core/health/brake";
import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";

export type ChannelToSend = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/** The numbers with anything unfinished, of all workspaces. */
export async function listChannelsToSend(db: Database | Tx): Promise<ChannelToSend[]> {
  const { rows } = await sql<{ workspace_id: string; channel_id: string }>`
    select workspace_id, channel_id from channels_to_send() order by workspace_id, channel_id`.execute(
    db,
  );
  return rows.map((row) => ({
    workspaceId: idOf(row.workspace_id),
    channelId: idOf(row.channel_id),
  }));
}

/** What the owner of a number needs to reach it. */
export type SendingChannel = {
  readonly id: string;
  readonly kind: "whatsapp";
  readonly status: "connected" | "paused" | "disconnected";
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly appId: string | null;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  /** Sealed. */
  readonly secrets: Uint8Array;
  readonly throughputPerSecond: number;
  /** How far the number is held back for its own good. */
  readonly brake: Brake;
};

export async function findSendingChannel(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<SendingChannel | null> {
  const { rows } = await sql<SendingChannel>`${PLAN_KEPT}
    select id, kind, status, base_url as "baseUrl", api_version as "apiVersion", app_id as "appId",
           waba_id as "wabaId", phone_number_id as "phoneNumberId", secrets,
           throughput_per_second as "throughputPerSecond",
           coalesce((select b.held from channel_brakes b
                      where b.workspace_id = ${workspaceId} and b.channel_id = ${id}), 'none') as brake
      from channels where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The connected channels of the same account: what is said of its token is said of each. */
export async function listAccountChannels(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from channels c
      join channels mine on mine.workspace_id = c.workspace_id and mine.waba_id = c.waba_id
     where mine.workspace_id = ${workspaceId} and mine.id = ${id} order by c.id`.execute(tx);
  return rows.map((row) => row.id);
}
