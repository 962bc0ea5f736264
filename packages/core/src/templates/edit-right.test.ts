import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editRight } from "./edit-right.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const HOUR_MS = 60 * 60 * 1000;

describe("editRight", () => {
  it("lets an approved template be edited a day after the last time", () => {
    const right = editRight(NOW, { status: "approved", edits: [hoursAgo(24)] });
    assert.deepEqual(right, { may: true, mayChangeCategory: false, leftCount: 9 });
  });

  it("says when the day is over", () => {
    const right = editRight(NOW, { status: "approved", edits: [hoursAgo(23)] });
    assert.deepEqual(right, {
      may: false,
      because: "once-a-day",
      until: new Date("2026-11-22T13:00:00Z"),
    });
  });

  it("lets ten edits be made in 30 days", () => {
    const edits = Array.from({ length: 10 }, (_, index) => hoursAgo(30 + 48 * index));
    const right = editRight(NOW, { status: "approved", edits });
    assert.deepEqual(right, {
      may: false,
      because: "ten-a-month",
      until: new Date(hoursAgo(30 + 48 * 9).getTime() + 30 * 24 * HOUR_MS),
    });
    const nine = editRight(NOW, { status: "approved", edits: edits.slice(0, 9) });
    assert.equal(nine.may, true);
  });

  it("counts nothing of a rejected one, and lets its category be another", () => {
    const right = editRight(NOW, { status: "rejected", edits: [hoursAgo(1)] });
    assert.deepEqual(right, { may: true, mayChangeCategory: true, leftCount: null });
  });

  it("waits while Meta looks at it", () => {
    assert.deepEqual(editRight(NOW, { status: "pending", edits: [] }), {
      may: false,
      because: "status",
    });
  });
});

function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * HOUR_MS);
}
