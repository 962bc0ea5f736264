import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ConsentRecord } from "./consent.ts";
import { lastingKey, withdrawalsToKeep } from "./kept-withdrawals.ts";

describe("withdrawalsToKeep", () => {
  keeps("nothing of somebody who agrees", [record("a", "granted", 1)], []);
  keeps("what was taken back", [record("a", "granted", 1), record("b", "withdrawn", 2)], ["b"]);
  keeps(
    "nothing that was given again",
    [record("a", "withdrawn", 1), record("b", "granted", 2)],
    [],
  );
  keeps("the latest of several", [record("a", "withdrawn", 1), record("b", "withdrawn", 2)], ["b"]);
  keeps(
    "one that another purpose does not lift",
    [record("a", "withdrawn", 1), record("b", "granted", 2, { purpose: "utility" })],
    ["a"],
  );
  keeps(
    "one of every channel that a grant on one does not lift",
    [record("a", "withdrawn", 1), record("b", "granted", 2, { channelId: "one" })],
    ["a"],
  );
  keeps(
    "what was stopped in WhatsApp, whatever was said elsewhere",
    [
      record("a", "withdrawn", 1, { way: "meta-preference", channelId: "one" }),
      record("b", "granted", 2),
    ],
    ["a"],
  );

  function keeps(name: string, records: readonly ConsentRecord[], ids: readonly string[]) {
    it(`keeps ${name}`, () => {
      assert.deepEqual(
        withdrawalsToKeep(records).map(({ id }) => id),
        ids,
      );
    });
  }
});

describe("lastingKey", () => {
  it("is one for all forms of a number, and none for a name that may change hands", () => {
    const one = lastingKey({ kind: "phone", value: "5491155550101" });
    assert.equal(lastingKey({ kind: "phone", value: "541155550101" }), one);
    assert.notEqual(lastingKey({ kind: "bsuid", value: "541155550101" }), one);
    assert.equal(lastingKey({ kind: "username", value: "luz" }), null);
  });
});

function record(
  id: string,
  decision: ConsentRecord["decision"],
  day: number,
  more: Partial<ConsentRecord> = {},
): ConsentRecord {
  const at = new Date(Date.UTC(2026, 10, day));
  const base = { id, decision, at, recordedAt: at, expiresAt: null, channelId: null } as const;
  return { ...base, purpose: "marketing", way: "note", ...more };
}
