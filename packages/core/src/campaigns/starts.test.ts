import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Repeat } from "./plan.ts";
import { localStart, nextStart, startsAt } from "./starts.ts";

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

  function check(name: string, repeat: Repeat, last: string, next: string | null) {
    it(name, () => {
      assert.deepEqual(nextStart(at(last), at(last), repeat), next === null ? null : at(next));
    });
  }
});
