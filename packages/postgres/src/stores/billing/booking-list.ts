import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";
import { type BookingLine, findBookings } from "./booking-rows.ts";

export type BookingQuery = {
  readonly conversationId?: string;
  readonly disagreeingOnly: boolean;
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** Lines, the latest first. */
export async function pageBookings(
  tx: Tx,
  workspaceId: WorkspaceId,
  { conversationId, disagreeingOnly, after, limit }: BookingQuery,
): Promise<Page<BookingLine, TimeCursor>> {
  const { rows } = await sql<{ id: string }>`
    select message_id as id from bookings
     where workspace_id = ${workspaceId}
       ${conversationId === undefined ? sql`` : sql`and conversation_id = ${conversationId}`}
       ${disagreeingOnly ? sql`and agrees is false` : sql``}
       ${after ? sql`and (delivered_at, message_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
     order by delivered_at desc, message_id desc limit ${limit + 1}`.execute(tx);
  const lines = await findBookings(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
  );
  const byId = new Map(lines.map((line) => [line.delivery.id, line]));
  const items = rows.flatMap(({ id }) => byId.get(id) ?? []);
  return pageOf(items, limit, ({ delivery }) => ({
    at: new Date(delivery.atMs),
    id: delivery.id,
  }));
}

/** How many lines since a day Meta told another price of. */
export async function countDisagreeing(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bookings
     where workspace_id = ${workspaceId} and agrees is false and day >= ${since}::date`.execute(tx);
  return rows[0]?.count ?? 0;
}
