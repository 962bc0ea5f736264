import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { FIRST_POLICY, draftOfSla, readSlaDraft } from "./sla-draft.ts";

const POLICY = { ...FIRST_POLICY, name: "Everybody" };

describe("a draft of targets", () => {
  it("reads back what was decided, in the largest unit that is round", () => {
    const draft = draftOfSla(POLICY);
    assert.deepEqual(draft.times.resolution, { text: "1", unit: "days" });
    assert.deepEqual(draft.times["next-answer"], { text: "1", unit: "hours" });
    assert.deepEqual(readSlaDraft(draft), { policy: POLICY });
  });

  it("sets no target where nothing is typed", () => {
    const draft = draftOfSla(POLICY);
    const times = { ...draft.times, "next-answer": { text: " ", unit: "minutes" as const } };
    const read = readSlaDraft({ ...draft, times });
    assert.ok("policy" in read);
    assert.equal(read.policy.minutes["next-answer"], null);
  });

  it("says what is not clear", () => {
    const draft = draftOfSla(POLICY);
    const empty = { text: "", unit: "minutes" } as const;
    const none = { "first-answer": empty, "next-answer": empty, resolution: empty };
    const odd = { ...none, resolution: { text: "soon", unit: "hours" } as const };
    assert.deepEqual(readSlaDraft({ ...draft, name: " " }), { problem: "name-missing" });
    assert.deepEqual(readSlaDraft({ ...draft, times: none }), { problem: "target-missing" });
    assert.deepEqual(readSlaDraft({ ...draft, times: odd }), { problem: "time-unclear" });
    assert.deepEqual(readSlaDraft({ ...draft, warnPercent: "100" }), {
      problem: "warning-unclear",
    });
  });
});
