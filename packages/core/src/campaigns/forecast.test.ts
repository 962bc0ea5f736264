import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type PeopleGroup, type Road, forecast } from "./forecast.ts";

const START = new Date("2026-11-23T09:00:00Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPEN_ROAD: Road = { perSecond: 10, others: [], places: null, freed: [], firstWave: null };

/** May be written to from one hour of the day to another, by UTC. */
function between(from: number, to: number) {
  return (at: Date): Date => {
    const sinceMidnight = at.getTime() % DAY_MS;
    if (sinceMidnight >= from * HOUR_MS && sinceMidnight < to * HOUR_MS) return at;
    const midnight = at.getTime() - sinceMidnight;
    const next = sinceMidnight < from * HOUR_MS ? midnight : midnight + DAY_MS;
    return new Date(next + from * HOUR_MS);
  };
}
const always = (at: Date) => at;

type Simulated = { readonly endsAt: number; readonly reached: number; readonly days: number[] };

/**
 * Whether a night more or less is chance: in which order people are written to is
 * drawn by lot, so the last few of a group may fall on either side of a closing hour.
 */
function isByChance(lasted: number, groups: readonly PeopleGroup[], road: Road): boolean {
  const [least = 0, most = Infinity] = [-1, 1].map((sign) => {
    const spread = (count: number) => Math.max(0, count + sign * Math.ceil(2 * Math.sqrt(count)));
    const other = groups.map((it) => ({ ...it, count: spread(it.count) }));
    return (forecast(START, other, road).endsAt?.getTime() ?? Infinity) - START.getTime();
  });
  return least * 0.95 <= lasted && lasted <= most * 1.05;
}

/**
 * The slow twin: person by person, message by message, each at the moment at
 * which the road is free, the person may be written to and the tier has a place.
 */
function simulate(groups: readonly PeopleGroup[], road: Road): Simulated {
  const left = groups.map(({ count }) => count);
  const stepMs = 1000 / road.perSecond;
  const taken: number[] = [];
  const days: number[] = [];
  let places = road.places ?? Infinity;
  const freed = road.freed.map(({ at, count }) => ({ atMs: at.getTime(), count }));
  let nowMs = START.getTime();
  let lastMs = nowMs;
  let reached = 0;
  let wave = road.firstWave?.people ?? Infinity;
  let turn = 0;
  for (;;) {
    while (taken[0] !== undefined && taken[0] <= nowMs - DAY_MS) {
      taken.shift();
      places += 1;
    }
    while (freed[0] && freed[0].atMs <= nowMs) places += freed.shift()?.count ?? 0;
    const opens = groups.map((it, n) =>
      (left[n] ?? 0) > 0 ? (it.nextAllowedAt(new Date(nowMs))?.getTime() ?? Infinity) : Infinity,
    );
    const open = opens.flatMap((ms, n) => (ms <= nowMs ? [n] : []));
    const ready = open.filter((n) => !groups[n]?.takesPlace || places > 0);
    if (ready.length === 0) {
      const forPlaces =
        open.length > 0
          ? Math.min((taken[0] ?? Infinity) + DAY_MS, freed[0]?.atMs ?? Infinity)
          : Infinity;
      const next = Math.min(forPlaces, ...opens.filter((ms) => ms > nowMs));
      if (!Number.isFinite(next) || next > START.getTime() + 366 * DAY_MS) break;
      nowMs = next;
      continue;
    }
    // In turn by what is left, as a random order is on average.
    const total = ready.reduce((sum, n) => sum + (left[n] ?? 0), 0);
    let spot = (turn++ * 7919) % total;
    const chosen = ready.find((n) => (spot -= left[n] ?? 0) < 0) ?? ready[0] ?? 0;
    left[chosen] = (left[chosen] ?? 0) - 1;
    if (groups[chosen]?.takesPlace && road.places !== null) {
      places -= 1;
      taken.push(nowMs);
    }
    reached += 1;
    const day = Math.floor((nowMs - START.getTime()) / DAY_MS);
    while (days.length <= day) days.push(0);
    days[day] = (days[day] ?? 0) + 1;
    nowMs += stepMs;
    lastMs = nowMs;
    wave -= 1;
    if (wave === 0) nowMs += road.firstWave?.waitMs ?? 0;
  }
  return { endsAt: lastMs, reached, days };
}

describe("forecast", () => {
  it("divides the people by the pace on an open road", () => {
    const told = forecast(
      START,
      [{ count: 36_000, takesPlace: true, nextAllowedAt: always }],
      OPEN_ROAD,
    );
    assert.deepEqual(told.endsAt, new Date(START.getTime() + HOUR_MS));
    assert.deepEqual(told.days, [36_000]);
    assert.deepEqual(told.slowedBy, []);
  });

  it("reaches today whom the tier has places for, and the others tomorrow", () => {
    const group = { count: 10_000, takesPlace: true, nextAllowedAt: always };
    const told = forecast(START, [group], { ...OPEN_ROAD, places: 8_140 });
    assert.deepEqual(told.days, [8_140, 1_860]);
    assert.deepEqual(told.slowedBy, ["tier"]);
  });

  it("says who is never reached", () => {
    const never = { count: 5, takesPlace: false, nextAllowedAt: () => null };
    const told = forecast(START, [never], OPEN_ROAD);
    assert.deepEqual([told.endsAt, told.reached, told.unreached], [null, 0, 5]);
  });

  it("shares the road with other campaigns while they last", () => {
    const group = { count: 3_600, takesPlace: false, nextAllowedAt: always };
    const told = forecast(START, [group], { ...OPEN_ROAD, others: [{ left: 36_000 }] });
    const minutes = ((told.endsAt?.getTime() ?? 0) - START.getTime()) / 60_000;
    assert.ok(Math.abs(minutes - 12) < 0.6, String(minutes));
    assert.deepEqual(told.slowedBy, ["others"]);
  });

  const group = fc
    .record({
      count: fc.integer({ min: 1, max: 1_500 }),
      takesPlace: fc.boolean(),
      hours: fc.constantFrom<readonly [number, number] | null>(null, [8, 20], [10, 12], [14, 22]),
    })
    .map(({ hours, ...rest }) => ({
      ...rest,
      nextAllowedAt: hours ? between(hours[0], hours[1]) : always,
    }));
  const road = fc.record({
    perSecond: fc.constantFrom(0.2, 1, 5, 20, 80),
    others: fc.constant([]),
    places: fc.constantFrom<number | null>(null, 250, 2_000, 10_000),
    freed: fc.constantFrom<Road["freed"]>(
      [],
      [{ at: new Date(START.getTime() + 5 * HOUR_MS), count: 400 }],
    ),
    firstWave: fc.constantFrom<Road["firstWave"]>(null, { people: 100, waitMs: HOUR_MS }),
  });

  it("agrees with a slow simulation: the end within five percent, the reach exactly", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), road, (groups, on) => {
        const told = forecast(START, groups, on);
        const slow = simulate(groups, on);
        assert.equal(told.reached, slow.reached);
        const lasted = slow.endsAt - START.getTime();
        const guessed = (told.endsAt?.getTime() ?? 0) - START.getTime();
        const off = Math.abs(guessed - lasted);
        const isNear = off <= Math.max(lasted * 0.05, 2_000);
        assert.ok(isNear || isByChance(lasted, groups, on), `${guessed} for ${lasted}`);
      }),
      { numRuns: 60 },
    );
  });
});
