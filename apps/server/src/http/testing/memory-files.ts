import { createHash } from "node:crypto";
import { type FileStore, FileTooLargeError } from "../../files/file-store.ts";

/** Files in memory, with the promises of those on disk. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    async put(bytes, maxBytes) {
      const parts: Uint8Array[] = [];
      let sizeBytes = 0;
      for await (const part of bytes) {
        sizeBytes += part.byteLength;
        if (sizeBytes > maxBytes) throw new FileTooLargeError("too large");
        parts.push(part);
      }
      const whole = Buffer.concat(parts);
      const sha256 = createHash("sha256").update(whole).digest("hex");
      files.set(sha256, whole);
      return { sha256, sizeBytes };
    },
    async remove(sha256) {
      files.delete(sha256);
      return "removed";
    },
    async open(sha256, range) {
      const whole = files.get(sha256);
      if (!whole) return null;
      const part = range ? whole.subarray(range.start, range.end + 1) : whole;
      return (async function* () {
        yield part;
      })();
    },
  };
}
