import type { BudgetJson } from "@galka/contract/json/prices/prices";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";

/** What a budget is for, in words: budgets have no names. */
export function useBudgetName(): (budget: Pick<BudgetJson, "channelId" | "purpose">) => string {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  return ({ channelId, purpose }) =>
    capital(
      t("prices.budget.of", {
        what: purpose === null ? t("prices.budget.everyPurpose") : t(`prices.purpose.${purpose}`),
        number:
          channelId === null
            ? t("prices.budget.everyNumber")
            : (channels?.get(channelId)?.name ?? t("prices.gone")),
      }),
    );
}

/** As a line or an option begins. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
