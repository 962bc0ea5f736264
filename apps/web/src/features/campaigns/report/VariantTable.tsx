import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { useTranslation } from "react-i18next";
import { FigureTable } from "../../statistics/FigureTable.tsx";
import { letterAt } from "../letter-at.ts";
import { useFigures } from "../use-figures.ts";
import { useVariantName } from "../use-variant-name.ts";
import { WithShare } from "./WithShare.tsx";

type Props = { readonly variants: CampaignReportJson["variants"] };
const MEASURES = ["sent", "delivered", "read", "tapped", "answered", "failed"] as const;

/** How each of the competing templates did. */
export function VariantTable({ variants }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const nameOf = useVariantName();
  return (
    <FigureTable
      label={t("campaigns.report.variants")}
      corner={t("campaigns.report.template")}
      heads={MEASURES.map((measure) => t(`campaigns.funnel.${measure}`))}
      className="text-list"
    >
      <tbody className="divide-y">
        {variants.map((it) => (
          <tr key={it.variant}>
            <th scope="row" className="py-1 text-left font-normal">
              <span className="font-medium">{t(`campaigns.letter.${letterAt(it.variant)}`)}</span>{" "}
              <span className="text-ink-2">{nameOf(it)}</span>
            </th>
            {MEASURES.map((measure) => (
              <td key={measure} className="pl-3 whitespace-nowrap">
                {measure === "sent" || measure === "failed" ? (
                  count(it[measure])
                ) : (
                  <WithShare part={it[measure]} whole={it.delivered} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
