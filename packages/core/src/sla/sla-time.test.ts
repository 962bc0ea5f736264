import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hoursClock } from "../hours/hours-clock.ts";
import { ALWAYS_OPEN, type OfficeHours } from "../hours/office-hours.ts";
import { type SlaPause, WALL_CLOCK, slaDueAt, slaRunMs } from "./sla-time.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const BERLIN: OfficeHours = {
  timeZone: "Europe/Berlin",
  week: [...Array.from({ length: 5 }, () => [{ fromMinute: 540, toMinute: 1080 }]), [], []],
  holidays: [{ date: "2026-12-25", name: "Christmas", periods: [] }],
};
/** Open all night, so that the changes of the clocks lie inside. */
const NIGHTS: OfficeHours = {
  timeZone: "America/New_York",
  week: Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 480 }]),
  holidays: [],
};
const MEASURES = [WALL_CLOCK, hoursClock(BERLIN), hoursClock(NIGHTS), hoursClock(ALWAYS_OPEN)];

describe("slaDueAt", () => {
  it("is an hour of the office, not of the night", () => {
    const due = slaDueAt(hoursClock(BERLIN), at("2026-11-20T16:30:00Z"), [], HOUR_MS);
    assert.deepEqual(due, at("2026-11-23T08:30:00Z"));
  });

  it("counts the hour that comes twice twice, and the one that is skipped not at all", () => {
    const nights = hoursClock(NIGHTS);
    // New York, 2026-11-01: the clocks go back at 06:00Z. Midnight is 04:00Z.
    const autumn = slaDueAt(nights, at("2026-11-01T04:00:00Z"), [], 4 * HOUR_MS);
    assert.deepEqual(autumn, at("2026-11-01T08:00:00Z"));
    assert.equal(wallClock(autumn), "03:00");
    // 2026-03-08: they go forward at 07:00Z. Midnight is 05:00Z.
    const spring = slaDueAt(nights, at("2026-03-08T05:00:00Z"), [], 4 * HOUR_MS);
    assert.equal(wallClock(spring), "05:00");
  });

  it("has no end while it stands still, and goes on where it stood", () => {
    const from = at("2026-11-23T09:00:00Z");
    const paused = at("2026-11-23T09:20:00Z");
    assert.equal(slaDueAt(WALL_CLOCK, from, [{ from: paused, to: null }], HOUR_MS), null);
    const pauses = [{ from: paused, to: at("2026-11-24T09:00:00Z") }];
    assert.deepEqual(slaDueAt(WALL_CLOCK, from, pauses, HOUR_MS), new Date("2026-11-24T09:40:00Z"));
  });

  it("keeps its end when it is put aside after that", () => {
    const from = at("2026-11-23T09:00:00Z");
    const pause = { from: at("2026-11-23T10:00:00Z"), to: null };
    assert.deepEqual(slaDueAt(WALL_CLOCK, from, [pause], HOUR_MS), at("2026-11-23T10:00:00Z"));
  });

  it("never comes where nothing ever opens", () => {
    const closed = hoursClock({ ...ALWAYS_OPEN, week: Array.from({ length: 7 }, () => []) });
    assert.equal(slaDueAt(closed, at("2026-11-23T09:00:00Z"), [], 1), null);
  });

  it("comes after exactly that much running time, whatever the hours and pauses", () => {
    fc.assert(
      fc.property(measures, moments, pauseLists, spans, (measure, from, lengths, ms) => {
        const pauses = pausesFrom(from, lengths);
        const due = slaDueAt(measure, from, pauses, ms);
        if (due === null) return;
        assert.equal(slaRunMs(measure, from, pauses, due), ms);
      }),
      { numRuns: 500 },
    );
  });

  it("comes later for a larger target, and for a longer pause", () => {
    fc.assert(
      fc.property(measures, moments, pauseLists, spans, (measure, from, lengths, ms) => {
        const pauses = pausesFrom(from, lengths);
        const due = slaDueAt(measure, from, pauses, ms);
        const larger = slaDueAt(measure, from, pauses, ms + MINUTE_MS);
        if (due && larger) assert.ok(larger > due);
        const without = slaDueAt(measure, from, pauses.slice(0, -1), ms);
        if (due && without) assert.ok(due >= without);
      }),
      { numRuns: 500 },
    );
  });

  it("does not mind a pause that is over before it begins", () => {
    fc.assert(
      fc.property(measures, moments, spans, (measure, from, ms) => {
        const before = { from: new Date(from.getTime() - 2 * HOUR_MS), to: from };
        assert.deepEqual(slaDueAt(measure, from, [before], ms), slaDueAt(measure, from, [], ms));
      }),
    );
  });
});

const measures = fc.constantFrom(...MEASURES);
const spans = fc.integer({ min: 1, max: 40 * 60 }).map((minutes) => minutes * MINUTE_MS);
/** Around the changes of the clocks of several years. */
const moments = fc
  .integer({ min: Date.UTC(2024, 0) / MINUTE_MS, max: Date.UTC(2028, 0) / MINUTE_MS })
  .map((minutes) => new Date(minutes * MINUTE_MS));
/** Minutes of running and of standing still, in turn. */
const pauseLists = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 20_000 })),
  { maxLength: 4 },
);

function pausesFrom(from: Date, lengths: readonly (readonly [number, number])[]): SlaPause[] {
  let atMs = from.getTime();
  return lengths.map(([runs, stands]) => {
    const begin = atMs + runs * MINUTE_MS;
    atMs = begin + stands * MINUTE_MS;
    return { from: new Date(begin), to: new Date(atMs) };
  });
}

function at(text: string): Date {
  return new Date(text);
}

function wallClock(moment: Date | null): string | undefined {
  return moment?.toLocaleTimeString("en-GB", {
    timeZone: "America/New_York",
    hour: "2-digit",
    minute: "2-digit",
  });
}
