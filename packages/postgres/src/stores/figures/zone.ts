import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { forgetAllDays } from "./wait-days.ts";

/** In which zone figures are counted, and from which day on they are still to be counted anew. */
export type Counting = { readonly timeZone: string; readonly recountFrom: string | null };

/** Null while nothing was counted since the messages were first there. */
export async function findCounting(tx: Tx, workspaceId: WorkspaceId): Promise<Counting | null> {
  const { rows } = await sql<Counting>`
    select time_zone as "timeZone", recount_from as "recountFrom" from figure_zones
     where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Counts by `timeZone` from here on, and everything from the first message on
 * anew. Waits for whoever counts at this moment, so that no day is counted by two zones.
 */
export async function beginCounting(
  tx: Tx,
  workspaceId: WorkspaceId,
  timeZone: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('galka.figures'), hashtext(${workspaceId}::text))`.execute(
    tx,
  );
  await sql`
    insert into figure_zones (workspace_id, time_zone, recount_from)
    select ${workspaceId}, ${timeZone}, min(c.created_at)::date - 1 from (
      select min(created_at) as created_at from conversations where workspace_id = ${workspaceId}
      union all select min(at) from messages where workspace_id = ${workspaceId}
      union all select min(day) from figure_days where workspace_id = ${workspaceId}) c
    on conflict (workspace_id) do update
       set time_zone = excluded.time_zone, recount_from = excluded.recount_from`.execute(tx);
  await forgetAllDays(tx, workspaceId);
}

/** Everything before `day` is counted; null when all is. */
export async function saveProgress(
  tx: Tx,
  workspaceId: WorkspaceId,
  day: string | null,
): Promise<void> {
  await sql`update figure_zones set recount_from = ${day}::date where workspace_id = ${workspaceId}`.execute(
    tx,
  );
}
