import { useTranslation } from "react-i18next";

const MINUTE_MS = 60_000;

/** How a span of time is said, with its two largest units: 45 s, 12 min, 3 h 20 min, 2 d 4 h; a second one of nothing is left out. */
export function useSpanWords(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    if (ms < MINUTE_MS) return t("span.seconds", { seconds: Math.round(ms / 1000) });
    const minutes = Math.round(ms / MINUTE_MS);
    if (minutes < 60) return t("span.minutes", { minutes });
    const hours = Math.floor(minutes / 60);
    if (hours < 48) {
      const rest = minutes % 60;
      return rest === 0
        ? t("span.wholeHours", { hours })
        : t("span.hours", { hours, minutes: rest });
    }
    const days = Math.floor(hours / 24);
    return hours % 24 === 0
      ? t("span.wholeDays", { days })
      : t("span.days", { days, hours: hours % 24 });
  };
}
