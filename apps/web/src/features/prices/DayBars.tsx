import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { commonDigits, moneyInColumn } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Section } from "../settings/Section.tsx";
import { ScrollBox } from "../statistics/ScrollBox.tsx";
import { daysOfPeriod } from "./prices-search.ts";

/** What each day of the last month has cost: a bar for the eye, the sum in figures beside it. */
export function DayBars() {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const period = daysOfPeriod("30", useNow("halfMinute"));
  const { data } = useQuery({
    queryKey: ["collection", "prices", "spending", period, "day"],
    queryFn: () => api("getSpending", { query: { ...period, by: "day" } }),
    refetchInterval: 60_000,
  });
  if (!data || data.parts.length === 0) return null;
  const most = Math.max(1, ...data.parts.map(({ amountMicros }) => amountMicros));
  const digits = commonDigits(data.parts.map(({ amountMicros }) => amountMicros));
  const dayText = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (
    <Section title={t("prices.daily")}>
      <ScrollBox label={t("prices.daily")}>
        <table className="w-full tabular-nums">
          <tbody>
            {data.parts.map(({ key, currency, amountMicros }) => (
              <tr key={`${key} ${currency}`}>
                <th scope="row" className="w-20 py-0.5 text-left font-normal whitespace-nowrap">
                  {dayText.format(new Date(`${key}T00:00:00Z`))}
                </th>
                <td aria-hidden="true" className="w-full px-3">
                  <span
                    className="block h-3 rounded-control bg-blue"
                    style={{ width: `${(amountMicros / most) * 100}%` }}
                  />
                </td>
                <td className="text-right whitespace-nowrap">
                  {moneyInColumn(locale, amountMicros, { currency, digits })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}
