import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { countCounted, listBookings } from "@galka/postgres/stores/billing/booking-rows";
import { lockLedger, saveRebooked } from "@galka/postgres/stores/billing/ledger";
import type { App } from "../../../app.ts";
import { openBooks, pricePage } from "./books.ts";

const PAGE = 10_000;

/**
 * Prices all lines anew from the moment that is noted, page by page, each in its
 * own transaction: an interruption loses nothing, and bookings come in between.
 */
export async function rebook(
  app: App,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
  pageSize = PAGE,
): Promise<"done" | "interrupted"> {
  for (let size = pageSize; !signal.aborted;) {
    const page = await rebookPage(app, workspaceId, size);
    if (page === "done") return "done";
    // More lines of one second than a page holds: it has to hold them all.
    size = page === "too-small" ? size * 2 : pageSize;
  }
  return "interrupted";
}

function rebookPage(
  app: App,
  workspaceId: WorkspaceId,
  size: number,
): Promise<"done" | "more" | "too-small"> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { rebookFrom } = await lockLedger(tx, workspaceId, app.clock.now());
    if (rebookFrom === null) return "done";
    const lines = await listBookings(tx, workspaceId, rebookFrom, size + 1);
    const isLast = lines.length <= size;
    const next = lines.at(-1)?.delivery.atMs ?? 0;
    const standing = isLast ? lines : lines.filter(({ delivery }) => delivery.atMs < next);
    if (standing.length === 0 && !isLast) return "too-small";
    const counted = await countCounted(tx, workspaceId, rebookFrom);
    const books = await openBooks(tx, workspaceId);
    await pricePage(books, { from: rebookFrom, fresh: [], standing, counted });
    await saveRebooked(tx, workspaceId, isLast ? null : new Date(next));
    return isLast ? "done" : "more";
  });
}

/** Has it done by a job, once however often it is asked for. */
export function enqueueRebooking(tx: Tx, workspaceId: WorkspaceId): Promise<unknown> {
  return enqueue(tx, [{ task: "rebook", payload: { workspaceId }, key: `rebook:${workspaceId}` }]);
}
