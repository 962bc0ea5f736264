import assert from "node:assert/strict";
import { RefusedError } from "@galka/contract/client";
import { type RuleDraftJson, ruleDraftJson } from "@galka/contract/json/rule";
import { describe, it } from "vitest";
import { EMPTY_RULE, PRESETS, presetRule } from "./presets.ts";
import { problemAt, problemsBefore, problemsIn } from "./problems.ts";
import { codesOf, draftOf, formOf, linesOf, startTrigger, TRIGGERS, withRow } from "./rule-form.ts";
import { ACTIONS, CONDITIONS, startAction, startCondition } from "./start-parts.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const RULE: RuleDraftJson = { ...EMPTY_RULE, name: "A rule" };

describe("the form of a rule", () => {
  it.each(TRIGGERS)("gives back the trigger %s as it was", (kind) =>
    comesBack({ ...RULE, trigger: startTrigger(kind) }),
  );

  it.each(CONDITIONS)("gives back the condition %s as it was", (kind) =>
    comesBack({ ...RULE, conditions: [startCondition(kind)] }),
  );

  it.each(ACTIONS)("gives back the action %s as it was", (kind) => {
    const action = startAction(kind);
    const chosen = "labelId" in action ? { ...action, labelId: ID } : action;
    comesBack({ ...RULE, actions: [chosen] });
  });

  it.each(PRESETS)("begins with %s as a rule that can be used", (preset) => {
    const rule = presetRule(preset, { name: "Name", text: "Hello.", phrases: ["price"] });
    assert.deepEqual(problemsBefore(rule), []);
    comesBack(rule);
  });

  it("leaves out what is empty of the phrases and trims the name", () => {
    const text = { kind: "text", how: "word", phrases: linesOf(" price \n\ncost") } as const;
    const draft = draftOf(formOf({ ...RULE, name: " A rule ", conditions: [text] }));
    assert.equal(draft.name, "A rule");
    assert.deepEqual(draft.conditions, [{ ...text, phrases: ["price", "cost"] }]);
  });

  it("gives every row a key of its own", () => {
    const rows = withRow(withRow<string>([], "a"), "b");
    assert.deepEqual(withRow(rows.slice(1), "c"), [
      { key: 1, part: "b" },
      { key: 2, part: "c" },
    ]);
  });

  it("reads codes however they are written", () => {
    assert.deepEqual(codesOf("de, FR;de", "upper"), ["DE", "FR"]);
    assert.deepEqual(codesOf("RU en", "lower"), ["ru", "en"]);
  });
});

describe("the problems of a rule", () => {
  it("are found where they are", () => {
    const problems = problemsBefore({ ...EMPTY_RULE, conditions: [startCondition("channel")] });
    assert.equal(problemAt(problems, "name"), "name-missing");
    assert.equal(problemAt(problems, "conditions", 0), "nothing-chosen");
    assert.equal(problemAt(problems, "actions", 0), "text-empty");
    assert.equal(problemAt(problems, "limits"), null);
  });

  it("are read from the API's answer, and from no other", () => {
    const told = [{ at: "conditions", index: 0, problem: "pattern-unusable" }] as const;
    const refusal = {
      refused: "rule-unusable",
      message: "No.",
      facts: { problems: told },
    } as const;
    assert.deepEqual(problemsIn(new RefusedError(422, refusal)), told);
    assert.equal(problemsIn(new RefusedError(403, { refused: "forbidden", message: "No." })), null);
    assert.equal(problemsIn(new Error("no line")), null);
  });
});

function comesBack(rule: RuleDraftJson): void {
  assert.deepEqual(draftOf(formOf(rule)), rule);
  assert.deepEqual(ruleDraftJson.parse(draftOf(formOf(rule))), rule);
}
