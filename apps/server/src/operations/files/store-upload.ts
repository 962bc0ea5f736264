import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAny } from "@galka/core/workspaces/member";
import type { Permission } from "@galka/core/workspaces/permissions";
import { inWorkspace } from "@galka/postgres/database";
import { type FileView, insertUploadedFile } from "@galka/postgres/stores/views/file-list";
import type { App } from "../../app.ts";
import { FileTooLargeError } from "../../files/file-store.ts";
import { keepBytes } from "./keep-bytes.ts";

export type Upload = {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly name: string | null;
  readonly claimedType: string | null;
  readonly maxBytes: number;
};

/** What files are for: messages, quick replies, a number's picture, lists of contacts. */
const CARRYING = [
  "conversations.reply",
  "library.manage",
  "contacts.import",
  "channels.manage",
] as const satisfies readonly Permission[];

/**
 * Stores what a member uploaded, so that a message can carry it.
 *
 * The type is what the bytes say. What was claimed is kept beside it, and used
 * only where the bytes say nothing: text has no signature.
 */
export async function storeUpload(
  app: App,
  member: Member,
  upload: Upload,
): Promise<FileView | Refused<"file-too-large"> | Refused<"forbidden">> {
  if (!mayAny(member, CARRYING)) return { refused: "forbidden" };
  let kept;
  try {
    kept = await keepBytes(app, upload.bytes, upload);
  } catch (error) {
    if (error instanceof FileTooLargeError) return { refused: "file-too-large" };
    throw error;
  }
  const file = {
    id: app.ids.next<"file">(),
    ...kept,
    claimedType: upload.claimedType,
    name: upload.name,
  };
  await inWorkspace(app.db, member.workspaceId, (tx) =>
    insertUploadedFile(tx, member.workspaceId, file, app.clock.now()),
  );
  return { ...file, state: "stored", durationMs: null, failure: null };
}
