import type { AnswerTimesJson, StatisticsJson } from "@galka/contract/json/statistics";
import { csvOf } from "@galka/core/figures/csv";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { Button } from "../../ui/Button.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import { Section } from "../settings/Section.tsx";
import { saveCsv } from "./measures.ts";

type Props = { readonly statistics: StatisticsJson; readonly times: AnswerTimesJson | null };
type Shown = "incoming" | "outgoing" | "waiting" | "reads";

const SHOWN: readonly Shown[] = ["incoming", "outgoing", "waiting", "reads"];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, day) => day);

/** The week as 168 hours: where the load lies, where contacts queue, when they read. */
export function WeekHeat({ statistics, times }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>("incoming");
  const values = valuesOf(shown, statistics, times);
  const weekday = useWeekdays();
  const valueAt = (day: number, hour: number) => values.get(day * 24 + hour) ?? 0;
  const save = () =>
    saveCsv(
      `week-${shown}`,
      csvOf([
        [t("statistics.day"), ...HOURS],
        ...DAYS.map((day) => [weekday(day), ...HOURS.map((hour) => valueAt(day, hour))]),
      ]),
    );
  return (
    <Section
      title={t("statistics.week.title")}
      lead={t(`statistics.week.${shown}.definition`)}
      action={
        <div className="flex flex-wrap gap-2">
          <select
            aria-label={t("statistics.week.show")}
            className="control border border-edge bg-surface px-2"
            value={shown}
            onChange={({ target }) =>
              setShown(SHOWN.find((it) => it === target.value) ?? "incoming")
            }
          >
            {SHOWN.map((it) => (
              <option key={it} value={it}>
                {t(`statistics.week.${it}.name`)}
              </option>
            ))}
          </select>
          <Button icon={<Download size={16} aria-hidden="true" />} onClick={save}>
            {t("statistics.csv")}
          </Button>
        </div>
      }
    >
      <Heat name={t(`statistics.week.${shown}.name`)} valueAt={valueAt} />
    </Section>
  );
}

function valuesOf(shown: Shown, statistics: StatisticsJson, times: AnswerTimesJson | null) {
  const entries =
    shown === "waiting"
      ? (times?.queue ?? []).map((it) => [it.weekday * 24 + it.hour, it.waiting] as const)
      : statistics.hours.map((it) => [it.weekday * 24 + it.hour, it[shown]] as const);
  return new Map(entries);
}

type HeatProps = {
  readonly name: string;
  readonly valueAt: (day: number, hour: number) => number;
};

function Heat({ name, valueAt }: HeatProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const weekday = useWeekdays();
  const highest = Math.max(1, ...DAYS.flatMap((day) => HOURS.map((hour) => valueAt(day, hour))));
  const number = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <ScrollBox label={name}>
      <table className="w-full min-w-200 table-fixed border-separate border-spacing-0.5 text-center text-[11px]/[16px] tabular-nums">
        <caption className="sr-only">{name}</caption>
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className="w-12 text-left font-medium">
              {t("statistics.week.hour")}
            </th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col" className="font-medium">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row" className="text-left font-medium text-ink-2">
                {weekday(day)}
              </th>
              {HOURS.map((hour) => {
                const value = valueAt(day, hour);
                const share = Math.round((value / highest) * 100);
                return (
                  <td
                    key={hour}
                    className="heat-cell h-7 rounded-sm text-ink"
                    style={{ "--heat": `${share}%` }}
                  >
                    {value > 0 ? number.format(value) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The short names of the days, Monday as 0. */
function useWeekdays(): (day: number) => string {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: "short", timeZone: "UTC" });
  // The 5th of January 1970 was a Monday.
  return (day) => format.format(new Date(Date.UTC(1970, 0, 5 + day)));
}
