import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { hashOf, parseWhere } from "./panel.ts";

describe("where the page is", () => {
  it("is the phones alone without a panel that is known", () => {
    for (const hash of ["", "#", "#phones", "#nonsense/part"]) {
      assert.deepEqual(parseWhere(hash), { panel: null, part: "" });
    }
  });

  it("is a panel and what is looked at within it", () => {
    assert.deepEqual(parseWhere("#clock"), { panel: "clock", part: "" });
    assert.deepEqual(parseWhere("#log/requests"), { panel: "log", part: "requests" });
  });

  it("is written as it is read", () => {
    const part = "a/b #1";
    assert.deepEqual(parseWhere(hashOf("faults", part)), { panel: "faults", part });
  });

  it("survives an address that was cut in the middle of a letter", () => {
    assert.deepEqual(parseWhere("#faults/%E0%A4%A"), { panel: "faults", part: "" });
  });
});
