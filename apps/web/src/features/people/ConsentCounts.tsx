import type { TableConsentsJson } from "@galka/contract/json/people";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** Of how many people a table records a consent, or would, and of whom it does not and why. */
export function ConsentCounts({ consents }: { readonly consents: TableConsentsJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = (count: number) => wholeNumber(locale, count);
  return (
    <div className="text-list">
      <p className="font-medium">
        {t("people.consent.recorded", { text: text(consents.recorded) })}
      </p>
      <ul className="text-ink-2">
        {consents.lacking.map(({ reason, count, rows }) => (
          <li key={reason}>
            {t(`people.consent.lacking.${reason}`, { text: text(count) })}
            {rows.length === 0
              ? null
              : ` (${t("people.consent.firstRows", { rows: rows.map(text).join(", ") })})`}
          </li>
        ))}
        {consents.outweighed === 0 ? null : (
          <li>
            {t("people.consent.outweighed", { text: text(consents.outweighed) })}
            {consents.remembered === 0
              ? null
              : ` ${t("people.consent.remembered", { text: text(consents.remembered) })}`}
          </li>
        )}
      </ul>
    </div>
  );
}
