import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { FigureTable } from "../../../statistics/FigureTable.tsx";
import { useFigures } from "../../use-figures.ts";

const HEADS = ["messages", "free", "cost"] as const;

/** What it costs at least and at most, and what of it is free, by country and category. */
export function CostTable({ cost }: { readonly cost: CampaignForecastJson["cost"] }) {
  const { t } = useTranslation();
  const { count, moneyRange, microsRange, country } = useFigures();
  if (cost === null) return <p className="text-ink-2">{t("campaigns.check.noTariff")}</p>;
  const lines = cost.lines.toSorted((one, other) => other.mostMicros - one.mostMicros);
  return (
    <FigureTable
      label={t("campaigns.check.cost")}
      corner={t("campaigns.check.country")}
      heads={HEADS.map((head) => t(`campaigns.check.head.${head}`))}
      className="text-list"
    >
      <tbody className="divide-y">
        {lines.map((line) => (
          <tr key={`${line.country} ${line.category} ${line.currency}`}>
            <th scope="row" className="py-1 text-left font-normal">
              {country(line.country) ?? t("campaigns.noCountry")}
              <span className="text-ink-2"> · {categoryOf(line.category)}</span>
            </th>
            <td className="pl-3">{count(line.count)}</td>
            <td className="pl-3">{count(line.freeCount)}</td>
            <td className="pl-3 whitespace-nowrap">
              {microsRange(line.leastMicros, line.mostMicros, line.currency)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t font-semibold">
        {cost.totals.map((total) => (
          <tr key={total.currency}>
            <th scope="row" className="py-1 text-left">
              {t("campaigns.check.total")}
            </th>
            <td className="pl-3">{count(total.count)}</td>
            <td className="pl-3">{count(total.freeCount)}</td>
            <td className="pl-3 whitespace-nowrap">
              {moneyRange(total.leastMinor, total.mostMinor, total.currency)}
            </td>
          </tr>
        ))}
      </tfoot>
    </FigureTable>
  );

  function categoryOf(category: string): string {
    return category === "marketing" || category === "utility" || category === "authentication"
      ? t(`template.category.${category}`)
      : category;
  }
}
