import type { ContactPreviewJson } from "@galka/contract/json/people";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { ConsentCounts } from "./ConsentCounts.tsx";
import { phoneText, usePhoneFormat } from "../contact/phone-format.ts";

/** What would become of the rows of a table: how many of which, the first of them, and the first problems. */
export function TablePreview({ preview }: { readonly preview: ContactPreviewJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  usePhoneFormat();
  const text = (count: number) => wholeNumber(locale, count);
  return (
    <div className="mt-4 flex flex-col gap-3">
      <output className="font-medium">
        {t("people.wouldAdd", { text: text(preview.added) })}
        {" · "}
        {t("people.areKnown", { text: text(preview.known) })}
        {" · "}
        {t("people.notTaken", { text: text(preview.problemCount) })}
      </output>
      {preview.reasons.length === 0 ? null : (
        <ul className="text-list text-ink-2">
          {preview.reasons.map(({ reason, count }) => (
            <li key={reason}>
              {t(`people.problem.${reason}`)}: <span className="tabular-nums">{text(count)}</span>
            </li>
          ))}
        </ul>
      )}
      {preview.consents === null ? null : <ConsentCounts consents={preview.consents} />}
      <div className="overflow-x-auto">
        <table className="w-full text-list">
          <thead>
            <tr className="text-left text-ink-2">
              <th className="py-1 pr-4 font-medium">{t("people.row")}</th>
              <th className="py-1 pr-4 font-medium">{t("people.target.name")}</th>
              <th className="py-1 pr-4 font-medium">{t("people.target.phone")}</th>
              <th className="py-1 font-medium">{t("people.outcome")}</th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {preview.sample.map((it) => (
              <tr key={it.row}>
                <td className="py-1 pr-4">{it.row}</td>
                <td className="py-1 pr-4">
                  <bdi>{it.name ?? ""}</bdi>
                </td>
                <td className="py-1 pr-4 whitespace-nowrap">{phoneText(it.phone)}</td>
                <td className="py-1">{it.known ? t("people.isKnown") : t("people.isNew")}</td>
              </tr>
            ))}
            {preview.problems.map((it) => (
              <tr key={it.row}>
                <td className="py-1 pr-4">{it.row}</td>
                <td className="py-1 pr-4 text-red" colSpan={3}>
                  {t(`people.problem.${it.reason}`)}
                  {it.column === null ? "" : ` · ${it.column}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
