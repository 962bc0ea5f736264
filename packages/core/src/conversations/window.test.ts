import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { windowAt } from "./window.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("windowAt", () => {
  const noon = new Date("2026-11-22T12:00:00Z");

  check("is closed to a contact who never wrote", null, false);
  check("is open to a contact who has just written", "2026-11-22T12:00:00Z", true);
  check("is open one millisecond before 24 hours pass", "2026-11-21T12:00:00.001Z", true);
  check("is closed at exactly 24 hours", "2026-11-21T12:00:00Z", false);
  check(
    "is open when the contact's message bears a later time than our clock",
    "2026-11-22T12:00:05Z",
    true,
  );

  it("is open exactly while less than 24 hours have passed, and says when it closes", () => {
    const moment = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: -DAY_MS, max: 3 * DAY_MS }), (last, passedMs) => {
        const now = new Date(last.getTime() + passedMs);
        const window = windowAt(now, last);
        assert.equal(window.open, passedMs < DAY_MS);
        const end = window.open ? window.closesAt : window.closedAt;
        assert.equal(end?.getTime(), last.getTime() + DAY_MS);
      }),
    );
  });

  it("never opens again by itself", () => {
    fc.assert(
      fc.property(fc.nat(3 * DAY_MS), fc.nat(3 * DAY_MS), (first, more) => {
        const isOpen = (ms: number) => windowAt(new Date(ms), new Date(0)).open;
        assert.ok(isOpen(first) || !isOpen(first + more));
      }),
    );
  });

  function check(name: string, lastInboundAt: string | null, open: boolean) {
    it(name, () => {
      const last = lastInboundAt === null ? null : new Date(lastInboundAt);
      assert.equal(windowAt(noon, last).open, open);
    });
  }
});
