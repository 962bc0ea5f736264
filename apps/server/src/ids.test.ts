import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { uuidIds } from "./ids.ts";

describe("uuidIds", () => {
  it("makes version 7 of the standard's variant, with the time in front", () => {
    const id: string = uuidIds(() => 0x0192_3456_789a).next();
    assert.match(id, /^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it("sorts by the order of making, within a millisecond and when the clock goes back", () => {
    let now = 1000;
    const ids = uuidIds(() => now);
    const made: string[] = Array.from({ length: 5000 }, () => ids.next());
    now = 500;
    made.push(ids.next());
    now = 2000;
    made.push(ids.next());
    assert.deepEqual(made, [...made].sort());
    assert.equal(new Set(made).size, made.length);
  });
});
