import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { FigureTable } from "../../statistics/FigureTable.tsx";
import { useFigures } from "../use-figures.ts";

type Hours = CampaignReportJson["hours"];
const MEASURES = ["sent", "read", "answered"] as const;
const LOOKS = {
  sent: "fill-surface-3 stroke-edge",
  read: "fill-blue",
  answered: "fill-green",
} as const;
const KEYS = { sent: "bg-surface-3 border", read: "bg-blue", answered: "bg-green" } as const;
const HEIGHT = 120;
const STEP = 12;
const HOUR_MS = 3_600_000;
/** Few hours are drawn as narrow as many, and not as walls. */
const LEAST_HOURS = 12;

/** Hour by hour what went out, was read and was answered; the table below says the same. */
export function HourChart({ hours }: { readonly hours: Hours }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const highest = Math.max(1, ...hours.flatMap((it) => MEASURES.map((measure) => it[measure])));
  const placeOf = (at: string) =>
    Math.round((Date.parse(at) - Date.parse(hours[0]?.at ?? at)) / HOUR_MS);
  const last = hours.at(-1);
  const shown = Math.max(last ? placeOf(last.at) + 1 : 0, LEAST_HOURS);
  return (
    <>
      <div className="flex gap-2" aria-hidden="true">
        <div className="flex h-30 flex-col justify-between text-right text-meta text-ink-2 tabular-nums">
          <span>{count(highest)}</span>
          <span>{count(0)}</span>
        </div>
        <div className="min-w-0 flex-1">
          <svg
            viewBox={`0 0 ${shown * STEP} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="h-30 w-full border-b"
          >
            {hours.map((hour) =>
              MEASURES.map((measure, at) => {
                const height = (hour[measure] / highest) * (HEIGHT - 2);
                return (
                  <rect
                    key={`${hour.at} ${measure}`}
                    x={placeOf(hour.at) * STEP + 1 + at * 3.4}
                    width={3}
                    y={HEIGHT - height}
                    height={height}
                    className={LOOKS[measure]}
                    vectorEffect="non-scaling-stroke"
                  />
                );
              }),
            )}
          </svg>
          <p className="flex justify-between gap-2 text-meta text-ink-2 tabular-nums">
            {hours[0] ? <Moment at={hours[0].at} as="day" /> : null}
            {last && shown > LEAST_HOURS ? <Moment at={last.at} as="day" /> : null}
          </p>
        </div>
      </div>
      <p className="mt-2 flex flex-wrap gap-4 text-list text-ink-2">
        {MEASURES.map((measure) => (
          <span key={measure} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className={`size-3 rounded-sm ${KEYS[measure]}`} />
            {t(`campaigns.report.measure.${measure}`)}
          </span>
        ))}
      </p>
      <details className="mt-3">
        <summary className="cursor-pointer text-list font-medium">
          {t("statistics.asTable")}
        </summary>
        <HourTable hours={hours} />
      </details>
    </>
  );
}

function HourTable({ hours }: { readonly hours: Hours }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  return (
    <FigureTable
      label={t("campaigns.report.hours")}
      corner={t("campaigns.report.hour")}
      heads={MEASURES.map((measure) => t(`campaigns.report.measure.${measure}`))}
      className="mt-2 text-list"
    >
      <tbody className="divide-y">
        {hours.map((hour) => (
          <tr key={hour.at}>
            <th scope="row" className="py-1 text-left font-normal">
              <Moment at={hour.at} as="day" />
            </th>
            {MEASURES.map((measure) => (
              <td key={measure} className="pl-3">
                {count(hour[measure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
