import { plainPhrase } from "../characters.ts";
import { hourOfDay, type DayHalf } from "./wall-clock.ts";

/** Which phone wrote the export. The two write the head of a line in different brackets. */
export type Platform = "ios" | "android";

/**
 * The head of a line that begins a message, before anybody has decided which
 * number is the day.
 */
export type LineHead = {
  readonly platform: Platform;
  readonly separator: "/" | "." | "-";
  readonly numbers: readonly [number, number, number];
  /** The year came first, with four digits. */
  readonly yearFirst: boolean;
  /** How the date was written: `4-digit` years and padded numbers tell the countries apart. */
  readonly longYear: boolean;
  readonly padded: boolean;
  readonly half: DayHalf | null;
  /** Null when no clock shows this hour, minute or second. */
  readonly time: {
    readonly hour: number;
    readonly minute: number;
    readonly second: number | null;
  } | null;
  /** Everything behind the head: "Name: text", or the words of the app. */
  readonly rest: string;
};

/**
 * The halves of the day as phones in our five languages write them, in the form
 * of `plainPhrase` without spaces and stops. English and Spanish phones vary
 * only in these ("a.m.", "a. m.", "AM"); the long ones are the day periods
 * that some Android phones use.
 */
const HALVES = new Map<string, DayHalf>([
  ...["am", "a", "дп", "vorm", "vormittags", "morgens", "утра", "manhã", "damanhã"].map(
    (word) => [word, "am"] as const,
  ),
  ...["delamañana", "mañana", "früh", "madrugada", "damadrugada", "delamadrugada"].map(
    (word) => [word, "am"] as const,
  ),
  ...["pm", "p", "пп", "nachm", "nachmittags", "mittags", "abends", "дня", "вечера"].map(
    (word) => [word, "pm"] as const,
  ),
  ...["tarde", "datarde", "delatarde", "delmediodía"].map((word) => [word, "pm"] as const),
  ...["ночи", "nachts", "noite", "danoite", "noche", "delanoche"].map(
    (word) => [word, "night"] as const,
  ),
]);

const MARK = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*";
const SPACE = "[ \\t\\u00a0\\u2009\\u202f]";
const DATE = `${MARK}(\\d{1,4})${MARK}([./-])${MARK}(\\d{1,2})${MARK}\\2${MARK}(\\d{1,4})${MARK}`;
const CLOCK = `(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?`;
const HALF = `(?:${SPACE}{0,2}((?:\\p{L}[\\p{L}.]{0,12}${SPACE}?){1,3}))?`;
const TIME = `,?${SPACE}${MARK}${CLOCK}${HALF}${MARK}`;
const IOS = new RegExp(`^${MARK}\\[${DATE}${TIME}\\]${SPACE}?`, "u");
const ANDROID = new RegExp(`^${DATE}${TIME}${SPACE}[-\\u2013]${SPACE}?`, "u");

/** Words behind a 24-hour clock that say "o'clock". */
const HOUR_WORDS = new Set(["uhr", "h", "ч"]);

/** A head is never longer; a longer stretch of the line is not searched. */
const HEAD_LENGTH = 100;

/** The head of `line`, or null when the line does not begin a message. */
export function headOf(line: string): LineHead | null {
  const start = line.slice(0, HEAD_LENGTH);
  const ios = IOS.exec(start);
  const found = ios ?? ANDROID.exec(start);
  if (found === null) return null;
  const half = halfOf(found[8]);
  if (half === undefined) return null;
  const date = dateOf(found);
  if (date === null) return null;
  return {
    platform: ios === null ? "android" : "ios",
    ...date,
    half,
    time: timeOf(found, half),
    rest: line.slice(found[0].length),
  };
}

function dateOf(
  found: RegExpExecArray,
): Pick<LineHead, "separator" | "numbers" | "yearFirst" | "longYear" | "padded"> | null {
  const [, first = "", separator, second = "", third = ""] = found;
  if (separator !== "/" && separator !== "." && separator !== "-") return null;
  const yearFirst = first.length === 4;
  const year = yearFirst ? first : third;
  const day = yearFirst ? third : first;
  if ((year.length !== 4 && year.length !== 2) || day.length > 2) return null;
  return {
    separator,
    numbers: [Number(first), Number(second), Number(third)],
    yearFirst,
    longYear: year.length === 4,
    padded: day.length === 2 && second.length === 2,
  };
}

/** Undefined when there are words behind the time that name no half of the day. */
function halfOf(written: string | undefined): DayHalf | null | undefined {
  if (written === undefined) return null;
  const word = plainPhrase(written).replace(/[. ]/gu, "");
  return HOUR_WORDS.has(word) ? null : HALVES.get(word);
}

function timeOf(found: RegExpExecArray, half: DayHalf | null): LineHead["time"] {
  const hour = hourOfDay(Number(found[5]), half);
  const minute = Number(found[6]);
  const second = found[7] === undefined ? null : Number(found[7]);
  if (hour === null || minute > 59 || (second ?? 0) > 59) return null;
  return { hour, minute, second };
}
