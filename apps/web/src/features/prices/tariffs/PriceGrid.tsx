import type { OwnTariffJson } from "@galka/contract/json/prices/prices";
import { COUNTRIES } from "@galka/core/billing/countries";
import { kindsOfUnit } from "@galka/core/billing/tariffs/own-tariff";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { ScrollBox } from "../../statistics/ScrollBox.tsx";
import { usePriceWords } from "../use-price-words.ts";
import type { PriceTexts } from "./price-texts.ts";

type Props = {
  readonly unit: OwnTariffJson["unit"];
  readonly texts: PriceTexts;
  readonly onChange: (texts: PriceTexts) => void;
};

const OTHER = "other";

/** The prices of an own tariff: everywhere, and where they are others. */
export function PriceGrid({ unit, texts, onChange }: Props) {
  const { t } = useTranslation();
  const words = usePriceWords();
  const kinds = kindsOfUnit(unit);
  const nameOf = (market: string) =>
    market === OTHER ? t("prices.tariffs.other") : words.market(market);
  const left = COUNTRIES.filter((country) => !texts.has(country))
    .map((value) => ({ value, name: words.country(value) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <div className="flex flex-col gap-3">
      <ScrollBox label={t("prices.tariffs.prices")}>
        <table>
          <thead className="text-left text-list text-ink-2">
            <tr>
              <th scope="col" className="pr-3 font-medium">
                {t("prices.tariffs.market")}
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" className="pr-3 font-medium">
                  {t(`prices.rate.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...texts].map(([market, row]) => (
              <tr key={market}>
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  {nameOf(market)}
                </th>
                {kinds.map((kind) => (
                  <td key={kind} className="py-1 pr-3">
                    <input
                      aria-label={`${nameOf(market)}: ${t(`prices.rate.${kind}`)}`}
                      className="field w-28"
                      inputMode="decimal"
                      value={row[kind] ?? ""}
                      onChange={({ target }) =>
                        onChange(new Map(texts).set(market, { ...row, [kind]: target.value }))
                      }
                    />
                  </td>
                ))}
                <td>
                  {market === OTHER ? null : (
                    <IconButton
                      label={t("prices.tariffs.removeMarket", { market: nameOf(market) })}
                      onClick={() => {
                        const rest = new Map(texts);
                        rest.delete(market);
                        onChange(rest);
                      }}
                    >
                      <X size={18} aria-hidden="true" />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Select
        label={t("prices.tariffs.addMarket")}
        value=""
        options={[{ value: "", name: t("prices.tariffs.addMarket") }, ...left]}
        onChange={(market) => {
          if (market !== "") onChange(new Map(texts).set(market, {}));
        }}
      />
    </div>
  );
}
