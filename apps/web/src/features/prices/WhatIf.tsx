import type { TariffsJson, WhatIfJson } from "@galka/contract/json/prices/prices";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { FigureTable } from "../statistics/FigureTable.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { type PricesSearch, daysOfPeriod } from "./prices-search.ts";
import { tariffsQuery } from "./tariffs/tariffs-query.ts";
import { usePriceWords } from "./use-price-words.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

const BY_DATE = "by-date";

/** The same messages under any of the tariffs, side by side. */
export function WhatIf() {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const search: PricesSearch = useSearch({ from: "/signed-in/prices" });
  const period = daysOfPeriod(search.period ?? "thisMonth", useNow("halfMinute"));
  const tariffs = useQuery(tariffsQuery(api));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const all = tariffs.data ? idsOf(tariffs.data) : [];
  const chosen = all.filter((id) => !left.has(id));
  const found = useQuery({
    queryKey: ["collection", "prices", "what-if", period, chosen],
    queryFn: () => api("getWhatIf", { query: { ...period, tariffs: chosen.join(",") } }),
    enabled: chosen.length > 0,
  });
  const words = usePriceWords();
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Section
      title={t("prices.tab.whatIf")}
      lead={t("prices.whatIf.lead")}
      action={<PeriodChoice />}
    >
      <fieldset className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{t("prices.whatIf.choose")}</legend>
        {all.map((id) => (
          <Checkbox
            key={id}
            label={words.tariff(id, tariffs.data?.own)}
            checked={!left.has(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </fieldset>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.isLoading ? <Skeleton rows={4} kind="lines" /> : null}
      {found.data ? (
        <>
          <p className="mb-2 text-ink-2">
            {t("prices.whatIf.messages", {
              count: found.data.messageCount,
              shown: wholeNumber(locale, found.data.messageCount),
            })}
          </p>
          <WhatIfTable found={found.data} own={tariffs.data?.own ?? []} />
        </>
      ) : null}
    </Section>
  );
}

function idsOf({ metas, own }: TariffsJson): readonly string[] {
  return [BY_DATE, ...metas.map(({ id }) => id), ...own.map(({ id }) => id)];
}

type TableProps = { readonly found: WhatIfJson; readonly own: TariffsJson["own"] };

function WhatIfTable({ found, own }: TableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = usePriceWords();
  const [first] = found.tariffs;
  const rows = found.tariffs.flatMap(({ tariff, totals }) =>
    totals.map((total) => ({ tariff, ...total })),
  );
  return (
    <FigureTable
      label={t("prices.tab.whatIf")}
      corner={t("prices.whatIf.tariff")}
      heads={[t("prices.column.charged"), t("prices.column.amount"), t("prices.whatIf.against")]}
    >
      <tbody className="divide-y">
        {rows.map(({ tariff, currency, chargedCount, amountMicros }) => (
          <tr key={`${tariff} ${currency}`} data-tariff={tariff}>
            <th scope="row" className="py-1 text-left font-normal">
              {words.tariff(tariff, own)}
            </th>
            <td className="pl-3">{wholeNumber(locale, chargedCount)}</td>
            <td className="pl-3 whitespace-nowrap">{words.money(amountMicros, currency)}</td>
            <td className="pl-3 whitespace-nowrap">{againstFirst(currency, amountMicros)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );

  /** Of another currency there is nothing to compare. */
  function againstFirst(currency: string, amountMicros: number): string {
    const base = first?.totals.find((total) => total.currency === currency)?.amountMicros ?? 0;
    if (base === 0) return "–";
    return new Intl.NumberFormat(locale, {
      style: "percent",
      signDisplay: "exceptZero",
      maximumFractionDigits: 1,
    }).format(amountMicros / base - 1);
  }
}
