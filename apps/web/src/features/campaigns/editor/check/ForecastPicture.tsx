import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../../ui/marks/Moment.tsx";
import { useFigures } from "../../use-figures.ts";

const SHOWN_DAYS = 14;
const HEIGHT = 96;

/** How many people it reaches in each 24 hours, as bars with their numbers, and when it ends. */
export function ForecastPicture({ forecast }: { readonly forecast: CampaignForecastJson }) {
  const { t } = useTranslation();
  const { count, speed } = useFigures();
  const { days, startsAt, endsAt, slowedBy, tier, perSecond } = forecast;
  const facts = [
    [t("campaigns.check.starts"), <Moment key="at" at={startsAt} as="day" />],
    [
      t("campaigns.check.ends"),
      endsAt === null ? t("campaigns.check.endUnknown") : <Moment key="at" at={endsAt} as="day" />,
    ],
    [t("campaigns.check.speed"), t("campaigns.perSecond", { speed: speed(perSecond) })],
    [
      t("campaigns.check.tier"),
      tier.left === null
        ? t("campaigns.check.noTier")
        : t("campaigns.check.tierLeft", { left: count(tier.left), limit: count(tier.limit ?? 0) }),
    ],
    ...(slowedBy.length === 0
      ? []
      : [
          [
            t("campaigns.check.slowedBy"),
            slowedBy.map((it) => t(`campaigns.slow.${it}`)).join(", "),
          ] as const,
        ]),
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-x-6 gap-y-2 narrow:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-3 border-b pb-1">
            <dt className="text-ink-2">{name}</dt>
            <dd className="ml-auto text-right font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {days.length > 1 ? <Days days={days} /> : null}
    </div>
  );
}

function Days({ days }: { readonly days: readonly number[] }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const shown = days.slice(0, SHOWN_DAYS);
  const highest = Math.max(1, ...shown);
  const left = days.slice(SHOWN_DAYS).reduce((sum, it) => sum + it, 0);
  return (
    <figure className="m-0">
      <ol className="flex items-end gap-1" aria-label={t("campaigns.check.days")}>
        {shown.map((people, day) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- a day is known by its number
            key={day}
            className="flex min-w-0 flex-1 flex-col items-center gap-1 text-meta tabular-nums"
          >
            <span className="truncate">{count(people)}</span>
            <span
              aria-hidden="true"
              className="w-full max-w-16 rounded-t-sm bg-blue"
              style={{ height: Math.max(1, (people / highest) * HEIGHT) }}
            />
            <span className="w-full truncate border-t text-center text-ink-2">
              {t("campaigns.check.day", { number: day + 1 })}
            </span>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <figcaption className="mt-1 text-list text-ink-2">
          {t("campaigns.check.later", { text: count(left) })}
        </figcaption>
      ) : null}
    </figure>
  );
}
