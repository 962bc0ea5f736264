import type { OfficeHoursJson } from "@galka/contract/json/hours";
import { hoursClock } from "@galka/core/hours/hours-clock";
import { problemOfHours } from "@galka/core/hours/office-hours";
import { DoorClosed, DoorOpen } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { useNow } from "../../sync/use-now.ts";
import { zoneTime } from "./zone-time.ts";

/** Whether it is open by these hours, and when that changes: by the clock of their own zone. */
export function OpenState({ hours }: { readonly hours: OfficeHoursJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const { timeZone } = hours;
  const problem = problemOfHours(hours);
  // A browser may be older than a zone: then there is no clock to ask.
  const clock = useMemo(() => (problem === null ? hoursClock(hours) : null), [hours, problem]);
  if (!clock || problem !== null) {
    return <span className="text-red">{t(`hours.problem.${problem ?? "zone-unknown"}`)}</span>;
  }
  const isOpen = clock.isOpenAt(now);
  const turnsAt = isOpen ? clock.nextClosing(now) : clock.nextOpening(now);
  const time = turnsAt && zoneTime(locale, { at: turnsAt, now, timeZone });
  const Icon = isOpen ? DoorOpen : DoorClosed;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <Icon size={16} aria-hidden="true" className={isOpen ? "text-green" : "text-ink-3"} />
      {isOpen
        ? time === null
          ? t("hours.alwaysOpen")
          : t("hours.openUntil", { time })
        : time === null
          ? t("hours.neverOpen")
          : t("hours.opensAt", { time })}
      <span className="text-ink-3">{timeZone}</span>
    </span>
  );
}
