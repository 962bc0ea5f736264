import { RefusedError } from "@galka/contract/client";
import type { RuleDraftJson } from "@galka/contract/json/rule";
import { type RuleProblem, problemsOf } from "@galka/core/automations/check-rule";
import { z } from "zod";

const refusedFacts = z.object({
  problems: z.array(
    z.object({
      at: z.enum(["name", "trigger", "conditions", "actions", "limits"]),
      index: z.number().nullable(),
      problem: z.enum([
        "name-missing",
        "silence-too-short",
        "nothing-chosen",
        "phrase-empty",
        "too-much",
        "pattern-unusable",
        "text-empty",
        "text-too-long",
        "unknown-word",
        "address-unusable",
        "no-action",
        "same-action-twice",
        "not-for-silence",
      ]),
    }),
  ),
});

/** What is wrong with a rule as far as the page can tell: whether a pattern can be used is for the server to say. */
export function problemsBefore(rule: RuleDraftJson): readonly RuleProblem[] {
  return problemsOf(rule, () => true);
}

/** What the API says is wrong with a rule; null when that is not why it said no. */
export function problemsIn(error: unknown): readonly RuleProblem[] | null {
  if (!(error instanceof RefusedError) || error.refusal.refused !== "rule-unusable") return null;
  const told = refusedFacts.safeParse(error.refusal.facts);
  return told.success ? told.data.problems : null;
}

/** The first problem of one place of the form. */
export function problemAt(
  problems: readonly RuleProblem[],
  at: RuleProblem["at"],
  index: number | null = null,
): RuleProblem["problem"] | null {
  return problems.find((it) => it.at === at && it.index === index)?.problem ?? null;
}
