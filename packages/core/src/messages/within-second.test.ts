import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withinSecond } from "./within-second.ts";

describe("withinSecond", () => {
  const second = new Date("2026-11-22T12:00:00.000Z");
  const after = (ms: number) => new Date(second.getTime() + ms);

  it("puts what came in within the second of the last message behind it", () => {
    assert.deepEqual(withinSecond(second, after(500)), after(501));
    assert.deepEqual(withinSecond(second, after(501)), after(502));
  });

  it("stays in its second", () => {
    assert.deepEqual(withinSecond(second, after(999)), after(999));
  });

  it("leaves alone what is of another second, of no second, or the first", () => {
    assert.deepEqual(withinSecond(second, null), second);
    assert.deepEqual(withinSecond(second, second), second);
    assert.deepEqual(withinSecond(second, after(-1)), second);
    assert.deepEqual(withinSecond(second, after(1_000)), second);
    assert.deepEqual(withinSecond(after(300), after(500)), after(300));
  });
});
