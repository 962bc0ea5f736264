import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isSlaBroken, slaLook } from "./sla-state.ts";

const SHOWN = {
  running: {
    target: "first-answer",
    warnAt: "2026-11-23T09:45:00Z",
    dueAt: "2026-11-23T10:00:00Z",
  },
  brokenAt: null,
  keptAt: null,
} as const;

describe("slaLook", () => {
  check("is calm until the warning", "09:44:59", "calm");
  check("warns from the warning on", "09:45:00", "soon");
  check("is late from the moment at which it is due", "10:00:00", "late");

  it("is nothing where no clock runs", () => {
    assert.equal(slaLook(new Date(), { ...SHOWN, running: null }), null);
  });

  function check(name: string, time: string, is: string) {
    it(name, () => assert.equal(slaLook(new Date(`2026-11-23T${time}Z`), SHOWN)?.is, is));
  }
});

describe("isSlaBroken", () => {
  it("holds from the moment at which the clock is due, and for good once it was broken", () => {
    assert.equal(isSlaBroken(new Date("2026-11-23T09:59:59Z"), SHOWN), false);
    assert.equal(isSlaBroken(new Date("2026-11-23T10:00:00Z"), SHOWN), true);
    const broken = { ...SHOWN, running: null, brokenAt: "2026-11-23T08:00:00Z" };
    assert.equal(isSlaBroken(new Date("2026-11-23T09:00:00Z"), broken), true);
  });
});
