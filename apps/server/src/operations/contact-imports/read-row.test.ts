import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isProblem, readRow } from "./read-row.ts";

describe("a phone number in a table", () => {
  check("is taken as it is written everywhere", "+49 151 12345678", "4915112345678");
  check("is taken without the plus that a spreadsheet has lost", "4915112345678", "4915112345678");
  check("of the country needs no code", "0151 12345678", "4915112345678");
  check("of the country may have lost its zero, too", "151 12345678", "4915112345678");
  check(
    "in Mexico's older form, as Meta still writes it, is the person's",
    "+52 1 55 1000 0000",
    "525510000000",
  );
  check("that looks like one is taken, though nobody has it", "+1 555 000 0001", "15550000001");
  check("that lost its digits in a spreadsheet is none", "4.91512E+11", null);
  check("of no country is none", "+999 000 001", null);
  check(
    "behind the quote that keeps a spreadsheet from counting is one",
    "'+4915112345678",
    "4915112345678",
  );

  function check(name: string, written: string, phone: string | null): void {
    it(name, () => {
      const read = readRow(PLAN, [written], 2);
      assert.equal(isProblem(read) ? null : read.phone, phone);
    });
  }
});

const PLAN = {
  columns: ["Phone"],
  choices: { columns: [{ to: "phone" }], country: "DE", known: "skip" },
  fields: [],
} as const;
