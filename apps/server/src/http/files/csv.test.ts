import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { csvRow } from "./csv.ts";

describe("csvRow", () => {
  check("plain", "plain");
  check("a, b", '"a, b"');
  check('says "hi"', '"says ""hi"""');
  for (const sign of ["=", "+", "-", "@", "\t", "\r"]) {
    check(`${sign}HYPERLINK("x")`, `"'${sign}HYPERLINK(""x"")"`);
  }

  function check(cell: string, written: string) {
    it(`writes ${JSON.stringify(cell)} as text`, () => {
      assert.equal(csvRow([cell, ""]), `${written},\r\n`);
    });
  }
});
