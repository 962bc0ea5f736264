import { headOf, type LineHead, type Platform } from "./dates/line-head.ts";
import { dateIn, type DateOrder, type WallClock } from "./dates/wall-clock.ts";

/**
 * How one export is written. The phone decides it when it exports, so all lines of a file agree.
 */
export type ChatFormat = {
  readonly platform: Platform;
  readonly separator: LineHead["separator"];
  readonly dateOrder: DateOrder;
  /** Senders whose names contain ": ", as written; everyone else's name ends at the first one. */
  readonly namesWithColon: readonly string[];
};

/** A line that begins a message of this format; `at` is null when there is no such day or hour. */
export type MessageStart = { readonly at: WallClock | null; readonly rest: string };

/**
 * The start of a message in `line`, or null when the line continues one.
 *
 * A head in another form continues the message: people paste parts of other
 * exports into chats.
 */
export function messageStartIn(format: ChatFormat, line: string): MessageStart | null {
  const head = headOf(line);
  return head === null || !isOfFormat(format, head)
    ? null
    : { at: wallClockOf(format.dateOrder, head), rest: head.rest };
}

function isOfFormat(format: ChatFormat, head: LineHead): boolean {
  return (
    head.platform === format.platform &&
    head.separator === format.separator &&
    head.yearFirst === (format.dateOrder === "year-month-day")
  );
}

function wallClockOf(order: DateOrder, head: LineHead): WallClock | null {
  const date = dateIn(order, head.numbers);
  return date === null || head.time === null ? null : { ...date, ...head.time };
}
