import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A file as far as it is known. */
export type FileView = {
  readonly id: string;
  readonly sha256: string | null;
  readonly state: "wanted" | "stored" | "failed";
  readonly mediaType: string | null;
  readonly claimedType: string | null;
  readonly name: string | null;
  readonly sizeBytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly failure: string | null;
};

type FileRow = {
  id: string;
  sha256: string | null;
  state: "wanted" | "stored" | "failed";
  media_type: string | null;
  claimed_type: string | null;
  name: string | null;
  size_bytes: number | null;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  failure: string | null;
};

/** The files that are there, in no particular order. */
export async function loadFileViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<FileView[]> {
  if (ids.length === 0) return [];
  const rows = await sql<FileRow>`
    select f.id, f.sha256, f.state, f.media_type, f.claimed_type, f.name,
           f.size_bytes::float8 as size_bytes, f.width, f.height, f.duration_ms, f.failure
      from files f
     where f.workspace_id = ${workspaceId} and f.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.rows.map(fromRow);
}

export type UploadedFile = {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly claimedType: string | null;
  readonly name: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

/** Notes a file whose bytes are already stored. */
export async function insertUploadedFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  file: UploadedFile,
  now: Date,
): Promise<void> {
  await sql`
    insert into files (workspace_id, id, sha256, size_bytes, media_type, claimed_type, name, state,
                       width, height, created_at)
    values (${workspaceId}, ${file.id}, ${file.sha256}, ${file.sizeBytes}, ${file.mediaType},
            ${file.claimedType}, ${file.name}, 'stored', ${file.width}, ${file.height}, ${now})`.execute(
    tx,
  );
}

function fromRow(row: FileRow): FileView {
  return {
    id: row.id,
    sha256: row.sha256,
    state: row.state,
    mediaType: row.media_type,
    claimedType: row.claimed_type,
    name: row.name,
    sizeBytes: row.size_bytes,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    failure: row.failure,
  };
}
