import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type WhereAbouts, presenceAt } from "./availability.ts";

describe("presenceAt", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const here: WhereAbouts = { availability: "online", isOnShift: true, seenAt: now };

  check("is online when all of it is true", here, "online");
  check("is away when they say so", { ...here, availability: "away" }, "away");
  check(
    "is off shift before all else",
    { ...here, availability: "away", isOnShift: false },
    "off-shift",
  );
  check("is gone when they never came", { ...here, seenAt: null }, "gone");
  check(
    "is gone after three minutes",
    { ...here, seenAt: new Date(now.getTime() - 180_000) },
    "gone",
  );
  check("is online until then", { ...here, seenAt: new Date(now.getTime() - 179_999) }, "online");

  function check(name: string, given: WhereAbouts, presence: string) {
    it(name, () => assert.equal(presenceAt(now, given), presence));
  }
});
