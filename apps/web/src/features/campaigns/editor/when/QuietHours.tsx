import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { clockTime } from "../../../../i18n/dates.ts";
import { useLocale } from "../../../../i18n/use-locale.ts";
import { useApi } from "../../../../sync/SyncProvider.tsx";
import { Notice } from "../../../../ui/Notice.tsx";

/** Between which hours nobody is written to. Whoever may not read the rules is told that there may be some. */
export function QuietHours() {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["collection", "settings", "consent"],
    queryFn: () => api("getConsentSettings", {}),
    retry: false,
  });
  const at = (minute: number) =>
    clockTime(locale, new Date(2000, 0, 1, Math.floor(minute / 60), minute % 60));
  return (
    <Notice tone="info">
      {data === undefined
        ? t("campaigns.when.quietHours")
        : data.quietHours === null
          ? t("campaigns.when.quietNone")
          : t("campaigns.when.quietSet", {
              from: at(data.quietHours.fromMinute),
              to: at(data.quietHours.toMinute),
            })}
    </Notice>
  );
}
