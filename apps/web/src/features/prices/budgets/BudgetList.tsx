import type { BudgetJson } from "@galka/contract/json/prices/prices";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Wallet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../../../api/me.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Section } from "../../settings/Section.tsx";
import { Meter } from "../Meter.tsx";
import { tariffsQuery } from "../tariffs/tariffs-query.ts";
import { usePriceWords } from "../use-price-words.ts";
import { BudgetForm } from "./BudgetForm.tsx";
import { budgetsQuery } from "./budgets-query.ts";
import { useBudgetName } from "./use-budget-name.ts";

/** How much may be spent, and how much of it is. */
export function BudgetList() {
  const { t } = useTranslation();
  const api = useApi();
  const found = useQuery(budgetsQuery(api));
  const me = useQuery(meQuery(api));
  const mayChange = me.data?.permissions.includes("settings.manage") === true;
  const [edited, setEdited] = useState<BudgetJson | "new" | null>(null);
  if (found.isError) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data) return <Skeleton rows={4} kind="lines" />;
  const { items } = found.data;
  return (
    <Section
      title={t("prices.tab.budgets")}
      lead={t("prices.budget.lead")}
      action={
        mayChange ? (
          <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setEdited("new")}>
            {t("prices.budget.new")}
          </Button>
        ) : null
      }
    >
      {items.length === 0 ? (
        <EmptyState
          icon={<Wallet size={28} />}
          title={t("prices.budget.none")}
          text={t("prices.budget.noneText")}
        />
      ) : (
        <ul className="divide-y">
          {items.map((budget) => (
            <BudgetLine
              key={budget.id}
              budget={budget}
              {...(mayChange && { onEdit: () => setEdited(budget) })}
            />
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <BudgetForm budget={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

type LineProps = { readonly budget: BudgetJson; readonly onEdit?: () => void };

function BudgetLine({ budget, onEdit }: LineProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = usePriceWords();
  const name = useBudgetName()(budget);
  const { data: tariffs } = useQuery(tariffsQuery(api));
  const isCharged = tariffs?.currencies.includes(budget.currency) ?? true;
  const remove = useMutation({
    mutationFn: () => api("removeBudget", { params: { id: budget.id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["collection", "budgets"] }),
  });
  const { spentMicros, expectedMicros, limitMicros, currency, alarm } = budget;
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="flex min-w-60 flex-1 flex-col gap-1">
        <span className="font-medium">
          {name}
          {alarm === null ? null : (
            <span className={alarm === "spent" ? "pl-2 text-red" : "pl-2 text-amber"}>
              {t(alarm === "spent" ? "prices.budget.over" : "prices.budget.near")}
            </span>
          )}
        </span>
        <Meter
          label={name}
          max={limitMicros}
          value={spentMicros + expectedMicros}
          tone={alarm ?? "plain"}
        />
        <span className="text-list text-ink-2 tabular-nums">
          {[
            t("prices.budget.spent", {
              spent: words.money(spentMicros, currency),
              limit: words.money(limitMicros, currency),
              period: t(`prices.budget.period.${budget.period}`),
            }),
            expectedMicros > 0
              ? t("prices.budget.expected", { price: words.money(expectedMicros, currency) })
              : null,
            t(budget.stops ? "prices.budget.stops" : "prices.budget.tells"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {isCharged ? null : (
          <span className="text-list text-amber">
            {t("prices.budget.notCharged", {
              currency,
              currencies: words.anyOf(tariffs?.currencies ?? []),
            })}
          </span>
        )}
      </div>
      {onEdit ? (
        <>
          <Button onClick={onEdit}>{t("prices.budget.edit")}</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t("prices.budget.remove")}
          </Button>
        </>
      ) : null}
    </li>
  );
}
