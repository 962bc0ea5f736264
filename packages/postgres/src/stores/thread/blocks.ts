import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type Block = {
  readonly channelId: string;
  readonly contactId: string;
  readonly memberId: string;
  readonly at: Date;
};

/** Remembers that a number does not hear a contact; false when it was known. */
export async function insertBlock(tx: Tx, workspaceId: WorkspaceId, it: Block): Promise<boolean> {
  const result = await sql`
    insert into contact_blocks (workspace_id, channel_id, contact_id, member_id, at)
    values (${workspaceId}, ${it.channelId}, ${it.contactId}, ${it.memberId}, ${it.at})
    on conflict do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Forgets a block; false when there was none. */
export async function deleteBlock(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Pick<Block, "channelId" | "contactId">,
): Promise<boolean> {
  const result = await sql`
    delete from contact_blocks
     where workspace_id = ${workspaceId} and channel_id = ${it.channelId}
       and contact_id = ${it.contactId}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}
