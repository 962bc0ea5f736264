import type { Locale } from "./words.ts";

export type Look = readonly [locale: Locale, theme: "light" | "dark", width: number];

/** Few screens that between them show both languages, both themes and both widths, each with each. */
export const LOOKS: readonly Look[] = [
  ["en", "light", 1440],
  ["ru", "dark", 1440],
  ["ru", "light", 360],
  ["en", "dark", 360],
];
