import { detectFormat } from "../detect-format.ts";
import type { ChatFormat } from "../chat-format.ts";
import type { ChatEntry, ChatMessage, UnreadLine } from "../entry.ts";
import { lastLine, NO_PART, takeLines } from "../lines.ts";
import { finishReading, readLine, startReading } from "../read-chat.ts";

export type TextRead = {
  readonly entries: readonly ChatEntry[];
  readonly unread: readonly UnreadLine[];
  readonly lineCount: number;
};

/** Reads a whole export at once, in `format` or in the one that is detected. */
export function readText(text: string, format: ChatFormat = formatOf(text)): TextRead {
  return readChunks([text], format);
}

/** Reads an export that arrives in pieces. */
export function readChunks(chunks: readonly string[], format: ChatFormat): TextRead {
  const entries: ChatEntry[] = [];
  const unread: UnreadLine[] = [];
  let state = startReading(format);
  let lineCount = 0;
  const feed = (line: string): void => {
    lineCount += 1;
    const read = readLine(state, line, lineCount);
    state = read.state;
    entries.push(...read.entries);
    unread.push(...read.unread);
  };
  let part = NO_PART;
  for (const chunk of chunks) {
    const taken = takeLines(part, chunk);
    part = taken.part;
    taken.lines.forEach(feed);
  }
  lastLine(part).forEach(feed);
  entries.push(...finishReading(state).entries);
  return { entries, unread, lineCount };
}

/** The detected format; an error when the text is no export. */
export function formatOf(text: string): ChatFormat {
  const found = detectFormat(text.split("\n"));
  if ("refused" in found) throw new Error(`No message in: ${text.slice(0, 60)}`);
  return found.format;
}

/** The only entry of a text of one message. */
export function onlyMessage(text: string, format?: ChatFormat): ChatMessage {
  const [entry, ...others] = readText(text, format).entries;
  if (entry?.type !== "message" || others.length > 0) {
    throw new Error(`Not one message: ${JSON.stringify([entry, ...others])}`);
  }
  return entry;
}
