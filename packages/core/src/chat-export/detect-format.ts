import { cleanLine, MAX_LINE_LENGTH, plainPhrase } from "./characters.ts";
import type { ChatFormat } from "./chat-format.ts";
import {
  decideDateOrder,
  observeDate,
  startDates,
  type DateEvidence,
} from "./dates/date-evidence.ts";
import type { Confidence, DateReading } from "./dates/date-evidence.ts";
import type { Language } from "./entry.ts";
import { headOf, type LineHead } from "./dates/line-head.ts";
import { readBody } from "./words/message-body.ts";
import { LOCATION_WORDS, POLL_WORDS } from "./words/phrases.ts";
import { splitSender } from "./words/sender.ts";
import { systemEventIn } from "./words/system-lines.ts";
import type { DateOrder } from "./dates/wall-clock.ts";

/** How an export seems to be written, for a person to confirm or correct before importing. */
export type FormatFound = {
  readonly format: ChatFormat;
  readonly clock: 12 | 24;
  /** How sure the order of day and month is. The rest of the format is read off the page. */
  readonly confidence: Confidence["level"];
  readonly because: Confidence["because"];
  /** Every order that the dates allow, the chosen one first, with the period it would mean. */
  readonly readings: readonly DateReading[];
  /** The languages the phone was set to, the likeliest first; empty when the app wrote no words. */
  readonly languages: readonly Language[];
  readonly lineCount: number;
  readonly messageCount: number;
  /** Lines that begin like a message of another export; they are read as parts of messages. */
  readonly otherHeadCount: number;
};

export type NotAChatExport = {
  readonly refused: "not-a-chat-export";
  readonly lineCount: number;
};

/**
 * What was seen of a file so far. It grows with the number of senders, not of
 * lines, so a whole file can be looked at before it is imported.
 */
export type FormatEvidence = {
  lineCount: number;
  readonly shapes: Map<string, ShapeEvidence>;
};

type ShapeEvidence = {
  readonly head: LineHead;
  headCount: number;
  halfCount: number;
  readonly dates: DateEvidence;
  readonly languages: Map<Language, number>;
  readonly names: Map<string, NameEvidence>;
};

type NameEvidence = { count: number; readonly longer: string | null; alwaysLonger: boolean };

/** A name is taken to contain a colon when it was written that way this often, and never otherwise. */
const ENOUGH_LINES = 3;
const MOST_NAMES = 4096;

/** Nothing seen yet. */
export function startDetecting(): FormatEvidence {
  return { lineCount: 0, shapes: new Map() };
}

/** Adds one line to `evidence`, in place. */
export function observeLine(evidence: FormatEvidence, line: string): void {
  evidence.lineCount += 1;
  const head = headOf(cleanLine(line.slice(0, MAX_LINE_LENGTH)));
  if (head === null) return;
  const key = `${head.platform} ${head.separator} ${head.yearFirst}`;
  const shape = evidence.shapes.get(key) ?? startShape(head);
  evidence.shapes.set(key, shape);
  shape.headCount += 1;
  if (head.half !== null) shape.halfCount += 1;
  observeDate(shape.dates, head);
  observeWords(shape, head);
}

/** The format that most messages seen so far are written in. */
export function formatFrom(evidence: FormatEvidence): FormatFound | NotAChatExport {
  const { lineCount } = evidence;
  const shapes = [...evidence.shapes.values()].sort((a, b) => b.headCount - a.headCount);
  const [shape] = shapes;
  if (shape === undefined) return { refused: "not-a-chat-export", lineCount };
  const languages = [...shape.languages].sort((a, b) => b[1] - a[1]).map(([language]) => language);
  const { confidence, readings } = decideDateOrder(shape.dates, shape.head, languages);
  return {
    format: formatOf(shape, readings[0]?.order ?? "day-month-year"),
    clock: shape.halfCount > 0 ? 12 : 24,
    confidence: confidence.level,
    because: confidence.because,
    readings,
    languages,
    lineCount,
    messageCount: shape.headCount,
    otherHeadCount: shapes.slice(1).reduce((sum, other) => sum + other.headCount, 0),
  };
}

/** Decides by a sample; a whole file gives a surer answer than its beginning. */
export function detectFormat(sampleLines: Iterable<string>): FormatFound | NotAChatExport {
  const evidence = startDetecting();
  for (const line of sampleLines) observeLine(evidence, line);
  return formatFrom(evidence);
}

function startShape(head: LineHead): ShapeEvidence {
  return {
    // The text of the line is let go: only the form of the head is asked for later.
    head: { ...head, rest: "" },
    headCount: 0,
    halfCount: 0,
    dates: startDates(),
    languages: new Map(),
    names: new Map(),
  };
}

function formatOf(shape: ShapeEvidence, dateOrder: DateOrder): ChatFormat {
  const namesWithColon: string[] = [];
  for (const seen of shape.names.values()) {
    if (seen.alwaysLonger && seen.longer !== null && seen.count >= ENOUGH_LINES) {
      namesWithColon.push(seen.longer);
    }
  }
  const { platform, separator } = shape.head;
  return { platform, separator, dateOrder, namesWithColon };
}

function observeWords(shape: ShapeEvidence, head: LineHead): void {
  const split = splitSender(head.rest);
  if (split === null) {
    count(shape.languages, systemEventIn(head.rest).language);
    return;
  }
  const body = readBody(split.text, head.platform === "ios");
  count(shape.languages, body.by === "app" ? systemEventIn(split.text).language : body.language);
  observeName(shape.names, split.name, split.text);
}

function count(languages: Map<Language, number>, language: Language | null): void {
  if (language !== null) languages.set(language, (languages.get(language) ?? 0) + 1);
}

function observeName(names: Map<string, NameEvidence>, name: string, text: string): void {
  const longer = longerName(name, text);
  const seen = names.get(name);
  if (seen === undefined) {
    if (names.size < MOST_NAMES)
      names.set(name, { count: 1, longer, alwaysLonger: longer !== null });
    return;
  }
  seen.count += 1;
  if (longer !== seen.longer) seen.alwaysLonger = false;
}

/** The name that this line would have if its first colon belonged to the name. */
function longerName(name: string, text: string): string | null {
  const second = splitSender(text)?.name;
  if (second === undefined) return null;
  const word = plainPhrase(second);
  return LOCATION_WORDS.has(word) || POLL_WORDS.has(word) ? null : `${name}: ${second}`;
}
