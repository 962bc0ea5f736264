import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { InTwoLanguages } from "../channel-state.ts";

export type ChannelStatus = "connected" | "paused" | "disconnected";

/** A connected number as members see it: without its secrets. */
export type ChannelView = {
  readonly id: string;
  readonly name: string;
  readonly status: ChannelStatus;
  readonly statusReason: InTwoLanguages | null;
  readonly displayPhone: string;
  readonly verifiedName: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appId: string | null;
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly facts: ChannelFacts;
  readonly throughputPerSecond: number;
  readonly subscriptionCheckedAt: Date | null;
  readonly lastHeardAt: Date | null;
  readonly createdAt: Date;
};

/** What Meta last said of the number. */
export type ChannelFacts = {
  readonly quality?: "green" | "yellow" | "red" | "unknown";
  readonly tier?: string;
};

type ChannelRow = {
  id: string;
  name: string;
  status: ChannelStatus;
  status_reason: InTwoLanguages | null;
  display_phone: string;
  verified_name: string;
  phone_number_id: string;
  waba_id: string;
  app_id: string | null;
  base_url: string;
  api_version: string;
  facts: ChannelFacts;
  throughput_per_second: number;
  subscription_checked_at: Date | null;
  last_heard_at: Date | null;
  created_at: Date;
};

const COLUMNS = sql`
  id, name, status, status_reason, display_phone, verified_name, phone_number_id, waba_id, app_id,
  base_url, api_version, facts, throughput_per_second, subscription_checked_at, last_heard_at, created_at`;

/** All numbers of the workspace, the oldest first. */
export async function listChannelViews(tx: Tx, workspaceId: WorkspaceId): Promise<ChannelView[]> {
  const rows = await sql<ChannelRow>`
    select ${COLUMNS} from channels
     where workspace_id = ${workspaceId} order by created_at, id`.execute(tx);
  return rows.rows.map(fromRow);
}

export async function findChannelView(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
): Promise<ChannelView | null> {
  const rows = await sql<ChannelRow>`
    select ${COLUMNS} from channels where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  const row = rows.rows[0];
  return row ? fromRow(row) : null;
}

function fromRow(row: ChannelRow): ChannelView {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    statusReason: row.status_reason,
    displayPhone: row.display_phone,
    verifiedName: row.verified_name,
    phoneNumberId: row.phone_number_id,
    wabaId: row.waba_id,
    appId: row.app_id,
    baseUrl: row.base_url,
    apiVersion: row.api_version,
    facts: row.facts,
    throughputPerSecond: row.throughput_per_second,
    subscriptionCheckedAt: row.subscription_checked_at,
    lastHeardAt: row.last_heard_at,
    createdAt: row.created_at,
  };
}
