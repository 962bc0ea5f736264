import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerChallenge } from "./challenge.ts";
import type { ChallengeQuery } from "./challenge.ts";

const ASKED = {
  "hub.mode": "subscribe",
  "hub.challenge": "1158201444",
  "hub.verify_token": "fake-verify-token",
};

describe("answerChallenge", () => {
  check("gives the challenge back", ASKED, "1158201444");
  check("reads URLSearchParams", new URLSearchParams(ASKED), "1158201444");
  check("refuses another token", { ...ASKED, "hub.verify_token": "guess" }, null);
  check("refuses another mode", { ...ASKED, "hub.mode": "unsubscribe" }, null);
  check("refuses an empty challenge", { ...ASKED, "hub.challenge": "" }, null);
  check("refuses a missing challenge", { ...ASKED, "hub.challenge": undefined }, null);
  check("refuses a query without anything", {}, null);
  check("refuses a token given twice", { ...ASKED, "hub.verify_token": ["fake", "fake"] }, null);
  check(
    "refuses a repeated token in URLSearchParams",
    new URLSearchParams([...Object.entries(ASKED), ["hub.verify_token", "fake-verify-token"]]),
    null,
  );

  it("throws for an empty verify token", () => {
    assert.throws(() => answerChallenge({ ...ASKED, "hub.verify_token": "" }, ""), TypeError);
  });

  function check(name: string, query: ChallengeQuery, answer: string | null) {
    it(name, () => assert.equal(answerChallenge(query, "fake-verify-token"), answer));
  }
});
