import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../database.ts";

/** A number's place: read before it is known which workspace is meant. */
export type DirectoryEntry = {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly workspaceId: WorkspaceId;
  readonly channelId: ChannelId;
};

type Row = {
  phone_number_id: string;
  waba_id: string;
  workspace_id: string;
  channel_id: string;
};

/** The connected numbers among these channels, and the other numbers of the same workspaces. */
export async function listNeighbors(
  tx: Tx,
  channelIds: readonly string[],
): Promise<DirectoryEntry[]> {
  const { rows } = await sql<Row>`
    select distinct d.phone_number_id, d.waba_id, d.workspace_id, d.channel_id
      from channel_directory d
      join channel_directory mine on mine.workspace_id = d.workspace_id
     where mine.channel_id = any(${[...channelIds]}::uuid[])`.execute(tx);
  return rows.map(fromRow);
}

export async function findDirectoryEntry(
  db: Database | Tx,
  channelId: string,
): Promise<DirectoryEntry | null> {
  const { rows } = await sql<Row>`
    select phone_number_id, waba_id, workspace_id, channel_id
      from channel_directory where channel_id = ${channelId}::uuid`.execute(db);
  return rows[0] ? fromRow(rows[0]) : null;
}

export async function listDirectory(db: Database): Promise<DirectoryEntry[]> {
  const { rows } = await sql<Row>`
    select phone_number_id, waba_id, workspace_id, channel_id
      from channel_directory order by channel_id`.execute(db);
  return rows.map(fromRow);
}

function fromRow(row: Row): DirectoryEntry {
  return {
    phoneNumberId: row.phone_number_id,
    wabaId: row.waba_id,
    workspaceId: idOf(row.workspace_id),
    channelId: idOf(row.channel_id),
  };
}
