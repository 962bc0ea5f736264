import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import {
  type BookPlace,
  type BookingLine,
  listBookings,
} from "@galka/postgres/stores/billing/booking-rows";

const PAGE = 20_000;

/** All lines from a moment on, in the order in which they are charged, page by page. */
export async function* readHistory(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: Date,
): AsyncGenerator<BookingLine> {
  let place: Date | BookPlace = from;
  for (;;) {
    const lines: BookingLine[] = await listBookings(tx, workspaceId, place, PAGE);
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < PAGE) return;
    const { atMs, acceptedAtMs, id } = last.delivery;
    place = { at: new Date(atMs), acceptedAt: new Date(acceptedAtMs), id };
  }
}

/** What was open before a month is found by looking a few days further back. */
const WARM_UP_MS = 5 * 86_400_000;

/** From when on a history has to be read for the counts of the month that `day` is in to be whole. */
export function historyBefore(day: string): Date {
  return new Date(Date.parse(`${day.slice(0, 7)}-01`) - WARM_UP_MS);
}
