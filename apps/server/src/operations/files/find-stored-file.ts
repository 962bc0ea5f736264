import type { FileId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type FileView, loadFileViews } from "@galka/postgres/stores/views/file-list";
import type { App } from "../../app.ts";

export type StoredFileView = FileView & { readonly sha256: string; readonly sizeBytes: number };

/** A file of the member's workspace whose bytes are here; null for any other, and for whoever may not read messages. */
export async function findStoredFile(
  app: App,
  member: Member,
  id: FileId,
): Promise<StoredFileView | null> {
  if (!may(member, "conversations.read")) return null;
  const [file] = await inWorkspace(app.db, member.workspaceId, (tx) =>
    loadFileViews(tx, member.workspaceId, [id]),
  );
  if (!file || file.state !== "stored") return null;
  const { sha256, sizeBytes } = file;
  return sha256 === null || sizeBytes === null ? null : { ...file, sha256, sizeBytes };
}
