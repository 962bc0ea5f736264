import type { TemplateLifeJson } from "@galka/contract/json/templates/template-library";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { FigureTable } from "../../statistics/FigureTable.tsx";

const COUNTS = ["sentCount", "deliveredCount", "readCount", "tappedCount", "failedCount"] as const;

/** What became of the template's messages in the last days, from our own records. */
export function UseTable({ use }: { readonly use: TemplateLifeJson["use"] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <FigureTable
      label={t("templates.use.title")}
      corner={t("templates.use.days")}
      heads={COUNTS.map((count) => t(`templates.use.${count}`))}
    >
      <tbody>
        {use.map((row) => (
          <tr key={row.days} className="border-t">
            <th scope="row" className="py-1.5 text-left font-medium">
              {row.days}
            </th>
            {COUNTS.map((count) => (
              <td key={count} className="py-1.5 pl-3">
                {number.format(row[count])}
                {count !== "sentCount" && row.sentCount > 0 && row[count] > 0 ? (
                  <span className="block text-meta text-ink-2">
                    {share.format(
                      row[count] /
                        (row.sentCount + (count === "failedCount" ? row.failedCount : 0)),
                    )}
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
