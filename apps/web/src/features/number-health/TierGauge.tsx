import type { NumberHealthJson } from "@galka/contract/json/numbers/health";
import { useTranslation } from "react-i18next";
import { clockTime } from "../../i18n/dates.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

const RADIUS = 54;
/** Three quarters of a circle, open below. */
const ARC = 2 * Math.PI * RADIUS * 0.75;
const CIRCLE = 2 * Math.PI * RADIUS;

/** How much of what Meta allows in 24 hours is used, and what is left. */
export function TierGauge({ tier }: { readonly tier: NumberHealthJson["tier"] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => wholeNumber(locale, value);
  const { limit, used, reserved, left, freed } = tier;
  const share = limit === null ? 0 : Math.min(1, used / limit);
  const waiting = limit === null ? 0 : Math.min(1 - share, reserved / limit);
  const next = freed[0];
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      <div className="relative">
        <svg viewBox="0 0 128 128" className="size-40" aria-hidden="true">
          <g transform="rotate(135 64 64)" fill="none" strokeWidth={10} strokeLinecap="round">
            <Arc from={0} share={1} className="stroke-surface-3" />
            {waiting > 0 ? <Arc from={share} share={waiting} className="stroke-blue-soft" /> : null}
            {share > 0 ? <Arc from={0} share={share} className={toneOf(share)} /> : null}
          </g>
        </svg>
        <div className="absolute inset-0 flex flex-col items-center justify-center">
          <span className="text-[24px]/[32px] font-semibold tabular-nums">
            {left === null ? "∞" : number(left)}
          </span>
          <span className="max-w-24 text-meta text-ink-2">{t("health.tier.left")}</span>
        </div>
      </div>
      <p className="tabular-nums">
        {limit === null
          ? t("health.tier.unlimited", { count: used, used: number(used) })
          : t("health.tier.used", { used: number(used), limit: number(limit) })}
      </p>
      {tier.isKnown ? null : <p className="text-list text-ink-2">{t("health.tier.unknown")}</p>}
      {reserved > 0 ? (
        <p className="text-list text-ink-2">
          {t("health.tier.waiting", { people: number(reserved) })}
        </p>
      ) : null}
      {next && limit !== null ? (
        <p className="text-list text-ink-2">
          {t("health.tier.freed", {
            people: number(next.count),
            at: clockTime(locale, new Date(next.at)),
          })}
        </p>
      ) : null}
    </div>
  );
}

type ArcProps = { readonly from: number; readonly share: number; readonly className: string };

function Arc({ from, share, className }: ArcProps) {
  return (
    <circle
      cx={64}
      cy={64}
      r={RADIUS}
      className={className}
      strokeDasharray={`${share * ARC} ${CIRCLE}`}
      strokeDashoffset={-from * ARC}
    />
  );
}

function toneOf(share: number): string {
  if (share >= 1) return "stroke-red";
  return share >= 0.8 ? "stroke-amber" : "stroke-blue";
}
