import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { connect } from "../../connect.ts";
import { type Database, inWorkspace } from "../../database.ts";
import { recountDay } from "../../stores/figures/fold.ts";
import { recountWaits } from "../../stores/figures/waits.ts";
import { beginCounting, saveProgress } from "../../stores/figures/zone.ts";

const DAYS = 735;

/**
 * Counts the statistics, as the server would when it is first asked for them:
 * the days by one connection, the waits by another.
 *
 * An office without hours is always open, so office hours are those of the wall.
 */
export async function fillFigures(
  url: string,
  workspaceId: WorkspaceId,
  until: Date,
): Promise<void> {
  const db = await connect({ url, name: "filling", size: 2, statementTimeoutMs: 600_000 });
  try {
    await inWorkspace(db, workspaceId, (tx) => beginCounting(tx, workspaceId, "UTC"));
    await Promise.all([countDays(db, workspaceId, until), deriveWaits(db, workspaceId)]);
    await inWorkspace(db, workspaceId, (tx) => saveProgress(tx, workspaceId, null));
  } finally {
    await db.destroy();
  }
}

async function countDays(db: Database, workspaceId: WorkspaceId, until: Date): Promise<void> {
  for (let back = DAYS; back >= -1; back--) {
    const day = new Date(until.getTime() - back * 86_400_000).toISOString().slice(0, 10);
    await inWorkspace(db, workspaceId, (tx) => recountDay(tx, workspaceId, day));
  }
}

async function deriveWaits(db: Database, workspaceId: WorkspaceId): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await inWorkspace(db, workspaceId, async (tx) => {
      const next = await recountWaits(tx, workspaceId, from);
      await sql`
        update waits set office_ms = extract(epoch from answered_at - asked_at) * 1000
         where workspace_id = ${workspaceId} and answered_at is not null and office_ms is null`.execute(
        tx,
      );
      return next;
    });
  } while (after !== null);
}
