import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, property, record } from "fast-check";
import { isWindowOpen } from "../service-window.ts";
import { afterAnswer, afterClick, type EntryPoint, entryPointClosesAt } from "./entry-point.ts";

const HOUR = 60 * 60 * 1000;

type Event = {
  readonly at: number;
  readonly what: "write" | "call" | "tap" | "click" | "answer" | "look";
};

describe("a free entry point", () => {
  it("opens with the answer and closes exactly 72 hours later", () => {
    const clicked = afterClick(null, 0);
    assert.equal(entryPointClosesAt(HOUR, clicked), null);
    const open = afterAnswer(clicked, HOUR, { acceptedAt: HOUR });
    assert.equal(entryPointClosesAt(HOUR, open), 73 * HOUR);
    assert.equal(entryPointClosesAt(73 * HOUR - 1, open), 73 * HOUR);
    assert.equal(entryPointClosesAt(73 * HOUR, open), null);
  });

  it("does not open with an answer after 24 hours", () => {
    const late = afterAnswer(afterClick(null, 0), 25 * HOUR, { acceptedAt: 24 * HOUR });
    assert.equal(entryPointClosesAt(25 * HOUR, late), null);
    const justInTime = afterAnswer(afterClick(null, 0), 25 * HOUR, { acceptedAt: 24 * HOUR - 1 });
    assert.equal(entryPointClosesAt(25 * HOUR, justInTime), 97 * HOUR);
  });
});

describe("service window and entry point", () => {
  const events = array(
    record({
      wait: constantFrom(0, 1, HOUR, 12 * HOUR, 24 * HOUR - 1, 24 * HOUR, 48 * HOUR, 72 * HOUR),
      what: constantFrom("write", "call", "tap", "click", "answer", "look"),
    }),
    { maxLength: 40 },
  );

  it("agree with a list of everything that happened", () => {
    check(
      property(events, (steps) => {
        const story: Event[] = [];
        let lastInbound: number | null = null;
        let point: EntryPoint | null = null;
        let now = 0;
        for (const { wait, what } of steps) {
          now += wait;
          story.push({ at: now, what });
          if (what !== "answer" && what !== "look") lastInbound = now;
          if (what === "click") point = afterClick(point, now);
          if (what === "answer" && point !== null) {
            point = afterAnswer(point, now, { acceptedAt: now });
          }
          assert.equal(isWindowOpen(now, lastInbound), windowIsOpen(story, now));
          assert.equal(entryPointClosesAt(now, point), freeUntil(story, now));
        }
      }),
    );
  });
});

/** Anything from the person within the last 24 hours. */
function windowIsOpen(story: readonly Event[], now: number): boolean {
  return story.some(
    ({ at, what }) => what !== "answer" && what !== "look" && at <= now && now - at < 24 * HOUR,
  );
}

/** Every entry point there ever was, from the beginning; the last one may still be open. */
function freeUntil(story: readonly Event[], now: number): number | null {
  const openings: number[] = [];
  let waiting: number | null = null;
  for (const { at, what } of story) {
    if (what === "click") waiting = at;
    const open = openings.some((opening) => at >= opening && at < opening + 72 * HOUR);
    if (what !== "answer" || open || waiting === null || at - waiting >= 24 * HOUR) continue;
    openings.push(at);
    waiting = null;
  }
  const open = openings.find((opening) => now >= opening && now < opening + 72 * HOUR);
  return open === undefined ? null : open + 72 * HOUR;
}
