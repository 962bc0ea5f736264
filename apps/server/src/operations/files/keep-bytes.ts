import { fileTypeFromBuffer } from "file-type";
import type { App } from "../../app.ts";
import type { StoredFile } from "../../files/file-store.ts";
import { collect, measurePicture } from "./make-preview.ts";

/** A file whose bytes are in the store, and what they are by their own signature. */
export type KeptBytes = StoredFile & {
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
};

/** Enough to know every format by; a picture's size is further in than its type. */
const HEAD_BYTES = 4_100;
const PICTURE_BYTES = 32 * 1024 * 1024;

/**
 * Stores bytes under their hash and finds out what they are.
 *
 * The type is what the bytes say. What was claimed is used only where they say
 * nothing: text has no signature.
 *
 * @throws FileTooLargeError above `maxBytes`; nothing is kept.
 */
export async function keepBytes(
  app: Pick<App, "files">,
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, claimedType }: { readonly maxBytes: number; readonly claimedType: string | null },
): Promise<KeptBytes> {
  const seen = new Head();
  const stored = await app.files.put(seen.watch(bytes), maxBytes);
  const mediaType = await typeOf(seen.bytes(), claimedType);
  const size = mediaType.startsWith("image/") ? await pictureSize(app, stored.sha256) : null;
  return { ...stored, mediaType, width: size?.width ?? null, height: size?.height ?? null };
}

async function typeOf(head: Uint8Array, claimed: string | null): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found) return found.mime.replace(/;.*$/u, "");
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

async function pictureSize(app: Pick<App, "files">, sha256: string) {
  const source = await app.files.open(sha256);
  if (!source) return null;
  const bytes = await collect(source, PICTURE_BYTES);
  return bytes && measurePicture(bytes);
}

/** Keeps the beginning of a stream that passes through. */
class Head {
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  async *watch(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of source) {
      const room = HEAD_BYTES - this.#size;
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
