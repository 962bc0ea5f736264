import { type ByteSource, readPiece } from "./byte-source.ts";
import { MAX_TEXT_BYTES } from "../limits.ts";
import { UnreadableExport } from "./unreadable-export.ts";
import { baseName, chatTextEntry } from "./zip/chat-text-entry.ts";
import { openZip } from "./zip/open-zip.ts";

/** An uploaded export: the text of the chat, and the files that came with it. */
export type ExportFile = Disposable & {
  readonly kind: "text" | "zip";
  /** The text from its beginning; it can be read more than once. */
  text(): AsyncIterable<Uint8Array>;
  /** The bytes of an attached file by the name that the text calls it; null when it is not there. */
  attachment(name: string): AsyncIterable<Uint8Array> | null;
};

const LOOK_BYTES = 64 * 1024;

/**
 * Opens an export, whatever its name says: by its first bytes it is a zip or a text.
 *
 * @throws UnreadableExport when it is neither, or has no chat in it.
 */
export async function openExport(source: ByteSource): Promise<ExportFile> {
  const head = await readPiece(source, 0, LOOK_BYTES);
  if (head.length === 0) throw new UnreadableExport("empty");
  if (isZip(head)) return openZippedExport(source);
  if (!isText(head)) throw new UnreadableExport("not-text");
  if (source.sizeBytes > MAX_TEXT_BYTES) throw new UnreadableExport("text-too-large");
  return {
    kind: "text",
    text: () => source.open(),
    attachment: () => null,
    [Symbol.dispose]() {},
  };
}

async function openZippedExport(source: ByteSource): Promise<ExportFile> {
  const zip = await openZip(source);
  const chat = chatTextEntry(zip.entries.values());
  if (chat === null || chat.uncompressedSize > MAX_TEXT_BYTES) {
    zip[Symbol.dispose]();
    throw new UnreadableExport(chat === null ? "zip-without-chat" : "text-too-large");
  }
  return {
    kind: "zip",
    text: () => zip.read(chat),
    attachment(name) {
      const entry = zip.entries.get(baseName(name));
      return entry === undefined || entry === chat ? null : zip.read(entry);
    },
    [Symbol.dispose]: () => zip[Symbol.dispose](),
  };
}

function isZip(head: Buffer): boolean {
  return (
    head.length >= 4 && (head.readUInt32BE(0) === 0x504b0304 || head.readUInt32BE(0) === 0x504b0506)
  );
}

/** Text has no NUL in it, unless every second byte may be one. */
function isText(head: Buffer): boolean {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
  return mark === 0xfffe || mark === 0xfeff || !head.includes(0);
}
