import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { changesOf, type RecordWords } from "./changes-of.ts";

const words: RecordWords = {
  field: (name) => `[${name}]`,
  value: (_, value) => (value === "member-ana" ? "Ana" : String(value)),
  day: (index) => `day ${index}`,
};

describe("changesOf", () => {
  it("tells what differs, in words", () => {
    const before = { assigneeId: null, status: "open" };
    const after = { assigneeId: "member-ana", status: "open" };
    assert.deepEqual(changesOf({ before, after }, words), [
      { field: "[assigneeId]", before: "", after: "Ana" },
    ]);
  });

  it("reads lists and things within things", () => {
    const after = { memberIds: ["member-ana", "x"], hours: { from: "9", to: null } };
    assert.deepEqual(afterOf(after), ["Ana, x", "[from]: 9"]);
  });

  it("calls the fields of a contact what the team called them", () => {
    assert.deepEqual(afterOf({ fields: { "Order no.": "17", City: null } }), ["Order no.: 17"]);
  });

  it("reads a week by its days", () => {
    const period = { fromMinute: 540, toMinute: 1080 };
    assert.deepEqual(afterOf({ week: [[period], [], [period, period]] }), [
      "day 0 540–1080; day 2 540–1080, 540–1080",
    ]);
  });
});

function afterOf(after: Record<string, unknown>): string[] {
  return changesOf({ before: null, after }, words).map((it) => it.after);
}
