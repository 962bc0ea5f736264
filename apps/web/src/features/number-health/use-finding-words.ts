import type { HealthFindingJson } from "@galka/contract/json/numbers/health";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";

/** What can be found, by the check and what it found. */
const FOUND = [
  "quality-ok",
  "quality-yellow",
  "quality-red",
  "quality-recovered",
  "blocks-ok",
  "blocks-blocked",
  "blocks-unwanted",
  "spam-hold-ok",
  "spam-hold-held",
  "account-ok",
  "account-ban-disabled",
  "account-ban-deleted",
  "account-ban-scheduled",
  "account-restricted-answers",
  "account-restricted-starts",
  "account-blocked",
  "account-violation",
  "account-limited",
  "account-alert",
  "opt-outs-ok",
  "opt-outs-many",
  "consent-ok",
  "consent-sent",
  "consent-refused",
  "consent-strangers",
  "templates-ok",
  "templates-disabled",
  "templates-paused",
  "templates-red",
  "templates-yellow",
  "templates-recategorized",
  "pace-minute-ok",
  "pace-minute-fast",
  "pace-day-ok",
  "pace-day-unlimited",
  "pace-day-known",
  "pace-day-unknown",
  "fresh-ok",
  "fresh-young",
  "fresh-over",
  "sameness-ok",
  "sameness-text",
  "sameness-template",
  "links-ok",
  "links-hidden",
  "links-open",
  "incoming-ok",
  "incoming-none",
  "incoming-few",
  "reads-ok",
  "reads-unread",
  "reads-undelivered",
] as const;
type Found = (typeof FOUND)[number];

/** What a finding of this check is called where it looks at one thing alone. */
const SOLE: Partial<Readonly<Record<HealthFindingJson["check"], string>>> = {
  "spam-hold": "held",
  "opt-outs": "many",
  "pace-minute": "fast",
};

export function foundKey({ check, severity, reason }: HealthFindingJson): Found {
  const calm = check === "pace-day" && reason === "unlimited" ? reason : "ok";
  const wanted = `${check}-${severity === "ok" ? calm : reason || (SOLE[check] ?? "ok")}`;
  return (
    FOUND.find((it) => it === wanted) ?? FOUND.find((it) => it === `${check}-ok`) ?? "quality-ok"
  );
}

/** Says in a sentence what a check found, with its figures as the reader writes numbers. */
export function useFindingWords(): (finding: HealthFindingJson) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (finding) => {
    const figures = Object.fromEntries(
      Object.entries(finding.figures).map(([name, value]) => [name, format.format(value)]),
    );
    // Which figures a sentence holds depends on the sentence; the fallback tells the compiler that nothing need fit.
    return t(`health.found.${foundKey(finding)}`, { ...figures, defaultValue: "" });
  };
}
