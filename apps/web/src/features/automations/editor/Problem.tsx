import type { RuleProblem } from "@galka/core/automations/check-rule";
import { useTranslation } from "react-i18next";

/** What is wrong with a part of the rule, beside the part. */
export function Problem({ problem }: { readonly problem: RuleProblem["problem"] | null }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  return (
    <p role="alert" className="w-full text-list text-red">
      {t(`automations.problem.${problem}`)}
    </p>
  );
}
