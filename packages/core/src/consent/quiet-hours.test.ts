import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { openZone } from "../hours/zone.ts";
import { nextAllowedAt, quietFrom } from "./quiet-hours.ts";
import { COUNTRY_ZONES } from "./zones/country-zones.ts";

const NIGHT = { fromMinute: 21 * 60, toMinute: 8 * 60 };
const BERLIN = ["Europe/Berlin"];

describe("quietFrom", () => {
  const at = new Date("2026-11-22T12:00:00Z");

  it("is when the first of the clocks shows the evening", () => {
    const zones = ["America/New_York", "America/Los_Angeles"];
    assert.deepEqual(quietFrom(at, zones, [NIGHT]), new Date("2026-11-23T02:00:00Z"));
  });

  it("is on the next day when the evening has begun", () => {
    const evening = new Date("2026-11-22T20:00:00Z");
    assert.deepEqual(quietFrom(evening, BERLIN, [NIGHT]), new Date("2026-11-23T20:00:00Z"));
  });

  it("is never where there is no rule and where no clock is known", () => {
    assert.equal(quietFrom(at, BERLIN, []), null);
    assert.equal(quietFrom(at, [], [NIGHT]), null);
  });

  it("never begins while nextAllowedAt says that it is quiet, nor later than it says so", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Adelaide",
    );
    const moment = fc
      .integer({ min: 0, max: 365 * 24 * 60 })
      .map((n) => new Date(Date.UTC(2026, 0, 1, 0, n)));
    fc.assert(
      fc.property(moment, zone, minute, minute, (now, name, fromMinute, toMinute) => {
        fc.pre(fromMinute !== toMinute);
        const rule = { fromMinute, toMinute };
        const open = nextAllowedAt(now, [name], rule);
        fc.pre(open !== null);
        const quiet = quietFrom(open, [name], [rule]);
        assert.ok(quiet, "A clock with a rule is quiet some time.");
        const last = new Date(quiet.getTime() - 1);
        assert.deepEqual(nextAllowedAt(last, [name], rule), last);
      }),
      { numRuns: 200 },
    );
  });
});

describe("nextAllowedAt", () => {
  allows("at once by day", "2026-11-22T12:00:00Z", BERLIN, "2026-11-22T12:00:00Z");
  allows(
    "at the first minute after the night",
    "2026-11-22T07:00:00Z",
    BERLIN,
    "2026-11-22T07:00:00Z",
  );
  allows("not a millisecond earlier", "2026-11-22T06:59:59.999Z", BERLIN, "2026-11-22T07:00:00Z");
  allows(
    "tomorrow when the evening has begun",
    "2026-11-22T20:00:00Z",
    BERLIN,
    "2026-11-23T07:00:00Z",
  );
  allows("by the summer's clock in summer", "2026-07-01T05:30:00Z", BERLIN, "2026-07-01T06:00:00Z");
  allows(
    "when it is day on both coasts",
    "2026-11-22T13:00:00Z",
    ["America/New_York", "America/Los_Angeles"],
    "2026-11-22T16:00:00Z",
  );
  allows(
    "in the few hours in which it is day all over Russia",
    "2026-11-22T10:00:00Z",
    COUNTRY_ZONES.get("RU") ?? [],
    "2026-11-23T06:00:00Z",
  );
  allows("at once where no zone is known", "2026-11-22T23:00:00Z", [], "2026-11-22T23:00:00Z");

  it("says never where the days have nothing in common", () => {
    const apart = ["Pacific/Honolulu", "Europe/Berlin"];
    const short = { fromMinute: 14 * 60, toMinute: 10 * 60 };
    assert.equal(nextAllowedAt(new Date("2026-11-22T12:00:00Z"), apart, short), null);
  });

  it("keeps every rule where there are several", () => {
    const noon = { fromMinute: 12 * 60, toMinute: 14 * 60 };
    const at = new Date("2026-11-22T11:30:00Z");
    assert.deepEqual(nextAllowedAt(at, BERLIN, [NIGHT, noon]), new Date("2026-11-22T13:00:00Z"));
  });

  it("keeps no quiet where there is no rule", () => {
    const at = new Date("2026-11-22T23:30:00Z");
    assert.deepEqual(nextAllowedAt(at, BERLIN, null), at);
  });

  it("finds the first minute at which it is quiet nowhere, as a search minute by minute does", () => {
    const zones = fc.subarray(
      [
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Adelaide",
        "America/St_Johns",
      ],
      { minLength: 1 },
    );
    const minute = fc.integer({ min: 0, max: 95 }).map((it) => it * 15);
    const rule = fc
      .record({ fromMinute: minute, toMinute: minute })
      .filter(({ fromMinute, toMinute }) => fromMinute !== toMinute);
    const start = Date.parse("2026-03-27T00:00:00Z");
    fc.assert(
      fc.property(zones, rule, fc.integer({ min: 0, max: 400 }), (names, quiet, quarter) => {
        const now = new Date(start + quarter * 900_000);
        assert.deepEqual(nextAllowedAt(now, names, quiet), searched(now, names, quiet));
      }),
      { numRuns: 150 },
    );
  });

  function searched(now: Date, names: readonly string[], { fromMinute, toMinute }: typeof NIGHT) {
    const clocks = names.map((name) => openZone(name));
    for (let quarter = 0; quarter <= 3 * 96; quarter++) {
      const atMs = now.getTime() + quarter * 900_000;
      const isQuiet = clocks.some((clock) => {
        const minute = Math.floor(clock.wallMsAt(atMs) / 60_000) % 1440;
        return fromMinute < toMinute
          ? minute >= fromMinute && minute < toMinute
          : minute >= fromMinute || minute < toMinute;
      });
      if (!isQuiet) return new Date(atMs);
    }
    return null;
  }

  function allows(what: string, now: string, zones: readonly string[], expected: string) {
    it(`allows ${what}`, () => {
      assert.deepEqual(nextAllowedAt(new Date(now), zones, NIGHT), new Date(expected));
    });
  }
});
