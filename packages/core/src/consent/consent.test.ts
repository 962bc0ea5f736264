import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ConsentRecord, decideConsent, maySayStart } from "./consent.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const ASKED = { purpose: "marketing", channelId: "c1", now: NOON } as const;

describe("decideConsent", () => {
  decides("says that nothing is recorded of somebody of whom nothing is", [], {
    missing: "nothing-recorded",
    recordId: null,
  });
  decides("takes the latest record of the purpose", [grant("a", 1), withdrawal("b", 2)], {
    missing: "withdrawn",
    recordId: "b",
  });
  decides("takes a grant after a withdrawal", [withdrawal("b", 1), grant("a", 2)], "a");
  decides(
    "lets a withdrawal outrank a grant of the same instant",
    [withdrawal("b", 2), grant("a", 2)],
    {
      missing: "withdrawn",
      recordId: "b",
    },
  );
  decides(
    "does not take what was agreed to for another purpose",
    [grant("a", 1, { purpose: "utility" })],
    {
      missing: "nothing-recorded",
      recordId: null,
    },
  );
  decides(
    "takes a record of every channel for each of them",
    [grant("a", 1, { channelId: null })],
    "a",
  );
  decides("does not take a record of another channel", [grant("a", 1, { channelId: "c2" })], {
    missing: "other-channel",
    recordId: "a",
  });
  decides(
    "keeps a channel of which something was withdrawn apart from the others",
    [grant("a", 1, { channelId: null }), withdrawal("b", 2, { channelId: "c2" })],
    "a",
  );
  decides("does not take a grant whose time is over", [grant("a", 1, { expiresAt: at(6) })], {
    missing: "expired",
    recordId: "a",
  });
  decides(
    "does not go back to an earlier grant when a later one is over",
    [grant("a", 1), grant("b", 2, { expiresAt: at(6) })],
    { missing: "expired", recordId: "b" },
  );
  decides("takes a grant up to its last moment", [grant("a", 1, { expiresAt: at(13) })], "a");
  decides("does not take a grant that is dated in the future", [grant("a", 13)], {
    missing: "nothing-recorded",
    recordId: null,
  });
  decides("takes a withdrawal whatever its date", [grant("a", 1), withdrawal("b", 13)], {
    missing: "withdrawn",
    recordId: "b",
  });
  decides(
    "lets nothing lift what the contact stopped in WhatsApp",
    [withdrawal("m", 2, { way: "meta-preference" }), grant("a", 3)],
    { missing: "stopped-in-whatsapp", recordId: "m" },
  );
  decides(
    "is again what it was when they resume there",
    [
      grant("a", 1),
      withdrawal("m", 2, { way: "meta-preference" }),
      grant("n", 3, { way: "meta-preference" }),
    ],
    "a",
  );
  decides(
    "does not take their resuming for a consent",
    [grant("n", 3, { way: "meta-preference" })],
    { missing: "nothing-recorded", recordId: null },
  );
  decides(
    "does not take their resuming for taking a STOP back",
    [grant("a", 1), withdrawal("b", 2), grant("n", 3, { way: "meta-preference" })],
    { missing: "withdrawn", recordId: "b" },
  );

  function decides(
    name: string,
    records: readonly ConsentRecord[],
    expected: string | { readonly missing: string; readonly recordId: string | null },
  ) {
    it(name, () => {
      const verdict =
        typeof expected === "string"
          ? { valid: true, recordId: expected }
          : { valid: false, ...expected };
      assert.deepEqual(decideConsent(records, ASKED), verdict);
      assert.deepEqual(decideConsent(records.toReversed(), ASKED), verdict);
    });
  }
});

describe("maySayStart", () => {
  it("brings back what somebody had agreed to themselves", () => {
    assert.equal(
      maySayStart([grant("a", 1, { way: "site-form" }), withdrawal("b", 2)], ASKED),
      true,
    );
  });

  it("brings nothing back that others had recorded for them", () => {
    assert.equal(maySayStart([grant("a", 1, { way: "import" }), withdrawal("b", 2)], ASKED), false);
  });

  it("brings nothing to somebody who never agreed, nor to somebody who does", () => {
    assert.equal(maySayStart([], ASKED), false);
    assert.equal(maySayStart([withdrawal("b", 2)], ASKED), false);
    assert.equal(maySayStart([grant("a", 1, { way: "site-form" })], ASKED), false);
  });

  it("does not lift what was stopped in WhatsApp", () => {
    const stopped = withdrawal("m", 2, { way: "meta-preference" });
    assert.equal(maySayStart([grant("a", 1, { way: "site-form" }), stopped], ASKED), false);
  });
});

function at(hour: number): Date {
  return new Date(Date.parse("2026-11-22T00:00:00Z") + hour * 3_600_000);
}

function grant(id: string, hour: number, more: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    id,
    purpose: "marketing",
    channelId: "c1",
    decision: "granted",
    way: "note",
    at: at(hour),
    recordedAt: at(hour),
    expiresAt: null,
    ...more,
  };
}

function withdrawal(id: string, hour: number, more: Partial<ConsentRecord> = {}): ConsentRecord {
  return grant(id, hour, { decision: "withdrawn", way: "stop-word", ...more });
}
