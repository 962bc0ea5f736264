import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeNote } from "./note.ts";

const TEAM = new Set(["ana", "luz"]);

describe("writeNote", () => {
  it("mentions each member once", () => {
    assert.deepEqual(writeNote({ text: " Look, @Ana ", mentions: ["ana", "ana"] }, TEAM), {
      kind: "note",
      text: "Look, @Ana",
      mentions: ["ana"],
    });
  });
  it("mentions nobody from outside", () => {
    const refused = writeNote({ text: "Look", mentions: ["eve"] }, TEAM);
    assert.equal("refused" in refused && refused.refused, "invalid-request");
  });
  it("says something", () => {
    assert.deepEqual(writeNote({ text: " \n", mentions: [] }, TEAM), { refused: "empty-text" });
  });
});
