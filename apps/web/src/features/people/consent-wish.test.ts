import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { consentBody, consentWishOf, isProof } from "./consent-wish.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const WISH = {
  ...consentWishOf(undefined),
  isOn: true,
  wordingId: "00000000-0000-4000-8000-000000000001",
  source: " The fair ",
  day: "2026-11-20",
};

describe("what is said of a table's consents", () => {
  it("is nothing until somebody wants it", () => {
    assert.equal(consentBody(consentWishOf(undefined), NOW), undefined);
    assert.ok(isProof(consentWishOf(undefined)));
  });

  it("needs words, a purpose, a source and a day", () => {
    assert.ok(isProof(WISH));
    assert.ok(!isProof({ ...WISH, wordingId: "" }));
    assert.ok(!isProof({ ...WISH, purposes: [] }));
    assert.ok(!isProof({ ...WISH, source: " " }));
    assert.ok(!isProof({ ...WISH, day: "" }));
    assert.ok(isProof({ ...WISH, day: "", dayColumn: "Day" }));
    assert.ok(isProof({ ...WISH, purposes: [], purposeColumn: "For" }));
    assert.ok(isProof({ ...WISH, wordingId: "", wordingColumn: "Words" }));
    const body = consentBody({ ...WISH, wordingId: "", wordingColumn: "Words" }, NOW);
    assert.deepEqual([body?.wordingId, body?.wordingColumn], [null, "Words"]);
  });

  it("counts a yes from the beginning of its day and a no to its end, never ahead", () => {
    assert.equal(consentBody(WISH, NOW)?.saidAt, "2026-11-20T00:00:00.000Z");
    const no = { ...WISH, decision: "withdrawn" } as const;
    assert.equal(consentBody(no, NOW)?.saidAt, "2026-11-20T23:59:59.999Z");
    assert.equal(consentBody({ ...no, day: "2026-11-23" }, NOW)?.saidAt, NOW.toISOString());
  });

  it("comes back as it was chosen", () => {
    const chosen = { ...WISH, source: "The fair", agreedColumn: "Offers", dayColumn: "Day" };
    const named = { ...chosen, purposeColumn: "For", channelColumn: "Number" };
    assert.deepEqual(consentWishOf(consentBody(named, NOW)), named);
    assert.deepEqual(consentWishOf(consentBody(chosen, NOW)), chosen);
  });
});
