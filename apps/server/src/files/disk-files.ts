import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type ByteRange,
  type FileStore,
  FileTooLargeError,
  type StoredFile,
} from "./file-store.ts";

/**
 * Files on disk, under the hash of their content: `ab/cd/abcd…`.
 *
 * The bytes go to a temporary file first, which is flushed and then renamed, so
 * a file that is there is whole, whatever was killed in between. Names from
 * outside never become paths.
 */
export function diskFiles(directory: string): FileStore {
  return {
    put: (bytes, maxBytes) => put(directory, bytes, maxBytes),
    open: (sha256, range) => openFile(directory, sha256, range),
    remove: (sha256, settledMs) => removeFile(directory, sha256, settledMs),
  };
}

async function put(
  directory: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile> {
  const incoming = join(directory, "incoming");
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomUUID());
  try {
    const stored = await writeTemporary(temporary, bytes, maxBytes);
    const path = pathOf(directory, stored.sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await flushDirectory(dirname(path));
    return stored;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeTemporary(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile> {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let sizeBytes = 0;
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes)
        throw new FileTooLargeError(`The file has more than ${maxBytes} bytes.`);
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength;) {
    const { bytesWritten } = await file.write(chunk, at);
    at += bytesWritten;
  }
}

/** A rename is safe from a power cut when its directory is on disk. Windows knows no such thing. */
async function flushDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function openFile(
  directory: string,
  sha256: string,
  range: ByteRange | undefined,
): Promise<AsyncIterable<Uint8Array> | null> {
  const path = pathOf(directory, sha256);
  const isThere = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isThere ? createReadStream(path, range ?? {}) : null;
}

/** Storing the same content again renews its time, so the file itself says how fresh it is. */
async function removeFile(
  directory: string,
  sha256: string,
  settledMs: number,
): Promise<"removed" | "too-fresh"> {
  const path = pathOf(directory, sha256);
  const found = await stat(path).catch(() => null);
  if (found && Date.now() - found.mtimeMs < settledMs) return "too-fresh";
  await rm(path, { force: true });
  return "removed";
}

function pathOf(directory: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256))
    throw new Error("Files are opened by the hash of their content.");
  return join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}
