import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { flawsOf } from "@galka/core/messages/rich-draft";
import {
  rowsIn,
  sectionsOf,
  startOfList,
  withChangedRow,
  withoutRow,
  withRow,
  withSection,
} from "./list-form.ts";

describe("a list that is being written", () => {
  it("gives every row an id of its own, also after one was taken out", () => {
    const two = withRow(startOfList(), "section-1");
    const again = withSection(withRow(withoutRow(two, "row-1"), "section-1"));
    const ids = again.flatMap(({ rows }) => rows.map(({ id }) => id));
    assert.deepEqual(ids, ["row-2", "row-1", "row-3"]);
    assert.equal(rowsIn(again), 3);
  });

  it("loses a section with its last row", () => {
    const two = withSection(startOfList());
    assert.deepEqual(
      withoutRow(two, "row-1").map(({ key }) => key),
      ["section-2"],
    );
  });

  it("becomes a draft without flaws once its rows are named", () => {
    const sections = withChangedRow(startOfList(), { id: "row-1", title: "Tea", description: " " });
    const draft = { kind: "list", text: "What?", buttonTitle: "Choose" } as const;
    assert.deepEqual(sectionsOf(sections), [{ rows: [{ id: "row-1", title: "Tea" }] }]);
    assert.deepEqual(flawsOf({ ...draft, sections: sectionsOf(sections) }), []);
  });
});
