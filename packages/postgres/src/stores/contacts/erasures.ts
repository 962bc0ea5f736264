import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { ErasedCounts } from "./erase-contact.ts";

/**
 * That somebody was erased.
 *
 * - `running`: nothing of them can be seen any more; the log of webhooks and what
 *   others wrote is being gone through.
 * - `done`: nothing holds an identifier of theirs. What is kept are salted hashes.
 */
export type Erasure = {
  readonly id: string;
  readonly state: "running" | "done";
  readonly requestedBy: string;
  readonly requestedByName: string | null;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly counts: ErasedCounts;
  readonly salt: string;
  readonly hashes: readonly string[];
};

export type NewErasure = Pick<
  Erasure,
  "id" | "requestedBy" | "requestedAt" | "counts" | "salt" | "hashes"
> & {
  readonly needles: readonly string[];
  readonly upToPosition: number;
};

export async function insertErasure(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: NewErasure,
): Promise<void> {
  await sql`
    insert into erasures (workspace_id, id, state, requested_by, requested_at, counts, salt, hashes,
                          needles, up_to_position)
    values (${workspaceId}, ${it.id}, 'running', ${it.requestedBy}, ${it.requestedAt},
            ${JSON.stringify(it.counts)}, ${it.salt}, ${[...it.hashes]}, ${[...it.needles]},
            ${it.upToPosition})`.execute(tx);
}

/** What is left to be done of an erasure; null when it is done. Locks it until `tx` ends. */
export async function lockErasure(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Pick<NewErasure, "needles" | "upToPosition" | "requestedAt"> | null> {
  const { rows } = await sql<Pick<NewErasure, "needles" | "upToPosition" | "requestedAt">>`
    select needles, up_to_position as "upToPosition", requested_at as "requestedAt" from erasures
     where workspace_id = ${workspaceId} and id = ${id} and state = 'running' for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function finishErasure(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { counts, now }: { readonly counts: ErasedCounts; readonly now: Date },
): Promise<void> {
  await sql`
    update erasures set state = 'done', finished_at = ${now}, needles = '{}',
           counts = counts || ${JSON.stringify(counts)}::jsonb
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** The receipts of a workspace, the latest first. */
export async function listErasures(tx: Tx, workspaceId: WorkspaceId): Promise<Erasure[]> {
  const { rows } = await sql<Erasure>`
    select e.id, e.state, e.requested_by as "requestedBy", m.name as "requestedByName",
           e.requested_at as "requestedAt", e.finished_at as "finishedAt", e.counts, e.salt, e.hashes
      from erasures e
      left join members m on m.workspace_id = e.workspace_id and m.id = e.requested_by
     where e.workspace_id = ${workspaceId} order by e.requested_at desc, e.id desc limit 200`.execute(
    tx,
  );
  return rows;
}
