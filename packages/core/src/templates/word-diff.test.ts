import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordDiff } from "./word-diff.ts";

describe("wordDiff", () => {
  check(
    "tells a word that is another",
    "Your order is ready",
    "Your parcel is ready",
    "Your [-order][+parcel] is ready",
  );
  check("takes a variable as one word", "Hello {{1}}.", "Hello {{2}}.", "Hello [-{{1}}][+{{2}}].");
  check("tells what was added at the end", "Hello", "Hello there", "Hello[+ there]");
  check("finds nothing in equal texts", "Hello", "Hello", "Hello");

  function check(name: string, before: string, after: string, expected: string) {
    it(name, () => {
      const signs = { same: "", added: "+", removed: "-" };
      const told = wordDiff(before, after).map(({ kind, text }) =>
        kind === "same" ? text : `[${signs[kind]}${text}]`,
      );
      assert.equal(told.join(""), expected);
    });
  }
});
