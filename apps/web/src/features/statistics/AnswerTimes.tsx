import type { AnswerTimesJson, SpreadJson, TimesJson } from "@galka/contract/json/statistics";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { Section } from "../settings/Section.tsx";
import { useSpanWords } from "./use-span-words.ts";

const KINDS = ["first", "next", "resolution"] as const;
const SHARES = ["p50Ms", "p90Ms", "p95Ms"] as const;

/** How long contacts waited: half, nine of ten and nineteen of twenty at most so long. */
export function AnswerTimes({ times }: { readonly times: AnswerTimesJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section title={t("statistics.times.title")} lead={t("statistics.times.lead")}>
      <div className="grid gap-6 min-[900px]:grid-cols-3">
        {KINDS.map((kind) => (
          <div key={kind}>
            <h3 className="font-semibold">{t(`statistics.times.${kind}.name`)}</h3>
            <p className="text-list text-ink-2">
              {t("statistics.times.count", {
                count: times[kind].count,
                number: wholeNumber(locale, times[kind].count),
              })}
            </p>
            <Spreads name={t(`statistics.times.${kind}.name`)} times={times[kind]} />
            <p className="mt-2 text-list text-ink-3">{t(`statistics.times.${kind}.definition`)}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Spreads({ name, times }: { readonly name: string; readonly times: TimesJson }) {
  const { t } = useTranslation();
  return (
    <table className="mt-2 w-full text-right tabular-nums">
      <caption className="sr-only">{name}</caption>
      <thead className="text-list text-ink-2">
        <tr>
          <th scope="col" className="py-1 text-left font-medium">
            {t("statistics.times.share")}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t("statistics.times.wall")}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t("statistics.times.office")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {SHARES.map((share) => (
          <tr key={share}>
            <th scope="row" className="py-1 text-left font-normal">
              {t(`statistics.times.${share}`)}
            </th>
            <Span spread={times.wall} share={share} />
            <Span spread={times.office} share={share} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SpanProps = { readonly spread: SpreadJson | null; readonly share: keyof SpreadJson };

function Span({ spread, share }: SpanProps) {
  const spanWords = useSpanWords();
  return <td className="py-1 pl-3 whitespace-nowrap">{spread ? spanWords(spread[share]) : "–"}</td>;
}
