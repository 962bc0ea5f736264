import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Road, forecast } from "./forecast.ts";
import { isByChance, isDrawnByLot, simulate } from "./testing/slow-campaign.ts";

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

  it("waits for whoever has had enough until they may get more, and leaves out whom it is not worth waiting for", () => {
    const group = { count: 3_600, takesPlace: false, nextAllowedAt: always };
    const inHours = (hours: number) => ({
      ...group,
      cappedUntil: new Date(START.getTime() + hours * HOUR_MS),
    });
    const told = forecast(START, [group, inHours(20), inHours(24 * 6)], OPEN_ROAD);
    assert.deepEqual([told.reached, told.tooOften, told.unreached], [7_200, [0, 0, 3_600], 0]);
    const hours = ((told.endsAt?.getTime() ?? 0) - START.getTime()) / HOUR_MS;
    assert.ok(Math.abs(hours - 20.1) < 0.02, String(hours));
    assert.deepEqual(told.slowedBy, ["frequency-cap"]);
  });

  it("reaches those of whom enough time has passed when a long campaign comes to them", () => {
    const all = { count: 100_000, takesPlace: false, nextAllowedAt: always };
    const capped = { ...all, count: 10_000, cappedUntil: new Date(START.getTime() + 2 * DAY_MS) };
    // Four days; the turn of a quarter of them comes within the first.
    const told = forecast(START, [all, capped], { ...OPEN_ROAD, perSecond: 0.29 });
    const [, tooOften = 0] = told.tooOften;
    assert.ok(Math.abs(tooOften - 2_500) < 100, String(tooOften));
    assert.equal(told.reached + tooOften, 110_000);
  });

  const group = fc
    .record({
      count: fc.integer({ min: 1, max: 1_500 }),
      takesPlace: fc.boolean(),
      hours: fc.constantFrom<readonly [number, number] | null>(null, [8, 20], [10, 12], [14, 22]),
      capped: fc.constantFrom<number | null>(null, null, -1, 3, 20, 23, 26, 40, 100),
    })
    .map(({ hours, capped, ...rest }) => ({
      ...rest,
      ...(capped !== null && { cappedUntil: new Date(START.getTime() + capped * HOUR_MS) }),
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

  it("agrees with a slow simulation: the end within five percent, the reach exactly but for whose turn is drawn by lot", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), road, (groups, on) => {
        const told = forecast(START, groups, on);
        const slow = simulate(START, groups, on);
        const [mine, theirs] = [sum(told.tooOften), sum(slow.tooOften)];
        const lot = isDrawnByLot(START, groups) ? 3 * Math.sqrt(mine + theirs) + 3 : 0;
        assert.ok(Math.abs(told.reached - slow.reached) <= lot, `${told.reached} ${slow.reached}`);
        assert.equal(told.reached + mine, slow.reached + theirs);
        const lasted = slow.endsAt - START.getTime();
        const guessed = (told.endsAt ?? START).getTime() - START.getTime();
        // Whether anybody at all of a group is left to wait for is chance, too.
        const isLast = groups.some(
          ({ count }, n) => (told.tooOften[n] === count) !== (slow.tooOften[n] === count),
        );
        const off = Math.abs(guessed - lasted);
        const isNear = off <= Math.max(lasted * 0.05, 2_000);
        assert.ok(
          isNear || isLast || isByChance(START, lasted, groups, on),
          `${guessed} for ${lasted}`,
        );
      }),
      { numRuns: 60 },
    );
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
