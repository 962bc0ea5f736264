import type { NumberHealthJson } from "@galka/contract/json/numbers/health";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Moment } from "../../ui/marks/Moment.tsx";
import { useTierWords } from "./use-tier-words.ts";

/** What is known of the number, in figures that are aligned. */
export function NumberFigures({ health }: { readonly health: NumberHealthJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const tier = useTierWords();
  const number = (value: number) => wholeNumber(locale, value);
  const share = (part: number, whole: number) =>
    whole === 0
      ? "–"
      : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(
          part / whole,
        );
  const { week, today, asked } = health;
  const figures = [
    ["quality", t(`channel.quality.${health.quality}`)],
    ["tier", tier(health.tier.name)],
    ["throughput", t("health.figure.perSecond", { text: number(health.throughputPerSecond) })],
    ["age", t("health.figure.days", { count: health.ageDays })],
    ["delivered", share(week.delivered, week.outgoing)],
    ["read", share(week.read, week.delivered)],
    ["answered", share(asked.answered, asked.count)],
    ["incoming", share(week.incoming, week.incoming + week.outgoing)],
    ["blocked", number(today.blocked)],
    ["optedOut", number(today.optedOut)],
    ["unwanted", number(today.unwanted)],
    ["unreachable", number(today.unreachable)],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-1 gap-x-8 min-[520px]:grid-cols-2">
        {figures.map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-3 border-b py-1.5">
            <dt className="flex-1 text-ink-2">{t(`health.figure.${name}`)}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-list text-ink-3">
        {t("health.lookedAt")} <Moment at={health.judgedAt} as="day" />
      </p>
    </>
  );
}
