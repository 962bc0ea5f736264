import type { HealthDayJson } from "@galka/contract/json/numbers/health";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Section } from "../settings/Section.tsx";
import { FigureTable } from "../statistics/FigureTable.tsx";

type Props = { readonly days: readonly HealthDayJson[] };

const HEIGHT = 48;
const STEP = 8;

const QUALITY = {
  green: { height: 1, className: "fill-green" },
  yellow: { height: 0.66, className: "fill-amber" },
  red: { height: 0.33, className: "fill-red" },
  unknown: { height: 0.1, className: "fill-surface-3" },
} as const;

/** The last thirty days in four small pictures, and as the table that says the same to everybody. */
export function Trends({ days }: Props) {
  const { t } = useTranslation();
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const highest = Math.max(1, ...days.map((it) => it.blocked + it.optedOut + it.unwanted));
  return (
    <Section title={t("health.trends.title")} lead={t("health.trends.lead")}>
      <div className="grid grid-cols-1 gap-4 min-[520px]:grid-cols-2">
        <Picture name={t("health.trends.quality")}>
          {days.map((it, n) => {
            const { height, className } = QUALITY[it.quality];
            return <Bar key={it.day} at={n} share={height} className={className} />;
          })}
        </Picture>
        <Picture name={t("health.trends.read")}>
          {days.map((it, n) => (
            <Bar key={it.day} at={n} share={share(it.read, it.delivered)} className="fill-blue" />
          ))}
        </Picture>
        <Picture name={t("health.trends.incoming")}>
          {days.map((it, n) => (
            <Bar
              key={it.day}
              at={n}
              share={share(it.incoming, it.incoming + it.outgoing)}
              className="fill-blue"
            />
          ))}
        </Picture>
        <Picture name={t("health.trends.objections")}>
          {days.map((it, n) => (
            <Bar
              key={it.day}
              at={n}
              share={(it.blocked + it.optedOut + it.unwanted) / highest}
              className="fill-red"
            />
          ))}
        </Picture>
      </div>
      <details className="mt-3">
        <summary className="cursor-pointer text-list font-medium">
          {t("statistics.asTable")}
        </summary>
        <DayTable days={days} />
      </details>
    </Section>
  );
}

function Picture({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}) {
  return (
    <figure aria-hidden="true">
      <figcaption className="mb-1 text-list text-ink-2">{name}</figcaption>
      <svg
        viewBox={`0 0 ${30 * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-12 w-full border-b"
      >
        {children}
      </svg>
    </figure>
  );
}

type BarProps = { readonly at: number; readonly share: number; readonly className: string };

function Bar({ at, share, className }: BarProps) {
  const height = Math.min(1, share) * HEIGHT;
  return (
    <rect
      x={at * STEP + 1}
      width={STEP - 2}
      y={HEIGHT - height}
      height={height}
      className={className}
    />
  );
}

const COLUMNS = [
  "incoming",
  "outgoing",
  "delivered",
  "read",
  "blocked",
  "optedOut",
  "unwanted",
] as const;

function DayTable({ days }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <FigureTable
      label={t("health.trends.title")}
      corner={t("statistics.day")}
      heads={[
        t("health.trends.column.quality"),
        ...COLUMNS.map((column) => t(`health.trends.column.${column}`)),
      ]}
      className="mt-2"
    >
      <tbody className="divide-y">
        {days.toReversed().map((it) => (
          <tr key={it.day}>
            <th scope="row" className="py-1 text-left font-normal whitespace-nowrap">
              {dateOnly(locale, new Date(`${it.day}T12:00:00`))}
            </th>
            <td className="pl-3">{t(`channel.quality.${it.quality}`)}</td>
            {COLUMNS.map((column) => (
              <td key={column} className="pl-3">
                {wholeNumber(locale, it[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
