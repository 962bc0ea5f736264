import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type LastAnswer, hasJustAnswered } from "./collision.ts";

describe("hasJustAnswered", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const byBen: LastAnswer = { answeredAt: ago(5), answeredById: "ben", lastInboundAt: ago(60) };

  check("is true five seconds after a colleague's answer", byBen, true);
  check("is true of an answer from the phone", { ...byBen, answeredById: null }, true);
  check("is false of one's own", { ...byBen, answeredById: "ana" }, false);
  check("is false after the gap", { ...byBen, answeredAt: ago(15) }, false);
  check("is false when the contact has written since", { ...byBen, lastInboundAt: ago(1) }, false);
  check("is false where nobody answered", { ...byBen, answeredAt: null }, false);

  function check(name: string, last: LastAnswer, expected: boolean) {
    it(name, () => {
      assert.equal(hasJustAnswered(now, last, { memberId: "ana", gapSeconds: 15 }), expected);
    });
  }

  function ago(seconds: number): Date {
    return new Date(now.getTime() - seconds * 1000);
  }
});
