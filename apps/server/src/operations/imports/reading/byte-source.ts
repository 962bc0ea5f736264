import { createReadStream } from "node:fs";
import type { ByteRange, FileStore } from "../../../files/file-store.ts";
import { UnreadableExport } from "./unreadable-export.ts";

/** A file that can be read from anywhere in it, as often as needed. */
export type ByteSource = {
  readonly sizeBytes: number;
  open(range?: ByteRange): AsyncIterable<Uint8Array>;
};

/** A file on this machine's disk. */
export function localBytes(path: string, sizeBytes: number): ByteSource {
  return { sizeBytes, open: (range) => createReadStream(path, range ?? {}) };
}

/** A file in the store; it is `file-missing` once its bytes are gone. */
export function storedBytes(files: FileStore, sha256: string, sizeBytes: number): ByteSource {
  return {
    sizeBytes,
    async *open(range) {
      const bytes = await files.open(sha256, range);
      if (bytes === null) throw new UnreadableExport("file-missing");
      yield* bytes;
    },
  };
}

/** A piece of the file as one buffer; shorter where the file ends. */
export async function readPiece(
  source: ByteSource,
  start: number,
  length: number,
): Promise<Buffer> {
  const end = Math.min(start + length, source.sizeBytes) - 1;
  if (end < start) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  for await (const part of source.open({ start, end })) parts.push(part);
  return Buffer.concat(parts);
}
