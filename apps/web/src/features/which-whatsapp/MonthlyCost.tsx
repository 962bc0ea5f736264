import type { EstimateLine } from "@galka/core/billing/estimate-cost";
import { MICROS } from "@galka/core/billing/money";
import type { Business, WhichWhatsApp } from "@galka/core/channels/which-whatsapp";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { money, wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Section } from "../settings/Section.tsx";
import { costOf } from "./business.ts";

type Props = { readonly business: Business; readonly answer: WhichWhatsApp };

const NAMES = { service: "service", utility: "utility", marketing: "advertising" } as const;

/** What a month would cost under the tariff of today, with the arithmetic of each line. */
export function MonthlyCost({ business, answer }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [now] = useState(() => new Date());
  const { lines, totals } = costOf(now, business, answer);
  if (answer === "app") {
    return (
      <Section title={t("which.costTitle")}>
        <p>{t("which.costFree")}</p>
      </Section>
    );
  }
  const [first] = lines;
  return (
    <Section title={t("which.costTitle")} lead={t("which.costLead")}>
      <dl className="flex flex-col divide-y tabular-nums">
        {lines.map((line) => (
          <div key={line.category} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
            <dt className="min-w-28">{t(`which.${nameOf(line)}`)}</dt>
            <dd className="flex flex-1 flex-wrap items-baseline justify-end gap-x-4">
              <span className="text-list text-ink-2">
                <Arithmetic line={line} />
              </span>
              <span className="font-medium">{exact(locale, line.mostMicros, line.currency)}</span>
            </dd>
          </div>
        ))}
        {totals.map((total) => (
          <div key={total.currency} className="flex items-baseline gap-4 py-2">
            <dt className="flex-1 font-semibold">{t("which.total")}</dt>
            <dd className="text-title font-semibold" data-total>
              {money(locale, total.mostMinor, total.currency)}
            </dd>
          </div>
        ))}
      </dl>
      {first ? (
        <p className="mt-2 text-list text-ink-2">{t("which.market", { market: first.market })}</p>
      ) : null}
    </Section>
  );
}

function nameOf({ category }: EstimateLine) {
  return category === "service" || category === "utility" || category === "marketing"
    ? NAMES[category]
    : "utility";
}

function Arithmetic({ line }: { readonly line: EstimateLine }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { count, freeCount, mostMicros, currency } = line;
  const paid = count - freeCount;
  // Of volume tiers it is the mean: the sum stays what it is.
  const rate = paid === 0 ? 0 : mostMicros / paid;
  const number = (value: number) => wholeNumber(locale, value);
  return t("which.costLine", {
    count: number(count),
    free: number(freeCount),
    paid: number(paid),
    rate: exact(locale, rate, currency),
  });
}

/** Meta's prices have four decimals. */
function exact(locale: string, micros: number, currency: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 4,
  }).format(micros / MICROS);
}
