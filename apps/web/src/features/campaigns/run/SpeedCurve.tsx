import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../sync/use-now.ts";
import { useFigures } from "../use-figures.ts";

const MINUTE_MS = 60_000;
const PAST = 60;
/** So much of the rest is drawn beside the hour that was. */
const AHEAD = 20;
const STEP = 4;
const HEIGHT = 64;

/** How many left in each minute of the last hour, and at which pace the forecast has the rest leave. */
export function SpeedCurve({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const nowMs = useNow("halfMinute").getTime();
  const { speed, funnel, endsAt, state } = campaign;
  if (speed.minutes.length === 0) return null;
  const now = Math.floor(nowMs / MINUTE_MS);
  const bars = speed.minutes.map((it) => ({
    at: Math.floor(Date.parse(it.at) / MINUTE_MS) - now + PAST,
    count: it.count,
  }));
  const left = endsAt === null ? 0 : Math.ceil((Date.parse(endsAt) - nowMs) / MINUTE_MS);
  const moves = state === "running" && speed.waitsFor === null && left > 0;
  const perMinute = moves ? Math.ceil(funnel.waiting / left) : null;
  const most = Math.max(1, ...bars.map((it) => it.count));
  const highest = Math.max(most, perMinute ?? 0);
  const yOf = (height: number) => HEIGHT - 1 - (height / highest) * (HEIGHT - 4);
  return (
    <figure className="border-t pt-3">
      <figcaption className="flex flex-wrap justify-between gap-x-3 text-list text-ink-2">
        {t("campaigns.curve.title")}
        <span className="tabular-nums">{t("campaigns.curve.most", { text: count(most) })}</span>
      </figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${(PAST + AHEAD) * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-1 h-16 w-full border-b"
      >
        {bars
          .filter(({ at }) => at >= 0 && at <= PAST)
          .map((it) => (
            <rect
              key={it.at}
              x={it.at * STEP - STEP + 0.5}
              width={STEP - 1}
              y={yOf(it.count)}
              height={HEIGHT - yOf(it.count)}
              className="fill-blue"
            />
          ))}
        {perMinute === null ? null : (
          <line
            x1={PAST * STEP + 2}
            x2={(PAST + Math.min(AHEAD, left)) * STEP}
            y1={yOf(perMinute)}
            y2={yOf(perMinute)}
            strokeDasharray="4 3"
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
            className="stroke-ink-2"
          />
        )}
      </svg>
      <p aria-hidden="true" className="flex text-meta text-ink-2">
        <span className="w-3/4">{t("campaigns.curve.hourAgo")}</span>
        {t("campaigns.curve.now")}
      </p>
      {perMinute === null ? null : (
        <p className="mt-1 text-list text-ink-2">
          {t("campaigns.curve.rest", {
            count: funnel.waiting,
            text: count(funnel.waiting),
            perMinute: count(perMinute),
          })}
        </p>
      )}
    </figure>
  );
}
