import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { emojiWordAt, withEmoji } from "./emoji-word.ts";

describe("emojiWordAt", () => {
  check("finds a word behind a colon", "Great :thum", "thum");
  check("finds a Russian one", ":серд", "серд");
  check("asks for two letters", "Great :t", null);
  check("leaves a time alone", "at 10:30", null);
  check("leaves an address alone", "https://ex", null);

  function check(name: string, text: string, query: string | null): void {
    it(name, () => assert.equal(emojiWordAt(text, text.length)?.query ?? null, query));
  }
});

describe("withEmoji", () => {
  it("replaces the word and puts the caret behind the emoji", () => {
    assert.deepEqual(withEmoji("ok :thum now", { from: 3, to: 8 }, "👍"), {
      text: "ok 👍 now",
      caret: 5,
    });
  });
});
