import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { WORK_STATES } from "../conversations/work.ts";
import { type SlaFacts, type SlaRule, firstDue, settleSla } from "./sla-clocks.ts";
import type { SlaPolicy } from "./sla-policy.ts";
import { WALL_CLOCK } from "./sla-time.ts";

const POLICY: SlaPolicy = {
  id: "usual",
  name: "Usual",
  isOn: true,
  scope: { channelIds: [], teamIds: [], priorities: [], labelIds: [] },
  minutes: { "first-answer": 30, "next-answer": 60, resolution: 480 },
  countedIn: "wall-clock",
  warnPercent: 75,
};
const RULE: SlaRule = { policy: POLICY, measure: WALL_CLOCK };

describe("settleSla", () => {
  it("begins a case with the message that waits, and a clock for each target", () => {
    const settled = settleSla(at(0), facts({ waitingSince: at(0) }), RULE);
    assert.deepEqual(targets(settled.running), ["first-answer", "resolution"]);
    assert.deepEqual(firstDue(settled.running)?.dueAt, at(30));
    assert.deepEqual(firstDue(settled.running)?.warnAt, at(22.5));
    assert.equal(settled.isNewCase, true);
  });

  it("keeps the first answer that comes in time, and measures the next by its own target", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const answered = settleSla(at(20), { ...begun, waitingSince: null, answeredAt: at(20) }, RULE);
    assert.deepEqual(ends(answered), ["first-answer kept"]);
    assert.deepEqual(targets(answered.running), ["resolution"]);

    const again = { ...begun, ...answered, waitingSince: at(25), answeredAt: at(20) };
    const asked = settleSla(at(25), { ...again, case: answered.case }, RULE);
    assert.deepEqual(firstDue(asked.running)?.target, "next-answer");
    assert.deepEqual(firstDue(asked.running)?.dueAt, at(85));
  });

  it("tells two waits apart that are told at once", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const settled = settleSla(at(50), { ...begun, answeredAt: at(40), waitingSince: at(45) }, RULE);
    assert.deepEqual(ends(settled), ["first-answer broken"]);
    assert.deepEqual(firstDue(settled.running)?.dueAt, at(105));
  });

  it("moves a clock to a message that was written before and comes late", () => {
    const begun = after(at(10), facts({ waitingSince: at(10) }));
    const settled = settleSla(at(12), { ...begun, waitingSince: at(5) }, RULE);
    assert.deepEqual(settled.ended, []);
    assert.deepEqual(firstDue(settled.running)?.dueAt, at(35));
    assert.deepEqual(settled.case?.beganAt, at(5));
  });

  it("is broken by whoever answers at the moment at which it is due", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const settled = settleSla(at(30), { ...begun, waitingSince: null, answeredAt: at(30) }, RULE);
    assert.deepEqual(ends(settled), ["first-answer broken"]);
  });

  it("is not mended by a policy that gives more time", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const minutes = { ...POLICY.minutes, "first-answer": 300 };
    const kinder = { ...RULE, policy: { ...POLICY, minutes } };
    assert.deepEqual(firstDue(settleSla(at(29), begun, kinder).running)?.dueAt, at(300));
    assert.deepEqual(firstDue(settleSla(at(31), begun, kinder).running)?.dueAt, at(30));
  });

  it("stands still for the resolution while pending or snoozed, and never for an answer", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const pending = after(at(10), { ...begun, status: "pending", statusAt: at(10) });
    assert.deepEqual(dueOf(pending, "first-answer"), at(30));
    assert.equal(dueOf(pending, "resolution"), null);
    const snoozed = after(at(15), { ...pending, status: "snoozed", statusAt: at(15) });
    const open = after(at(70), { ...snoozed, status: "open", statusAt: at(70) });
    assert.deepEqual(dueOf(open, "resolution"), at(480 + 60));
  });

  it("ends with closing: the resolution is kept, and an answer that nobody needs counts nowhere", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const closed = { ...begun, status: "closed", statusAt: at(20), waitingSince: null } as const;
    assert.deepEqual(ends(settleSla(at(20), closed, RULE)), [
      "first-answer dropped",
      "resolution kept",
    ]);
    const late = { ...closed, statusAt: at(600) };
    assert.deepEqual(ends(settleSla(at(600), late, RULE)), [
      "first-answer broken",
      "resolution broken",
    ]);
  });

  it("begins anew with whoever writes after that", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const closed = { ...begun, status: "closed", statusAt: at(20), waitingSince: null } as const;
    const done = after(at(20), { ...closed, answeredAt: at(15) });
    const reopened = { ...done, status: "open", statusAt: at(90), waitingSince: at(90) } as const;
    const settled = settleSla(at(90), reopened, RULE);
    assert.equal(settled.isNewCase, true);
    assert.deepEqual(targets(settled.running), ["first-answer", "resolution"]);
  });

  it("has no clock without a policy, and drops those that run", () => {
    const begun = after(at(0), facts({ waitingSince: at(0) }));
    const settled = settleSla(at(5), begun, null);
    assert.deepEqual(settled.running, []);
    assert.deepEqual(ends(settled), ["first-answer dropped", "resolution dropped"]);
  });

  it("changes nothing when it is asked again, whatever happened before", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let now = 0;
        let state = facts({});
        for (const step of steps) {
          now += step.minutes;
          state = happen(state, step, at(now));
          const settled = settleSla(at(now), state, RULE);
          state = { ...state, case: settled.case, running: settled.running };
          const again = settleSla(at(now), state, RULE);
          assert.deepEqual(again.running, settled.running);
          assert.deepEqual(again.case, settled.case);
          assert.deepEqual(again.ended, []);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("runs one clock for an answer exactly while somebody waits, and ends each once", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let now = 0;
        let state = facts({});
        let begun = 0;
        let ended = 0;
        for (const step of steps) {
          now += step.minutes;
          state = happen(state, step, at(now));
          const held = state.running.length;
          const settled = settleSla(at(now), state, RULE);
          state = { ...state, case: settled.case, running: settled.running };
          ended += settled.ended.length;
          begun += settled.running.length - held + settled.ended.length;
          const answers = settled.running.filter(({ target }) => target !== "resolution");
          assert.equal(answers.length, state.waitingSince === null ? 0 : 1);
          assert.equal(begun - ended, settled.running.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Step = { readonly does: "asks" | "answers" | (typeof WORK_STATES)[number]; minutes: number };

const histories = fc.array(
  fc.record({
    does: fc.constantFrom("asks", "asks", "answers", ...WORK_STATES),
    minutes: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 20 },
) as fc.Arbitrary<Step[]>;

/** As the conversation's row follows what happens. */
function happen(state: SlaFacts, { does }: Step, now: Date): SlaFacts {
  if (does === "answers") return { ...state, answeredAt: now, waitingSince: null };
  if (does === "asks") {
    const opened = state.status === "open" ? state : { ...state, status: "open", statusAt: now };
    return { ...opened, status: "open", waitingSince: state.waitingSince ?? now };
  }
  if (does === state.status) return state;
  const waitingSince = does === "closed" ? null : state.waitingSince;
  return { ...state, status: does, statusAt: now, waitingSince };
}

function facts(given: Partial<SlaFacts>): SlaFacts {
  const nothing = { statusAt: null, waitingSince: null, answeredAt: null, case: null };
  return { status: "open", ...nothing, running: [], ...given };
}

function after(now: Date, state: SlaFacts): SlaFacts {
  const settled = settleSla(now, state, RULE);
  return { ...state, case: settled.case, running: settled.running };
}

function dueOf(state: SlaFacts, target: string): Date | null | undefined {
  return state.running.find((it) => it.target === target)?.dueAt;
}

function targets(clocks: readonly { readonly target: string }[]): string[] {
  return clocks.map(({ target }) => target).toSorted();
}

function ends({ ended }: ReturnType<typeof settleSla>): string[] {
  return ended.map(({ clock, outcome }) => `${clock.target} ${outcome}`).toSorted();
}

/** So many minutes after the beginning of the test. */
function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000);
}
