import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, type TimeCursor, pageOf } from "./page.ts";

export type ReceiptDay = {
  readonly day: string;
  readonly accepted: number;
  readonly applied: number;
  readonly parked: number;
};

/** What came in for a channel on each of the last `days` days, the newest first; silent days are left out. */
export async function listReceiptDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  days: number,
): Promise<ReceiptDay[]> {
  // receipt_counts is no tenant's table; the join with the channel keeps it to this workspace.
  const rows = await sql<ReceiptDay>`
    select r.day::text as day, r.accepted, r.applied, r.parked
      from channels c
      join receipt_counts r on r.hint = c.id::text
     where c.workspace_id = ${workspaceId} and c.id = ${channelId}
       and r.day > (now() at time zone 'UTC')::date - ${days}::int
     order by r.day desc`.execute(tx);
  return rows.rows;
}

export type ParkedView = {
  readonly id: string;
  readonly channelId: string | null;
  readonly receivedAt: Date;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly member: unknown;
};

type ParkedRow = {
  id: string;
  channel_id: string | null;
  received_at: Date;
  reason: string;
  detail: string;
  attempts: number;
  member: unknown;
  parked_at: Date;
};

/** A part of the list: `after` is where the part before it ended. */
export type ParkedQuery = { readonly limit: number; readonly after?: TimeCursor };

/** Members of webhooks that could not be applied and wait for a decision, the newest first. */
export async function listParked(
  tx: Tx,
  workspaceId: WorkspaceId,
  { limit, after }: ParkedQuery,
): Promise<Page<ParkedView, TimeCursor>> {
  const from = after ? sql`and (parked_at, id) < (${after.at}, ${after.id})` : sql``;
  const rows = await sql<ParkedRow>`
    select id, channel_id, received_at, reason, detail, attempts, member, parked_at
      from parked_webhooks
     where workspace_id = ${workspaceId} and resolved_at is null ${from}
     order by parked_at desc, id desc limit ${limit + 1}`.execute(tx);
  const page = pageOf(rows.rows, limit, (row) => ({ at: row.parked_at, id: row.id }));
  const items = page.items.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    receivedAt: row.received_at,
    reason: row.reason,
    detail: row.detail,
    attempts: row.attempts,
    member: row.member,
  }));
  return { items, next: page.next };
}
