import type { Rule } from "./rule.ts";

/** After how many minutes somebody wants to hear of a silence, by its kind. */
export type Silences = {
  readonly "member-silent": readonly number[];
  readonly "contact-silent": readonly number[];
};

/** What the rules wait for. */
export function silencesOf(rules: readonly Rule[]): Silences {
  const minutesOf = (kind: keyof Silences) => [
    ...new Set(
      rules.flatMap(({ isOn, trigger }) =>
        isOn && trigger.kind === kind ? [trigger.afterMinutes] : [],
      ),
    ),
  ];
  return {
    "member-silent": minutesOf("member-silent"),
    "contact-silent": minutesOf("contact-silent"),
  };
}
