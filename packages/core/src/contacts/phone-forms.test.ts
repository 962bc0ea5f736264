import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isSamePhone, phoneDigits, phoneForms } from "./phone-forms.ts";

describe("phoneForms", () => {
  check("Brazil with the ninth digit", "5511912345678", "551112345678", false);
  check("a Brazilian mobile of the old form", "551187654321", "5511987654321", true);
  check("a Brazilian mobile of the form of today", "5511987654321", "551187654321", true);
  check("a Brazilian landline has one form", "551134567890", "5511934567890", false);
  check("Mexico with the 1", "5215512345678", "525512345678", true);
  check("Mexico without the 1", "525512345678", "5215512345678", true);
  check("Argentina with the 9", "5491155550101", "541155550101", true);
  check("Argentina without the 9", "541155550101", "5491155550101", true);
  check("other countries have one form", "16505551234", "1650555123", false);

  it("is mutual: each form of a number has the same forms", () => {
    const numbers = fc.stringMatching(/^(55|52|521|54|549|7|1)\d{7,12}$/u);
    fc.assert(
      fc.property(numbers, (digits) => {
        for (const form of phoneForms(digits)) {
          assert.deepEqual([...phoneForms(form)].sort(), [...phoneForms(digits)].sort());
        }
      }),
    );
  });

  it("reads the digits out of what people write", () => {
    assert.equal(phoneDigits("+54 9 (11) 5555-0101"), "5491155550101");
  });

  function check(name: string, one: string, two: string, same: boolean) {
    it(name, () => assert.equal(isSamePhone(one, two), same));
  }
});
