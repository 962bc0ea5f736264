import type { SlaLook } from "@galka/core/sla/sla-state";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../../i18n/dates.ts";
import { timeLeft } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useSpanWords } from "../statistics/use-span-words.ts";

const HOUR_MS = 60 * 60_000;

/** What a clock says: how long, in a line, and without what counts, for whoever has it read out. */
export function useSlaWords(): (
  now: Date,
  look: SlaLook,
) => { readonly left: string; readonly line: string; readonly spoken: string } {
  const { t } = useTranslation();
  const locale = useLocale();
  const spanWords = useSpanWords();
  return (now, { is, target, ms, dueAt }) => {
    const left = ms < HOUR_MS ? timeLeft(ms) : spanWords(ms);
    const name = t(`sla.target.${target}`);
    return {
      left,
      line: t(`sla.line.${is}`, { target: name, left }),
      spoken: t(`sla.spoken.${is}`, { target: name, time: dayAndTime(locale, now, dueAt) }),
    };
  };
}
