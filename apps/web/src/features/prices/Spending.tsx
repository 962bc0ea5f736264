import { SPENDING_PARTS, type SpendingJson } from "@galka/contract/json/prices/prices";
import { csvOf } from "@galka/core/figures/csv";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/controls/Select.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { saveCsv } from "../statistics/measures.ts";
import { FigureTable } from "../statistics/FigureTable.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { type PricesSearch, daysOfPeriod, readPricesSearch } from "./prices-search.ts";
import { usePriceWords } from "./use-price-words.ts";

const MICROS = 1_000_000;

/** What messages cost by one part: the day, the country, the template, the member… */
export function Spending() {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const search: PricesSearch = useSearch({ from: "/signed-in/prices" });
  const by = search.by ?? "category";
  const period = daysOfPeriod(search.period ?? "thisMonth", useNow("halfMinute"));
  const found = useQuery({
    queryKey: ["collection", "prices", "spending", period, by],
    queryFn: () => api("getSpending", { query: { ...period, by } }),
    refetchInterval: 60_000,
  });
  const nameOf = useNames(by);
  const parts = found.data?.parts ?? [];
  const save = () =>
    saveCsv(
      `prices-${by}-${period.from}-${period.to}`,
      csvOf([
        [
          t(`prices.part.${by}`),
          "ISO 4217",
          t("prices.column.messages"),
          t("prices.column.charged"),
          t("prices.column.amount"),
          t("prices.column.marked"),
        ],
        ...parts.map((part) => [
          nameOf(part),
          part.currency,
          part.messageCount,
          part.chargedCount,
          part.amountMicros / MICROS,
          part.markedUpMicros / MICROS,
        ]),
      ]),
    );
  return (
    <Section
      title={t("prices.tab.spending")}
      action={
        <div className="flex flex-wrap gap-2">
          <Select
            label={t("prices.by")}
            value={by}
            options={SPENDING_PARTS.map((part) => ({
              value: part,
              name: t(`prices.part.${part}`),
            }))}
            onChange={(chosen) =>
              void navigate({
                to: "/prices",
                search: readPricesSearch({ ...search, by: chosen }),
              })
            }
          />
          <PeriodChoice />
          <Button
            icon={<Download size={16} aria-hidden="true" />}
            disabled={parts.length === 0}
            onClick={save}
          >
            {t("prices.csv")}
          </Button>
        </div>
      }
    >
      {found.isPending ? <Skeleton rows={4} kind="lines" /> : null}
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data && parts.length === 0 ? <p className="text-ink-2">{t("prices.none")}</p> : null}
      {parts.length > 0 ? <SpendingTable by={by} parts={parts} nameOf={nameOf} /> : null}
    </Section>
  );
}

type Part = SpendingJson["parts"][number];
type TableProps = {
  readonly by: (typeof SPENDING_PARTS)[number];
  readonly parts: readonly Part[];
  readonly nameOf: (part: Part) => string;
};

function SpendingTable({ by, parts, nameOf }: TableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = usePriceWords();
  const isMarked = parts.some((part) => part.markedUpMicros !== part.amountMicros);
  const columns = [
    "messages",
    "charged",
    "amount",
    ...(isMarked ? ["marked" as const] : []),
  ] as const;
  return (
    <FigureTable
      label={t(`prices.part.${by}`)}
      corner={t(`prices.part.${by}`)}
      heads={columns.map((column) => t(`prices.column.${column}`))}
    >
      <tbody className="divide-y">
        {parts.map((part) => (
          <tr key={`${part.key} ${part.currency}`}>
            <th scope="row" className="py-1 text-left font-normal">
              {nameOf(part)}
            </th>
            <td className="pl-3">{wholeNumber(locale, part.messageCount)}</td>
            <td className="pl-3">{wholeNumber(locale, part.chargedCount)}</td>
            <td className="pl-3 whitespace-nowrap">
              {words.money(part.amountMicros, part.currency)}
            </td>
            {isMarked ? (
              <td className="pl-3 whitespace-nowrap">
                {words.money(part.markedUpMicros, part.currency)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

/** What a part is called: by its own name, or in the words for what it is. */
function useNames(by: (typeof SPENDING_PARTS)[number]): (part: Part) => string {
  const { t } = useTranslation();
  const words = usePriceWords();
  return ({ key, name }) => {
    switch (by) {
      case "day":
      case "template":
        return key;
      case "category":
        return words.category(key);
      case "country":
        return words.country(key);
      case "reason":
        return words.reason(key);
      default:
        return name ?? t("prices.gone");
    }
  };
}
