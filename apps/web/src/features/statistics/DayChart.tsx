import type { MeasureJson, StatisticsJson } from "@galka/contract/json/statistics";
import { csvOf } from "@galka/core/figures/csv";
import { type Period, daysOf } from "@galka/core/figures/period";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateOnly, dayOf } from "../../i18n/dates.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Button } from "../../ui/Button.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { Section } from "../settings/Section.tsx";
import { MEASURES, saveCsv } from "./measures.ts";

type Props = {
  readonly statistics: StatisticsJson;
  readonly period: Period;
  readonly onOpen: (measure: MeasureJson, day: string) => void;
};

type Day = StatisticsJson["days"][number];

const NOTHING = { incoming: 0, outgoing: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
const HEIGHT = 140;

/** Day by day: two bars for each, and below them the table that says the same to everybody. */
export function DayChart({ statistics, period, onOpen }: Props) {
  const { t } = useTranslation();
  const known = new Map(statistics.days.map((it) => [it.day, it]));
  const days = daysOf(period).map((day) => known.get(day) ?? { day, ...NOTHING });
  const names = MEASURES.map((measure) => t(`statistics.${measure}.name`));
  const rows = () => days.map((it) => [it.day, ...MEASURES.map((measure) => it[measure])]);
  const save = (
    <Button
      icon={<Download size={16} aria-hidden="true" />}
      onClick={() => saveCsv("days", csvOf([[t("statistics.day"), ...names], ...rows()]))}
    >
      {t("statistics.csv")}
    </Button>
  );
  return (
    <Section
      title={t("statistics.byDay")}
      lead={t("statistics.byDayLead", { zone: statistics.timeZone })}
      action={save}
    >
      <Bars days={days} />
      <p className="mt-2 flex flex-wrap gap-4 text-list text-ink-2">
        <Key className="bg-blue" words={t("statistics.incoming.name")} />
        <Key
          className="border border-blue-ink bg-blue-soft"
          words={t("statistics.outgoing.name")}
        />
      </p>
      <details className="mt-3">
        <summary className="cursor-pointer text-list font-medium">
          {t("statistics.asTable")}
        </summary>
        <DayTable days={days} names={names} onOpen={onOpen} />
      </details>
    </Section>
  );
}

function Key({ className, words }: { readonly className: string; readonly words: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={`size-3 rounded-sm ${className}`} />
      {words}
    </span>
  );
}

function Bars({ days }: { readonly days: readonly Day[] }) {
  const locale = useLocale();
  const highest = Math.max(1, ...days.map((it) => Math.max(it.incoming, it.outgoing)));
  const height = (count: number) => (count / highest) * (HEIGHT - 2);
  const step = 12;
  return (
    <div className="flex gap-2" aria-hidden="true">
      <div className="flex h-35 flex-col justify-between text-right text-meta text-ink-3 tabular-nums">
        <span>{wholeNumber(locale, highest)}</span>
        <span>0</span>
      </div>
      <div className="min-w-0 flex-1">
        <svg
          viewBox={`0 0 ${days.length * step} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-35 w-full border-b"
        >
          {days.map((it, n) => (
            <g key={it.day}>
              <rect
                x={n * step + 1}
                width={4.5}
                y={HEIGHT - height(it.incoming)}
                height={height(it.incoming)}
                className="fill-blue"
              />
              <rect
                x={n * step + 6}
                width={4.5}
                y={HEIGHT - height(it.outgoing)}
                height={height(it.outgoing)}
                className="fill-blue-soft stroke-blue-ink"
                strokeWidth={0.5}
              />
            </g>
          ))}
        </svg>
        <p className="flex justify-between gap-2 text-meta text-ink-3 tabular-nums">
          {[days.at(0), days.length > 1 ? days.at(-1) : undefined].map((it) =>
            it ? <span key={it.day}>{dateOnly(locale, dayOf(it.day))}</span> : null,
          )}
        </p>
      </div>
    </div>
  );
}

type TableProps = {
  readonly days: readonly Day[];
  readonly names: readonly string[];
  readonly onOpen: Props["onOpen"];
};

function DayTable({ days, names, onOpen }: TableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <FigureTable
      label={t("statistics.byDay")}
      corner={t("statistics.day")}
      heads={names}
      className="mt-2"
    >
      <tbody className="divide-y">
        {days.toReversed().map((it) => (
          <tr key={it.day}>
            <th scope="row" className="py-1 text-left font-normal whitespace-nowrap">
              {dateOnly(locale, new Date(`${it.day}T12:00:00`))}
            </th>
            {MEASURES.map((measure) => (
              <td key={measure} className="pl-3">
                {it[measure] === 0 ? (
                  0
                ) : (
                  <button type="button" className="link" onClick={() => onOpen(measure, it.day)}>
                    {wholeNumber(locale, it[measure])}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
