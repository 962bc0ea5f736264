import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, integer, property } from "fast-check";
import type { Pacing } from "../../store/kinds/limits.ts";
import { assess, paceSend } from "./pacing.ts";

const RULES = { sampleCount: 3, holdMs: 1000 };

type Step = "send" | "edit" | "liked" | "disliked";

describe("pacing", () => {
  it("sends the sample, holds the rest, and lets everything pass once it is liked", () => {
    assert.deepEqual(run(["send", "send", "send", "send", "send"], null), [
      "sent",
      "sent",
      "sent",
      "held",
      "held",
    ]);
    const liked = run([...sends(4), "liked", ...sends(9)], null);
    assert.deepEqual(liked.slice(4), Array(9).fill("sent"));
  });

  it("begins anew when it is disliked or the template is edited", () => {
    for (const step of ["disliked", "edit"] as const) {
      const all = run([...sends(4), step, ...sends(4)], null);
      assert.deepEqual(all.slice(4), ["sent", "sent", "sent", "held"]);
    }
  });

  it("looks at a portfolio again when its time is over", () => {
    const known: Pacing = {
      id: "b",
      edition: "",
      phase: "passed",
      sampleCount: 3,
      until: 100,
    };
    const send = { id: "b", edition: "" };
    assert.equal(paceSend(99, known, send, RULES).pacing.phase, "passed");
    assert.equal(paceSend(100, known, send, RULES).pacing.phase, "sampling");
  });

  it("agrees with a list of everything that happened to the template", () => {
    const steps = array(constantFrom<Step[]>("send", "send", "send", "edit", "liked", "disliked"), {
      maxLength: 60,
    });
    check(
      property(steps, integer({ min: 1, max: 5 }), (all, sampleCount) => {
        assert.deepEqual(run(all, sampleCount), judged(all, sampleCount));
      }),
    );
  });
});

function sends(count: number): readonly Step[] {
  return Array<Step>(count).fill("send");
}

function run(steps: readonly Step[], sampleCount: number | null): readonly string[] {
  const rules = { ...RULES, sampleCount: sampleCount ?? RULES.sampleCount };
  let pacing: Pacing | null = null;
  let edition = 0;
  return steps.flatMap((step) => {
    if (step === "edit") edition += 1;
    if (step === "liked" || step === "disliked") {
      if (pacing?.phase === "assessing") pacing = assess(pacing, step === "liked", null);
    }
    if (step !== "send") return [];
    const paced = paceSend(0, pacing, { id: "t", edition: String(edition) }, rules);
    pacing = paced.pacing;
    return [paced.held ? "held" : "sent"];
  });
}

/** The slow way: what became of each send, told from all steps before it. */
function judged(steps: readonly Step[], sampleCount: number): readonly string[] {
  return steps.flatMap((step, index) =>
    step === "send" ? [fateOf(steps.slice(0, index), sampleCount)] : [],
  );
}

function fateOf(before: readonly Step[], sampleCount: number): string {
  const edited = before.lastIndexOf("edit");
  const story = before.slice(edited + 1);
  let passed = false;
  let sample = 0;
  let held = false;
  for (const step of story) {
    if (step === "send" && !passed) {
      if (sample < sampleCount) sample += 1;
      else held = true;
    }
    if ((step === "liked" || step === "disliked") && held) {
      passed = step === "liked";
      held = false;
      sample = 0;
    }
  }
  if (passed || sample < sampleCount) return "sent";
  return "held";
}
