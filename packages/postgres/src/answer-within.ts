import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { isStatementTimeout } from "./data-error.ts";
import { type Database, type Tx, inWorkspace } from "./database.ts";

/**
 * Runs `work` in a transaction of its own, and gives it up when one of its
 * statements takes longer than `ms`: then null, and nothing was written.
 */
export async function answerWithin<T>(
  db: Database,
  workspaceId: WorkspaceId,
  ms: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  try {
    return await inWorkspace(db, workspaceId, async (tx) => {
      await sql`select set_config('statement_timeout', ${String(Math.max(1, Math.round(ms)))}, true)`.execute(
        tx,
      );
      return work(tx);
    });
  } catch (error) {
    if (isStatementTimeout(error)) return null;
    throw error;
  }
}
