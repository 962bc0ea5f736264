import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { useTranslation } from "react-i18next";
import { FigureTable } from "../../statistics/FigureTable.tsx";
import { useFigures } from "../use-figures.ts";
import { WithShare } from "./WithShare.tsx";

const HEADS = ["sent", "delivered", "read"] as const;

type Props = { readonly countries: CampaignReportJson["countries"] };

/** How a campaign did in each country, the largest first. */
export function CountryTable({ countries }: Props) {
  const { t } = useTranslation();
  const { count, country } = useFigures();
  const sorted = countries.toSorted((one, other) => other.sent - one.sent);
  return (
    <FigureTable
      label={t("campaigns.report.countries")}
      corner={t("campaigns.check.country")}
      heads={HEADS.map((head) => t(`campaigns.funnel.${head}`))}
      className="text-list"
    >
      <tbody className="divide-y">
        {sorted.map((it) => (
          <tr key={it.country}>
            <th scope="row" className="py-1 text-left font-normal">
              {country(it.country) ?? t("campaigns.noCountry")}
            </th>
            <td className="pl-3">{count(it.sent)}</td>
            <td className="pl-3">
              <WithShare part={it.delivered} whole={it.sent} />
            </td>
            <td className="pl-3">
              <WithShare part={it.read} whole={it.delivered} />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
