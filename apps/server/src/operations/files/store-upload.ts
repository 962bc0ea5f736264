import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type FileView, insertUploadedFile } from "@galka/postgres/stores/file-list";
import { fileTypeFromBuffer } from "file-type";
import type { App } from "../../app.ts";
import { FileTooLargeError } from "../../files/file-store.ts";
import { measurePicture } from "./make-preview.ts";

export type Upload = {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly name: string | null;
  readonly claimedType: string | null;
  readonly maxBytes: number;
};

/** Enough to know every format by; a picture's size is further in than its type. */
const HEAD_BYTES = 4_100;
const PICTURE_BYTES = 32 * 1024 * 1024;

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
): Promise<FileView | Refused<"file-too-large">> {
  const seen = new Head();
  let stored;
  try {
    stored = await app.files.put(seen.watch(upload.bytes), upload.maxBytes);
  } catch (error) {
    if (error instanceof FileTooLargeError) return { refused: "file-too-large" };
    throw error;
  }
  const mediaType = await typeOf(seen.bytes(), upload.claimedType);
  const size = mediaType.startsWith("image/") ? await pictureSize(app, stored.sha256) : null;
  const file = {
    id: app.ids.next<"file">(),
    sha256: stored.sha256,
    sizeBytes: stored.sizeBytes,
    mediaType,
    claimedType: upload.claimedType,
    name: upload.name,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
  await inWorkspace(app.db, member.workspaceId, (tx) =>
    insertUploadedFile(tx, member.workspaceId, file, app.clock.now()),
  );
  return { ...file, state: "stored", durationMs: null, failure: null };
}

async function typeOf(head: Uint8Array, claimed: string | null): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found) return found.mime;
  const isText = !head.includes(0) && isUtf8(head);
  if (!isText) return "application/octet-stream";
  return claimed === "text/csv" ? "text/csv" : "text/plain";
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The head may end inside a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function pictureSize(app: App, sha256: string) {
  const source = await app.files.open(sha256);
  if (!source) return null;
  const head = new Head(PICTURE_BYTES);
  for await (const _part of head.watch(source));
  return measurePicture(head.bytes());
}

/** Keeps the beginning of a stream that passes through. */
class Head {
  readonly #most: number;
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  constructor(most = HEAD_BYTES) {
    this.#most = most;
  }

  async *watch(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const part of source) {
      const room = this.#most - this.#size;
      if (room > 0) {
        this.#parts.push(part.subarray(0, room));
        this.#size += Math.min(room, part.byteLength);
      }
      yield part;
    }
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
