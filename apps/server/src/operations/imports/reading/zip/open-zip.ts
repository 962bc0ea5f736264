import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { ByteSource } from "../byte-source.ts";
import { ZIP_LIMITS } from "../../limits.ts";
import { UnreadableExport } from "../unreadable-export.ts";
import { baseName } from "./chat-text-entry.ts";
import { ZipReader } from "./zip-reader.ts";
import { addEntry, NO_ENTRIES } from "./zip-safety.ts";

/** The files of a zip by their names without folders. Nothing is ever unpacked to a path. */
export type OpenZip = Disposable & {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The bytes of one file; they are `zip-damaged` when they cannot be unpacked. */
  read(entry: Entry): AsyncIterable<Uint8Array>;
};

/** What a Mac puts beside each file when it packs a zip anew; it has the file's name and nothing of it. */
const MAC_SHADOWS = "__MACOSX/";

/**
 * Reads the directory of a zip.
 *
 * @throws UnreadableExport when it is none, or is not safe to unpack.
 */
export async function openZip(source: ByteSource): Promise<OpenZip> {
  const reader = new ZipReader(source);
  const zip = await translated(
    yauzl.fromRandomAccessReaderPromise(reader, source.sizeBytes, { autoClose: false }),
  );
  try {
    const entries = await listEntries(zip);
    return {
      entries,
      read: (entry) => readEntry(zip, entry),
      [Symbol.dispose]: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ZIP_LIMITS.entryCount) throw new UnreadableExport("zip-unsafe");
  const entries = new Map<string, Entry>();
  let tally = NO_ENTRIES;
  const iterator = zip.eachEntry();
  for (;;) {
    const next = await translated(iterator.next());
    if (next.done) return entries;
    const entry = next.value;
    const added = addEntry(tally, entry);
    if (added === null) throw new UnreadableExport("zip-unsafe");
    tally = added;
    if (entry.isEncrypted()) throw new UnreadableExport("zip-encrypted");
    const name = baseName(entry.fileName);
    const isShadow = entry.fileName.startsWith(MAC_SHADOWS);
    if (name !== "" && !isShadow && !entries.has(name)) entries.set(name, entry);
  }
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await translated(zip.openReadStreamPromise(entry));
  const parts: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await translated(parts.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** yauzl and zlib tell by words alone what is wrong; a name that leads out is the one that is no damage. */
async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnreadableExport) throw error;
    const words = error instanceof Error ? error.message : "";
    const isUnsafe = /relative path|absolute path|invalid characters in fileName/u.test(words);
    throw new UnreadableExport(isUnsafe ? "zip-unsafe" : "zip-damaged", { cause: error });
  }
}
