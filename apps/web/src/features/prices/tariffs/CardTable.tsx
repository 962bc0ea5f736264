import type { RateCardJson, TariffsJson } from "@galka/contract/json/prices/prices";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { useNow } from "../../../sync/use-now.ts";
import { Select } from "../../../ui/controls/Select.tsx";
import { Section } from "../../settings/Section.tsx";
import { FigureTable } from "../../statistics/FigureTable.tsx";
import { usePriceWords } from "../use-price-words.ts";
import { Failed } from "../Failed.tsx";

/** The prices of a tariff as they are today, or were last. */
export function CardTable({ tariffs }: { readonly tariffs: TariffsJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = usePriceWords();
  const [tariff, setTariff] = useState(tariffs.chosen);
  const day = useNow("halfMinute").toISOString().slice(0, 10);
  const found = useQuery({
    queryKey: ["collection", "prices", "card", tariff, day],
    queryFn: () => api("getRateCard", { query: { tariff, day } }),
  });
  const all = ["by-date", ...tariffs.metas.map(({ id }) => id), ...tariffs.own.map(({ id }) => id)];
  return (
    <Section
      title={t("prices.tariffs.card")}
      action={
        <Select
          label={t("prices.tariffs.choose")}
          value={tariff}
          options={all.map((id) => ({ value: id, name: words.tariff(id, tariffs.own) }))}
          onChange={setTariff}
        />
      }
    >
      {found.isError ? <Failed error={found.error} /> : null}
      {found.data ? <Card card={found.data} /> : null}
    </Section>
  );
}

function Card({ card }: { readonly card: RateCardJson }) {
  const { t } = useTranslation();
  const words = usePriceWords();
  const kinds = [...new Set(card.markets.flatMap(({ rates }) => rates.map(({ kind }) => kind)))];
  const rows = card.markets
    .map(({ market, rates }) => ({
      name: words.market(market),
      market,
      rates: new Map(rates.map((rate) => [rate.kind, rate])),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <FigureTable
      label={t("prices.tariffs.card")}
      corner={t("prices.tariffs.market")}
      heads={kinds.map((kind) => t(`prices.rate.${kind}`))}
    >
      <tbody className="divide-y">
        {rows.map(({ name, market, rates }) => (
          <tr key={market}>
            <th scope="row" className="py-1 text-left font-normal">
              {name}
            </th>
            {kinds.map((kind) => {
              const rate = rates.get(kind);
              const isSure = rate?.standing === "published";
              return (
                <td key={kind} className="pl-3 whitespace-nowrap">
                  {rate ? `${isSure ? "" : "≈ "}${words.rate(rate.micros, card.currency)}` : "–"}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
