import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Repeat } from "./plan.ts";
import { firstStart, localStart, nextStart, startsAt } from "./starts.ts";

const at = (text: string) => new Date(text);

describe("localStart", () => {
  const nine = { kind: "local", date: "2026-11-24", minute: 9 * 60 } as const;

  it("is nine on everybody's own clock", () => {
    assert.deepEqual(localStart(nine, ["Europe/Berlin"]), at("2026-11-24T08:00:00Z"));
    assert.deepEqual(localStart(nine, ["America/Sao_Paulo"]), at("2026-11-24T12:00:00Z"));
  });

  it("waits for the last of the zones that somebody may live in", () => {
    const zones = ["America/New_York", "America/Los_Angeles"];
    assert.deepEqual(localStart(nine, zones), at("2026-11-24T17:00:00Z"));
  });

  it("is never before the campaign is looked at first", () => {
    const first = startsAt(at("2026-11-20T00:00:00Z"), nine);
    assert.ok(localStart(nine, ["Pacific/Kiritimati"]) >= first);
  });
});

describe("nextStart", () => {
  const berlin: Repeat = { every: "week", timeZone: "Europe/Berlin", until: null };

  check(
    "keeps the hour when clocks go forward",
    berlin,
    "2026-03-25T09:00:00Z",
    "2026-04-01T08:00:00Z",
  );
  check(
    "keeps the hour when clocks go back",
    berlin,
    "2026-10-21T07:00:00Z",
    "2026-10-28T08:00:00Z",
  );
  check(
    "takes the last day of a shorter month",
    { ...berlin, every: "month" },
    "2026-01-31T09:00:00Z",
    "2026-02-28T09:00:00Z",
  );
  check(
    "goes on the next day",
    { ...berlin, every: "day" },
    "2026-11-23T09:00:00Z",
    "2026-11-24T09:00:00Z",
  );
  check(
    "ends when it is over",
    { ...berlin, until: "2026-11-25T00:00:00Z" },
    "2026-11-23T09:00:00Z",
    null,
  );

  it("passes over starts that were missed", () => {
    const next = nextStart(at("2026-11-02T09:00:00Z"), at("2026-11-20T12:00:00Z"), berlin);
    assert.deepEqual(next, at("2026-11-23T09:00:00Z"));
  });

  it("is on the 31st again after February, and at half past two again after the clocks have changed", () => {
    const monthly = { ...berlin, every: "month" } as const;
    assert.deepEqual(rowOf("2027-01-31T09:00:00Z", 4, monthly), [
      "2027-02-28T09:00:00.000Z",
      "2027-03-31T08:00:00.000Z",
      "2027-04-30T08:00:00.000Z",
      "2027-05-31T08:00:00.000Z",
    ]);
    // On the 28th of March 2027 there is no half past two in Berlin.
    const daily = { ...berlin, every: "day" } as const;
    assert.deepEqual(rowOf("2027-03-27T01:30:00Z", 3, daily), [
      "2027-03-28T01:00:00.000Z",
      "2027-03-29T00:30:00.000Z",
      "2027-03-30T00:30:00.000Z",
    ]);
  });

  it("counts anew from a start that was chosen beside the row", () => {
    const repeat = { ...berlin, every: "month", from: "2027-01-31T09:00:00Z" } as const;
    const chosen = at("2027-02-27T09:00:00Z");
    assert.deepEqual(firstStart(chosen, repeat), chosen);
    assert.deepEqual(nextStart(chosen, chosen, repeat), at("2027-03-27T09:00:00Z"));
    assert.deepEqual(firstStart(at("2027-02-28T09:00:00Z"), repeat), at(repeat.from));
  });

  it("finds its place in a row of many years", () => {
    for (const every of ["day", "week", "month"] as const) {
      const repeat = { ...berlin, every, from: "1990-01-01T09:00:00Z" };
      const now = at("2027-07-01T12:00:00Z");
      const last = nextStart(at(repeat.from), now, repeat);
      assert.ok(last && last > now && last < at("2027-08-02T00:00:00Z"), last?.toISOString());
      assert.deepEqual(firstStart(last, repeat), at(repeat.from));
    }
  });

  /** The starts that follow, each counted from the one before as a campaign makes its next one. */
  function rowOf(first: string, count: number, repeat: Repeat): string[] {
    let [start, carried] = [at(first), repeat];
    return Array.from({ length: count }, () => {
      const next = nextStart(start, start, carried);
      assert.ok(next);
      carried = { ...carried, from: firstStart(start, carried).toISOString() };
      start = next;
      return next.toISOString();
    });
  }

  function check(name: string, repeat: Repeat, last: string, next: string | null) {
    it(name, () => {
      assert.deepEqual(nextStart(at(last), at(last), repeat), next === null ? null : at(next));
    });
  }
});
