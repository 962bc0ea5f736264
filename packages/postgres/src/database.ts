import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Kysely, type Transaction, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** The way in to PostgreSQL. Made by `connect`; closed with `await db.destroy()`. */
export type Database = Kysely<Tables>;

/** A transaction that sees one workspace and nothing of any other. */
export type Tx = Transaction<Tables>;

/**
 * How a transaction finds its rows. By keys: no plan that was made while a
 * table was small reads all of it when it is large.
 */
export type Finding = "any-way" | "by-keys";

/**
 * Runs `work` in one transaction that sees only `workspaceId`.
 *
 * Row-level security is forced on every tenant's table, and the workspace is
 * set for this transaction alone, so a pooled connection carries nothing over.
 */
export async function inWorkspace<T>(
  db: Database,
  workspaceId: WorkspaceId,
  work: (tx: Tx) => Promise<T>,
  finding: Finding = "any-way",
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // On its way before anything of the work, and so done before it.
    const entered = enterWorkspace(tx, workspaceId, finding);
    entered.catch(() => {});
    const result = await work(tx);
    await entered;
    return result;
  });
}

/**
 * Has the rest of the transaction see only `workspaceId`; null sees no tenant's rows at all.
 *
 * For the few that serve many workspaces in one transaction, one after the
 * other; everyone else uses `inWorkspace`.
 */
export async function enterWorkspace(
  tx: Tx,
  workspaceId: WorkspaceId | null,
  finding: Finding = "any-way",
): Promise<void> {
  const byKeys = finding === "by-keys" ? sql`, set_config('enable_seqscan', 'off', true)` : sql``;
  await sql`select set_config('galka.workspace_id', ${workspaceId ?? ""}, true)${byKeys}`.execute(
    tx,
  );
}
