import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { budgetsQuery } from "./budgets-query.ts";
import { useBudgetName } from "./use-budget-name.ts";

/** The budgets of which there is something to say. */
export function BudgetAlarms() {
  const { t } = useTranslation();
  const { data } = useQuery(budgetsQuery(useApi()));
  const nameOf = useBudgetName();
  return (data?.items ?? []).map((budget) =>
    budget.alarm === null ? null : (
      <Notice key={budget.id} tone={budget.alarm === "spent" ? "bad" : "soon"}>
        {t(`prices.alarm.${budget.alarm}`, { what: nameOf(budget) })}
      </Notice>
    ),
  );
}
