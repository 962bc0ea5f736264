import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type BusinessProfile, chatLink, profileProblems } from "./business-profile.ts";

describe("profileProblems", () => {
  finds("nothing in an empty change", {}, []);
  finds("an emptied about", { about: " " }, ["about empty"]);
  finds("nothing in an emptied address", { address: "" }, []);
  finds("an about of 140 characters", { about: "a".repeat(140) }, ["about too-long"]);
  finds("no e-mail address", { email: "shop" }, ["email no-email"]);
  finds("nothing in an emptied e-mail address", { email: "" }, []);
  finds("three web addresses", { websites: ["https://a.b", "https://a.b", "https://a.b"] }, [
    "websites too-many",
  ]);
  finds("a web address without a protocol", { websites: ["jackdaw.example"] }, [
    "websites no-web-address",
  ]);

  function finds(what: string, change: Partial<BusinessProfile>, expected: readonly string[]) {
    it(`finds ${what}`, () => {
      const found = profileProblems(change).map(({ field, problem }) => `${field} ${problem}`);
      assert.deepEqual(found, expected);
    });
  }
});

describe("chatLink", () => {
  it("takes the digits of a number as it is shown, and escapes the words", () => {
    assert.equal(
      chatLink("+49 30 901820", "Hi & привет?"),
      "https://wa.me/4930901820?text=Hi%20%26%20%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82%3F",
    );
  });

  it("types nothing for nobody", () => {
    assert.equal(chatLink("+49 30 901820", " "), "https://wa.me/4930901820");
  });
});
