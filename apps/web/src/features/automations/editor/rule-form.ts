import type {
  ActionJson,
  ConditionJson,
  RuleDraftJson,
  TriggerJson,
} from "@galka/contract/json/rule";

/** A part of the form that can be taken away, with a key that stays its own. */
export type Row<T> = { readonly key: number; readonly part: T };

/** A rule while it is written. */
export type RuleForm = Omit<RuleDraftJson, "conditions" | "actions"> & {
  readonly conditions: readonly Row<ConditionJson>[];
  readonly actions: readonly Row<ActionJson>[];
};

/** The form of a rule. */
export function formOf(rule: RuleDraftJson): RuleForm {
  const { name, isOn, trigger, conditions, actions, restMinutes, mostPerHour, isLast } = rule;
  return {
    name,
    isOn,
    trigger,
    restMinutes,
    mostPerHour,
    isLast,
    conditions: conditions.map(rowOf),
    actions: actions.map(rowOf),
  };
}

/** The rule that the form says, with its edges trimmed. */
export function draftOf(form: RuleForm): RuleDraftJson {
  return {
    ...form,
    name: form.name.trim(),
    conditions: form.conditions.map(({ part }) => tidy(part)),
    actions: form.actions.map(({ part }) => part),
  };
}

function tidy(condition: ConditionJson): ConditionJson {
  return condition.kind === "text"
    ? { ...condition, phrases: condition.phrases.map((it) => it.trim()).filter((it) => it !== "") }
    : condition;
}

function rowOf<T>(part: T, key: number): Row<T> {
  return { key, part };
}

export function withRow<T>(rows: readonly Row<T>[], part: T): readonly Row<T>[] {
  return [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, part }];
}

export function withChanged<T>(rows: readonly Row<T>[], changed: Row<T>): readonly Row<T>[] {
  return rows.map((row) => (row.key === changed.key ? changed : row));
}

/** The lines of a text, each a phrase. */
export function linesOf(text: string): string[] {
  return text.split("\n");
}

/** Codes as people write them: "de, FR". */
export function codesOf(text: string, letters: "upper" | "lower"): string[] {
  const found = text.match(/\p{L}{2}/gu) ?? [];
  return [
    ...new Set(found.map((it) => (letters === "upper" ? it.toUpperCase() : it.toLowerCase()))),
  ];
}

export const TRIGGERS: readonly TriggerJson["kind"][] = [
  "message",
  "greeting",
  "member-silent",
  "contact-silent",
];

/** What a trigger begins as when its kind is chosen. */
export function startTrigger(kind: TriggerJson["kind"]): TriggerJson {
  if (kind === "message") return { kind };
  if (kind === "greeting") return { kind, afterDays: null };
  return { kind, afterMinutes: kind === "member-silent" ? 30 : 24 * 60 };
}
