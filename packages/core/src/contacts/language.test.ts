import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  LANGUAGE_BY_CALLING_CODE,
  LANGUAGE_CODE,
  LONGEST_CALLING_CODE,
  languagesOf,
} from "./language.ts";

describe("languagesOf", () => {
  check("is what somebody said, whatever the number says", "kk", ["79161234567"], ["kk"]);
  check("is what the country of the number speaks", null, ["4915123456789"], ["de"]);
  check("looks at the longest calling code", null, ["77012345678"], ["kk"]);
  check("knows a Spanish island behind +1", null, ["18095551234"], ["es"]);
  check("guesses nothing where several languages are spoken", null, ["41791234567"], []);
  check("guesses nothing for whoever has no number", null, [], []);

  function check(
    name: string,
    language: string | null,
    phones: readonly string[],
    expected: readonly string[],
  ) {
    it(name, () => {
      const identities = [
        { kind: "username", value: "49luz" },
        ...phones.map((value) => ({ kind: "phone", value })),
      ];
      assert.deepEqual(languagesOf({ language, identities }), expected);
    });
  }
});

describe("the languages of countries", () => {
  it("are codes that a contact can have, and no calling code is longer than is looked at", () => {
    for (const [code, language] of Object.entries(LANGUAGE_BY_CALLING_CODE)) {
      assert.match(language, LANGUAGE_CODE);
      assert.ok(code.length <= LONGEST_CALLING_CODE, code);
    }
  });
});
