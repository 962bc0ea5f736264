import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { consentReplies, readConsentTap } from "./request.ts";

const TOKEN = "abcdefghijklmnopqrstuv";

describe("a question for consent", () => {
  it("takes its first button for agreeing and every other for not", () => {
    const taps = Object.values(consentReplies(TOKEN, 3)).map(readConsentTap);
    assert.deepEqual(taps, [
      { token: TOKEN, decision: "granted" },
      { token: TOKEN, decision: "withdrawn" },
      { token: TOKEN, decision: "withdrawn" },
    ]);
  });

  for (const id of [
    "Yes",
    "galka-consent",
    `galka-consent:${TOKEN}`,
    `galka-consent:${TOKEN}:maybe`,
    "galka-consent:x:yes",
    `galka-consent:${TOKEN}:yes:2`,
  ]) {
    it(`takes no answer from ${id}`, () => {
      assert.equal(readConsentTap(id), null);
    });
  }
});
