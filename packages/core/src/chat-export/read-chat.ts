import { cleanLine, excerptOf, MAX_LINE_LENGTH, plainWords } from "./characters.ts";
import { messageStartIn, type ChatFormat, type MessageStart } from "./chat-format.ts";
import {
  contentKeyOf,
  type ChatEntry,
  type LineRange,
  type Uncounted,
  type UnreadLine,
} from "./entry.ts";
import { readBody } from "./words/message-body.ts";
import { countOccurrence, startOccurrences, type Occurrences } from "./occurrences.ts";
import { isInsideQuotes, senderFrom, splitSender, type SenderSplit } from "./words/sender.ts";
import { isEncryptionNotice, systemEventIn } from "./words/system-lines.ts";
import type { WallClock } from "./dates/wall-clock.ts";

/**
 * Reads a chat export line by line, in memory that does not grow with the file.
 *
 * `empty`: no message has begun. Lines are unread until one does.
 *
 * `open`: a message has begun and may go on. It is given out when the next one
 * begins, or when the file ends.
 *
 * `unread`: a line could not be read, so what continues it cannot be either.
 */
type Reading = { readonly phase: "empty" } | OpenMessage | { readonly phase: "unread" };

type OpenMessage = {
  readonly phase: "open";
  readonly at: WallClock;
  readonly rest: string;
  readonly more: string[];
  readonly from: number;
  to: number;
  length: number;
};

/**
 * Where the reading of one file stands. A state is spent by the next line: its
 * counts and its open message are continued in place, so that a hundred
 * thousand lines cost a hundred thousand steps.
 */
export type ReadingState = {
  readonly format: ChatFormat;
  readonly reading: Reading;
  readonly seen: Occurrences;
};

/** What one line completed: at most one entry, and at most one line that could not be read. */
export type LineRead = {
  readonly state: ReadingState;
  readonly entries: readonly ChatEntry[];
  readonly unread: readonly UnreadLine[];
};

/** Nothing read yet. */
export function startReading(format: ChatFormat): ReadingState {
  return { format, reading: { phase: "empty" }, seen: startOccurrences() };
}

/**
 * Reads the next line; `lineNumber` counts from one.
 *
 * Never throws, whatever the line. Each line ends up either in the range of one
 * entry or in one unread line.
 */
export function readLine(state: ReadingState, line: string, lineNumber: number): LineRead {
  const cleaned = cleanLine(line);
  if (cleaned.length > MAX_LINE_LENGTH) return unreadable(state, cleaned, lineNumber, "too-long");
  const start = messageStartIn(state.format, cleaned);
  if (start === null) return continued(state, cleaned, lineNumber);
  return begun(state, start, cleaned, lineNumber);
}

/** Gives out the last message. */
export function finishReading(state: ReadingState): LineRead {
  return {
    state: { ...state, reading: { phase: "empty" } },
    entries: completed(state),
    unread: [],
  };
}

function begun(
  state: ReadingState,
  start: MessageStart,
  line: string,
  lineNumber: number,
): LineRead {
  if (start.at === null) return unreadable(state, line, lineNumber, "impossible-date");
  const reading: OpenMessage = {
    phase: "open",
    at: start.at,
    rest: start.rest,
    more: [],
    from: lineNumber,
    to: lineNumber,
    length: start.rest.length,
  };
  return { state: { ...state, reading }, entries: completed(state), unread: [] };
}

function continued(state: ReadingState, line: string, lineNumber: number): LineRead {
  const { reading } = state;
  if (reading.phase !== "open") {
    const reason = reading.phase === "empty" ? "nothing-to-continue" : "follows-unread-line";
    return { state, entries: [], unread: [unreadLine(line, lineNumber, reason)] };
  }
  if (reading.length + line.length >= MAX_LINE_LENGTH) {
    return unreadable(state, line, lineNumber, "too-long");
  }
  reading.more.push(line);
  reading.to = lineNumber;
  reading.length += line.length + 1;
  return { state, entries: [], unread: [] };
}

function unreadable(
  state: ReadingState,
  line: string,
  lineNumber: number,
  reason: UnreadLine["reason"],
): LineRead {
  return {
    state: { ...state, reading: { phase: "unread" } },
    entries: completed(state),
    unread: [unreadLine(line, lineNumber, reason)],
  };
}

function unreadLine(line: string, number: number, reason: UnreadLine["reason"]): UnreadLine {
  return { line: number, reason, excerpt: excerptOf(line) };
}

function completed(state: ReadingState): readonly ChatEntry[] {
  if (state.reading.phase !== "open") return [];
  const entry = entryFrom(state.format, state.reading);
  const occurrence = countOccurrence(state.seen, contentKeyOf(entry));
  return [{ ...entry, occurrence }];
}

/** Blank lines at the end belong to the message by their number, not to its text. */
function entryFrom(format: ChatFormat, open: OpenMessage): Uncounted {
  const lines = { from: open.from, to: open.to };
  const whole = open.more.length === 0 ? open.rest : [open.rest, ...open.more].join("\n").trimEnd();
  const split = splitSender(open.rest, format.namesWithColon);
  if (split === null) return eventFrom(open.at, null, whole, lines);
  if (isInsideQuotes(split.name) && systemEventIn(whole).event !== "other") {
    return eventFrom(open.at, null, whole, lines);
  }
  const written = split.text + whole.slice(open.rest.length);
  return messageFrom(format, open.at, { ...split, text: written }, lines);
}

function messageFrom(
  format: ChatFormat,
  at: WallClock,
  split: SenderSplit,
  lines: LineRange,
): Uncounted {
  const body = readBody(split.text, format.platform === "ios");
  if (body.by === "app" || isEncryptionNotice(split.text)) {
    return eventFrom(at, split.name, split.text, lines);
  }
  const { content, language } = body;
  return { type: "message", at, sender: senderFrom(split.name), ...content, language, lines };
}

function eventFrom(at: WallClock, under: string | null, text: string, lines: LineRange): Uncounted {
  const { event, language } = systemEventIn(text);
  return {
    type: "system",
    event,
    at,
    under: under === null ? null : plainWords(under),
    text: plainWords(text),
    language,
    lines,
  };
}
