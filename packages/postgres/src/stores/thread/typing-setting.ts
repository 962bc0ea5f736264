import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Whether contacts are shown that somebody writes to them. */
export async function loadShowsTyping(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql<{ shows_typing: boolean }>`
    select shows_typing from workspaces where id = ${workspaceId}`.execute(tx);
  return rows[0]?.shows_typing ?? false;
}

export async function setShowsTyping(
  tx: Tx,
  workspaceId: WorkspaceId,
  showsTyping: boolean,
): Promise<void> {
  await sql`update workspaces set shows_typing = ${showsTyping} where id = ${workspaceId}`.execute(
    tx,
  );
}
