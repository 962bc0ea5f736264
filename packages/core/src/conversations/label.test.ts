import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { labelName } from "./label.ts";

describe("labelName", () => {
  it("keeps one space between words and none around them", () => {
    assert.equal(labelName("  Large \n order "), "Large order");
  });
  it("refuses a name of nothing", () => {
    assert.equal(typeof labelName(" \t"), "object");
  });
  it("counts an emoji as one character", () => {
    assert.equal(labelName("🧾".repeat(40)), "🧾".repeat(40));
    assert.equal(typeof labelName("🧾".repeat(41)), "object");
  });
});
