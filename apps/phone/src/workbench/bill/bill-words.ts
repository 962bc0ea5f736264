import type { TFunction } from "i18next";

/** A country by its code; a code that no country has is shown as it is. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** `2026-11` as November 2026. */
export function monthName(month: string, language: string): string {
  const at = Date.parse(`${month}-01T00:00:00Z`);
  if (Number.isNaN(at)) return month;
  const style = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, style).format(at);
}

/** Why a message costs what it does. */
export function reasonWords(t: TFunction, reason: string): string {
  return t(`bill.reason.${reason}`, { defaultValue: reason });
}
