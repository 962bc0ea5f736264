import type { ReconciliationJson } from "@galka/contract/json/prices/prices";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOnly, dayOf } from "../../i18n/dates.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Select } from "../../ui/controls/Select.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { ScrollBox } from "../statistics/ScrollBox.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { type PricesSearch, daysOfPeriod } from "./prices-search.ts";
import { commonDigits, moneyInColumn } from "../../i18n/money.ts";
import { usePriceWords } from "./use-price-words.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

/** What was booked beside what Meta says it has charged, with each difference explained. */
export function Reconciliation() {
  const { t } = useTranslation();
  const api = useApi();
  const search: PricesSearch = useSearch({ from: "/signed-in/prices" });
  const period = daysOfPeriod(search.period ?? "thisMonth", useNow("halfMinute"));
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const [chosen, setChosen] = useState<string | null>(null);
  const channelId = chosen ?? channels[0]?.id ?? null;
  const found = useQuery({
    queryKey: ["collection", "prices", "reconciliation", period, channelId],
    queryFn: () => api("getReconciliation", { params: { id: channelId ?? "" }, query: period }),
    enabled: channelId !== null,
    retry: false,
  });
  return (
    <Section
      title={t("prices.tab.meta")}
      lead={t("prices.meta.lead")}
      action={
        <div className="flex flex-wrap gap-2">
          {channels.length > 1 ? (
            <Select
              label={t("prices.meta.number")}
              value={channelId ?? ""}
              options={channels.map(({ id, name }) => ({ value: id, name }))}
              onChange={setChosen}
            />
          ) : null}
          <PeriodChoice />
        </div>
      }
    >
      {found.isLoading ? <Skeleton rows={4} kind="lines" /> : null}
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data ? <Compared found={found.data} /> : null}
    </Section>
  );
}

function Compared({ found }: { readonly found: ReconciliationJson }) {
  const { t } = useTranslation();
  const differing = found.lines.filter(({ difference }) => difference !== null);
  const [only, setOnly] = useState(false);
  if (found.lines.length === 0) return <p className="text-ink-2">{t("prices.meta.empty")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {differing.length === 0 ? (
        <Notice tone="good">{t("prices.meta.same")}</Notice>
      ) : (
        <Checkbox label={t("prices.meta.onlyDifferences")} checked={only} onChange={setOnly} />
      )}
      <TwoCurrencies lines={found.lines} />
      <ComparedTable found={found} lines={only ? differing : found.lines} />
    </div>
  );
}

type Line = ReconciliationJson["lines"][number];

/** Where the card has another currency than the account, amounts can neither be compared nor added up. */
function TwoCurrencies({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const apart = lines.filter(({ ours, told }) => ours.currency !== told.currency);
  const [first] = apart;
  if (!first) return null;
  const { ours, told } = first;
  return (
    <Notice tone="soon">
      {t("prices.meta.twoCurrencies", { ours: ours.currency, told: told.currency })}
    </Notice>
  );
}

type TableProps = {
  readonly found: ReconciliationJson;
  readonly lines: ReconciliationJson["lines"];
};

function ComparedTable({ found, lines }: TableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = usePriceWords();
  const { totals } = found;
  const side = ({ messageCount, amountMicros, currency }: Line["ours"]) => (
    <td className="pl-3 text-right whitespace-nowrap tabular-nums">
      <span className="text-ink-2">{wholeNumber(locale, messageCount)} ·</span>{" "}
      <span className="inline-block min-w-18">
        {moneyInColumn(locale, amountMicros, { currency, digits })}
      </span>
    </td>
  );
  const digits = commonDigits(lines.flatMap((it) => [it.ours.amountMicros, it.told.amountMicros]));
  const differs = lines.some(({ difference }) => difference !== null);
  const heads = [
    t("prices.day"),
    t("prices.where"),
    t("prices.what"),
    t("prices.meta.type"),
    t("prices.meta.ours"),
    t("prices.meta.told"),
    ...(differs ? [t("prices.meta.difference")] : []),
  ];
  return (
    <ScrollBox label={t("prices.tab.meta")}>
      <table className="w-full">
        <thead className="text-left text-list text-ink-2">
          <tr>
            {heads.map((head, n) => (
              <th
                key={head}
                scope="col"
                className={
                  n === 4 || n === 5
                    ? "py-1 pl-3 text-right font-medium"
                    : n === 6
                      ? "py-1 pl-3 font-medium"
                      : "py-1 pr-3 font-medium"
                }
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {lines.map((line) => (
            <tr key={`${line.day} ${line.country} ${line.category} ${line.type}`}>
              <td className="py-1.5 pr-3 whitespace-nowrap tabular-nums">
                {dateOnly(locale, dayOf(line.day))}
              </td>
              <td className="pr-3">{words.country(line.country)}</td>
              <td className="pr-3">{words.category(line.category)}</td>
              <td className="pr-3 whitespace-nowrap">{words.type(line.type)}</td>
              {side(line.ours)}
              {side(line.told)}
              {differs ? (
                <td className="min-w-50 py-1.5 pl-3 text-list text-amber">
                  {line.difference === null ? "" : t(`prices.meta.why.${line.difference}`)}
                </td>
              ) : null}
            </tr>
          ))}
          {totals.map(({ currency, ours, told }) => (
            <tr key={currency} className="font-medium">
              <td className="py-1" colSpan={4}>
                {t("prices.meta.total")}
              </td>
              {side(ours)}
              {side(told)}
              {differs ? <td>{null}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
