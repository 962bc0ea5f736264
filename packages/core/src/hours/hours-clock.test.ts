import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hoursClock } from "./hours-clock.ts";
import { ALWAYS_OPEN, type OfficeHours, type Period, problemOfHours } from "./office-hours.ts";
import { openZone } from "./zone.ts";

const NINE_TO_SIX: readonly Period[] = [{ fromMinute: 540, toMinute: 1080 }];
const HOUR_MS = 3_600_000;

describe("hoursClock", () => {
  const berlin = hoursClock(office("Europe/Berlin"));

  it("opens and closes by the wall clock of its zone", () => {
    assert.equal(berlin.isOpenAt(at("2026-11-23T07:59:59Z")), false);
    assert.equal(berlin.isOpenAt(at("2026-11-23T08:00:00Z")), true);
    assert.equal(berlin.isOpenAt(at("2026-11-23T16:59:59Z")), true);
    assert.equal(berlin.isOpenAt(at("2026-11-23T17:00:00Z")), false);
  });

  it("says on Friday evening that Monday morning comes next", () => {
    assert.deepEqual(berlin.nextOpening(at("2026-11-20T18:00:00Z")), at("2026-11-23T08:00:00Z"));
  });

  it("counts no night and no weekend", () => {
    const ms = berlin.workingMs(at("2026-11-20T16:00:00Z"), at("2026-11-23T09:00:00Z"));
    assert.equal(ms, 2 * HOUR_MS);
  });

  it("puts a deadline behind the weekend", () => {
    const due = berlin.afterWorkingMs(at("2026-11-20T16:30:00Z"), HOUR_MS);
    assert.deepEqual(due, at("2026-11-23T08:30:00Z"));
  });

  it("is closed on a holiday, and open on it when it has hours of its own", () => {
    const holidays = [
      { date: "2026-12-25", name: "Christmas", periods: [] },
      { date: "2026-12-24", name: "Christmas Eve", periods: [{ fromMinute: 540, toMinute: 720 }] },
    ];
    const clock = hoursClock({ ...office("Europe/Berlin"), holidays });
    assert.equal(clock.isOpenAt(at("2026-12-25T10:00:00Z")), false);
    assert.deepEqual(clock.nextClosing(at("2026-12-24T10:00:00Z")), at("2026-12-24T11:00:00Z"));
  });

  it("never opens and never closes where nothing does", () => {
    const closed = hoursClock({
      timeZone: "UTC",
      week: Array.from({ length: 7 }, () => []),
      holidays: [],
    });
    const now = at("2026-11-22T12:00:00Z");
    assert.equal(closed.nextOpening(now), null);
    assert.equal(closed.afterWorkingMs(now, 1), null);
    assert.equal(hoursClock(ALWAYS_OPEN).nextClosing(now), null);
    assert.equal(hoursClock(ALWAYS_OPEN).workingMs(now, at("2026-11-24T12:00:00Z")), 48 * HOUR_MS);
  });

  it("has 23 hours on the day the clocks go forward and 25 on the day they go back", () => {
    const clock = hoursClock({ ...ALWAYS_OPEN, timeZone: "Europe/Berlin" });
    const night = (day: string, period: Period) =>
      hoursClock({
        ...ALWAYS_OPEN,
        timeZone: "Europe/Berlin",
        week: Array.from({ length: 7 }, () => [period]),
      }).workingMs(at(`${day}T00:00:00Z`), at(`${day}T12:00:00Z`));
    assert.equal(
      clock.workingMs(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")),
      23 * HOUR_MS,
    );
    assert.equal(night("2026-03-29", { fromMinute: 60, toMinute: 240 }), 2 * HOUR_MS);
    assert.equal(night("2026-10-25", { fromMinute: 120, toMinute: 240 }), 3 * HOUR_MS);
    // What would begin in the hour that is skipped begins when the clocks have been changed.
    assert.equal(night("2026-03-29", { fromMinute: 150, toMinute: 240 }), HOUR_MS);
  });

  it("adds up, and is never longer than the time that passed", () => {
    const span = fc.integer({ min: 0, max: 30 * 24 * HOUR_MS });
    fc.assert(
      fc.property(anyHours(), moment(), span, span, (hours, a, first, second) => {
        const clock = hoursClock(hours);
        const b = new Date(a.getTime() + first);
        const c = new Date(b.getTime() + second);
        assert.equal(clock.workingMs(a, c), clock.workingMs(a, b) + clock.workingMs(b, c));
        assert.ok(clock.workingMs(a, c) <= c.getTime() - a.getTime());
      }),
    );
  });

  it("opens at the next opening, and at no moment before", () => {
    fc.assert(
      fc.property(anyHours(), moment(), (hours, now) => {
        const clock = hoursClock(hours);
        const opening = clock.nextOpening(now);
        if (opening === null) return;
        assert.ok(clock.isOpenAt(opening));
        assert.equal(clock.workingMs(now, opening), 0);
        const closing = clock.nextClosing(opening);
        if (closing === null) return;
        assert.ok(!clock.isOpenAt(closing));
        assert.equal(clock.workingMs(opening, closing), closing.getTime() - opening.getTime());
      }),
    );
  });

  it("reaches a deadline after exactly that much working time", () => {
    fc.assert(
      fc.property(
        anyHours(),
        moment(),
        fc.integer({ min: 1, max: 90 * HOUR_MS }),
        (hours, now, ms) => {
          const clock = hoursClock(hours);
          const due = clock.afterWorkingMs(now, ms);
          if (due !== null) assert.equal(clock.workingMs(now, due), ms);
        },
      ),
    );
  });

  it("counts what asking every quarter of an hour counts", () => {
    fc.assert(
      fc.property(anyHours(), moment(), (hours, from) => {
        const clock = hoursClock(hours);
        const start = Math.ceil(from.getTime() / 900_000) * 900_000;
        const quarters = Array.from({ length: 300 }, (_, n) => new Date(start + n * 900_000));
        const open = quarters.filter((it) => clock.isOpenAt(it)).length;
        assert.equal(
          clock.workingMs(new Date(start), new Date(start + 300 * 900_000)),
          open * 900_000,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("openZone", () => {
  it("finds the moment of every wall time that is shown, and never goes back", () => {
    fc.assert(
      fc.property(
        zoneName(),
        moment(),
        fc.integer({ min: 0, max: 48 * 60 }),
        (name, at, minutes) => {
          const zone = openZone(name);
          const wall = zone.wallMsAt(at.getTime());
          const first = zone.instantMsOf(wall);
          assert.ok(first <= at.getTime());
          assert.equal(zone.wallMsAt(first), wall);
          assert.ok(zone.instantMsOf(wall + minutes * 60_000) >= first);
        },
      ),
    );
  });
});

describe("problemOfHours", () => {
  check("is none with hours as they should be", office("Europe/Berlin"), null);
  check("is a zone that nobody knows", office("Mars/Olympus"), "zone-unknown");
  check("is a week of six days", { ...office("UTC"), week: [[]] }, "week-incomplete");
  check(
    "is a period that ends before it begins",
    week({ fromMinute: 600, toMinute: 600 }),
    "period-backwards",
  );
  check(
    "is two periods at once",
    week({ fromMinute: 60, toMinute: 120 }, { fromMinute: 119, toMinute: 180 }),
    "periods-overlap",
  );
  check(
    "is a date that does not exist",
    { ...office("UTC"), holidays: [{ date: "2026-02-30", name: "None", periods: [] }] },
    "date-invalid",
  );

  function check(name: string, hours: OfficeHours, problem: string | null) {
    it(name, () => assert.equal(problemOfHours(hours), problem));
  }

  function week(...periods: Period[]): OfficeHours {
    return { ...office("UTC"), week: Array.from({ length: 7 }, () => periods) };
  }
});

function at(text: string): Date {
  return new Date(text);
}

/** Nine to six, Monday to Friday. */
function office(timeZone: string): OfficeHours {
  return {
    timeZone,
    week: [...Array.from({ length: 5 }, () => NINE_TO_SIX), [], []],
    holidays: [],
  };
}

function zoneName() {
  return fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Atlantic/Azores",
    "America/Havana",
    "Africa/Cairo",
    "Pacific/Apia",
    "Europe/Moscow",
    "Pacific/Chatham",
  );
}

/** Around the changes of the clocks of many years, to the second. */
function moment() {
  return fc
    .integer({ min: Date.UTC(2010, 0) / 1000, max: Date.UTC(2030, 0) / 1000 })
    .map((seconds) => new Date(seconds * 1000));
}

function day() {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
    .map((quarters) => quarters.sort((a, b) => a - b))
    .map((quarters) =>
      Array.from({ length: Math.floor(quarters.length / 2) }, (_, n) => ({
        fromMinute: (quarters[2 * n] ?? 0) * 15,
        toMinute: (quarters[2 * n + 1] ?? 0) * 15,
      })),
    );
}

function anyHours(): fc.Arbitrary<OfficeHours> {
  return fc.record({
    timeZone: zoneName(),
    week: fc.array(day(), { minLength: 7, maxLength: 7 }),
    holidays: fc.constant([]),
  });
}
