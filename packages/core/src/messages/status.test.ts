import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type MessageStatus, type ReportedStatus, advance } from "./status.ts";

const REPORTED: readonly ReportedStatus[] = ["sent", "delivered", "read", "played", "failed"];

describe("advance", () => {
  check("moves forward", "accepted", "sent", "sent");
  check("skips what was not reported", "accepted", "read", "read");
  check("never goes back", "read", "delivered", "read");
  check("takes a failure of what was only sent", "sent", "failed", "failed");
  check("lets a delivery outrank a failure", "failed", "delivered", "delivered");
  check("does not let a failure undo a delivery", "delivered", "failed", "delivered");
  check("does not let `sent` undo a failure", "failed", "sent", "failed");
  check(
    "believes a report about an attempt that nobody knew the end of",
    "unknown",
    "sent",
    "sent",
  );
  check("leaves an inbound message alone", "received", "read", "received");

  it("ends in the same status for every order, repetition and omission of up to six reports", () => {
    for (const reports of multisets(6)) {
      const ends = new Set(
        permutations(reports).map((order) => order.reduce<MessageStatus>(advance, "queued")),
      );
      assert.equal(ends.size, 1, reports.join(" "));
    }
  });

  it("ends in the same status when reports are repeated at random", () => {
    const reports = fc.array(fc.constantFrom(...REPORTED), { maxLength: 6 });
    fc.assert(
      fc.property(reports, fc.array(fc.nat()), (once, again) => {
        const repeated = again.flatMap((n) => once.slice(n % 6, (n % 6) + 1));
        const start: MessageStatus = "accepted";
        assert.equal(
          [...once, ...repeated].reduce<MessageStatus>(advance, start),
          once.toReversed().reduce<MessageStatus>(advance, start),
        );
      }),
    );
  });

  function check(
    name: string,
    current: MessageStatus,
    reported: ReportedStatus,
    kept: MessageStatus,
  ) {
    it(name, () => assert.equal(advance(current, reported), kept));
  }
});

/** Every choice of up to `size` reports, with repeats, without regard to order. */
function multisets(size: number, from = 0): ReportedStatus[][] {
  if (size === 0) return [[]];
  const rest = REPORTED.slice(from).flatMap((first, offset) =>
    multisets(size - 1, from + offset).map((more) => [first, ...more]),
  );
  return [[], ...rest];
}

function permutations(reports: readonly ReportedStatus[]): ReportedStatus[][] {
  if (reports.length === 0) return [[]];
  return [...new Set(reports)].flatMap((first) => {
    const rest = reports.toSpliced(reports.indexOf(first), 1);
    return permutations(rest).map((more) => [first, ...more]);
  });
}
