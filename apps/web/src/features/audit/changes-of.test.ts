import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { changesOf } from "./changes-of.ts";

const nameOf = (id: string) => (id === "member-ana" ? "Ana" : id);

describe("changesOf", () => {
  it("tells what differs, with members by their names", () => {
    const before = { assigneeId: null, status: "open" };
    const after = { assigneeId: "member-ana", status: "open" };
    assert.deepEqual(changesOf({ before, after }, nameOf), [
      { field: "assignee id", before: "", after: "Ana" },
    ]);
  });

  it("reads lists and things within things", () => {
    const after = { memberIds: ["member-ana", "x"], hours: { from: "9" } };
    assert.deepEqual(
      changesOf({ before: null, after }, nameOf).map((it) => it.after),
      ["Ana, x", "from: 9"],
    );
  });
});
