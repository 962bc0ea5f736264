import { TextDecoder } from "node:util";
import type { ChatFormat } from "@galka/core/chat-export/chat-format";
import type { ChatEntry, UnreadLine } from "@galka/core/chat-export/entry";
import { lastLine, NO_PART, takeLines } from "@galka/core/chat-export/lines";
import { finishReading, readLine, startReading } from "@galka/core/chat-export/read-chat";

/** What one piece of the text completed. */
export type EntriesRead = {
  readonly entries: readonly ChatEntry[];
  readonly unread: readonly UnreadLine[];
};

/** The lines of a text, as many at a time as a piece of it completes. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[]> {
  let part = NO_PART;
  for await (const text of decode(bytes)) {
    const taken = takeLines(part, text);
    part = taken.part;
    yield taken.lines;
  }
  yield lastLine(part);
}

/** The messages and system lines of a text in `format`, and the lines that are in none. */
export async function* readEntries(
  bytes: AsyncIterable<Uint8Array>,
  format: ChatFormat,
): AsyncGenerator<EntriesRead> {
  let state = startReading(format);
  let lineNumber = 0;
  for await (const lines of readLines(bytes)) {
    const entries: ChatEntry[] = [];
    const unread: UnreadLine[] = [];
    for (const line of lines) {
      lineNumber += 1;
      const read = readLine(state, line, lineNumber);
      state = read.state;
      entries.push(...read.entries);
      unread.push(...read.unread);
    }
    yield { entries, unread };
  }
  const { entries, unread } = finishReading(state);
  yield { entries, unread };
}

/** UTF-8, unless the text begins with the mark of UTF-16. What is no character becomes U+FFFD. */
async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let head = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 2) continue;
    decoder = new TextDecoder(encodingOf(head));
    yield decoder.decode(head, { stream: true });
  }
  yield decoder === null ? head.toString("utf8") : decoder.decode();
}

function encodingOf(head: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  const mark = head.readUInt16BE(0);
  return mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
}
