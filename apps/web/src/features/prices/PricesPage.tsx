import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { BudgetList } from "./budgets/BudgetList.tsx";
import { Month } from "./Month.tsx";
import { PRICE_TABS, type PricesSearch } from "./prices-search.ts";
import { Reconciliation } from "./Reconciliation.tsx";
import { Spending } from "./Spending.tsx";
import { Tariffs } from "./tariffs/Tariffs.tsx";
import { WhatIf } from "./WhatIf.tsx";

const PARTS = {
  month: Month,
  spending: Spending,
  budgets: BudgetList,
  meta: Reconciliation,
  whatIf: WhatIf,
  tariffs: Tariffs,
} as const;

/** What messages cost: this month, by what, how much may be spent, and by which prices. */
export function PricesPage() {
  const { t } = useTranslation();
  const search: PricesSearch = useSearch({ from: "/signed-in/prices" });
  const shown = search.tab ?? "month";
  const Part = PARTS[shown];
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-280 flex-col gap-4 px-4 py-6 narrow:px-8">
        <header>
          <h1 className="text-head font-semibold">{t("place.prices")}</h1>
          <p className="mt-1 text-ink-2">{t("prices.lead")}</p>
        </header>
        <nav aria-label={t("prices.parts")} className="flex flex-wrap gap-x-4 border-b">
          {PRICE_TABS.map((tab) => (
            <Link
              key={tab}
              to="/prices"
              search={tab === "month" ? {} : { tab }}
              aria-current={shown === tab ? "page" : undefined}
              className={classNames(
                "flex min-h-9 items-center border-b-2 font-medium -outline-offset-2 pointer-coarse:min-h-11",
                shown === tab
                  ? "border-blue text-ink"
                  : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {t(`prices.tab.${tab}`)}
            </Link>
          ))}
        </nav>
        <Part />
      </div>
    </div>
  );
}
