import { type Zone, instantIn } from "@galka/core/chat-export/dates/instant-in";
import type { WallClock } from "@galka/core/chat-export/dates/wall-clock";

/** Where the reading of a chat is in time. */
export type Timeline = { readonly zone: Zone; last: Date | null; base: number; inMoment: number };

export function startTimeline(zone: Zone): Timeline {
  return { zone, last: null, base: Number.NaN, inMoment: 0 };
}

/**
 * When the next entry of the file was written.
 *
 * An Android writes minutes only, so many entries share a moment. Each is put a
 * millisecond behind the one before it: the thread is ordered by time, and this
 * is the order of the chat.
 */
export function nextInstant(timeline: Timeline, at: WallClock): Date {
  const base = instantIn(timeline.zone, at, timeline.last).at.getTime();
  timeline.inMoment = base === timeline.base ? timeline.inMoment + 1 : 0;
  timeline.base = base;
  timeline.last = new Date(base);
  const room = at.second === null ? 59_999 : 999;
  return new Date(base + Math.min(timeline.inMoment, room));
}
