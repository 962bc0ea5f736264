import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isWindowOpen } from "./service-window.ts";

const HOUR = 60 * 60 * 1000;

describe("isWindowOpen", () => {
  check("is closed to somebody who never wrote", null, false);
  check("is open one millisecond before 24 hours pass", 1, true);
  check("is closed at exactly 24 hours", 0, false);

  function check(name: string, last: number | null, open: boolean) {
    it(name, () => assert.equal(isWindowOpen(24 * HOUR, last), open));
  }
});
