import type { DryRunJson, RuleDraftJson } from "@galka/contract/json/rule";
import type { RuleProblem } from "@galka/core/automations/check-rule";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { problemsBefore, problemsIn } from "./problems.ts";

const NO_PROBLEMS: readonly RuleProblem[] = [];

/** Keeps, tries and takes away a rule; `id` is null while it is not written yet. */
export function useRuleDeeds(id: string | null) {
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt<T>(rule: RuleDraftJson | null, deed: () => Promise<T>): Promise<T | null> {
    const found = rule ? problemsBefore(rule) : NO_PROBLEMS;
    setProblems(found);
    setError(null);
    if (found.length > 0) return null;
    setBusy(true);
    try {
      return await deed();
    } catch (problem) {
      setProblems(problemsIn(problem) ?? NO_PROBLEMS);
      setError(words(problem));
      return null;
    } finally {
      setBusy(false);
    }
  }

  async function settled(deed: Promise<unknown>): Promise<true> {
    await deed;
    await queryClient.invalidateQueries({ queryKey: ["collection", "rules"] });
    return true;
  }

  return {
    problems,
    error,
    busy,
    save: (rule: RuleDraftJson) =>
      attempt(rule, () =>
        settled(
          id === null
            ? api("createRule", { body: rule })
            : api("updateRule", { params: { id }, body: rule }),
        ),
      ),
    remove: (ruleId: string) =>
      attempt(null, () => settled(api("deleteRule", { params: { id: ruleId } }))),
    dryRun: (rule: RuleDraftJson): Promise<DryRunJson | null> =>
      attempt(rule, () =>
        api("dryRunRule", { body: { ...(id === null ? {} : { id }), rule, days: 7 } }),
      ),
  };
}
