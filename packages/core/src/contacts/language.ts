/**
 * The language in which a contact is written to: "ru", "pt", as ISO 639 has it.
 *
 * It is what somebody said: a member, a file or the API. As long as nobody has, it
 * is what the country of their number speaks, where that is plainly one language.
 * Of countries with several (Switzerland, India, Canada's neighbours) nothing is
 * guessed: an unknown language shows in a filter, a wrong one does not.
 */
export type Speaker = {
  readonly language: string | null;
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
};

export const LANGUAGE_CODE = /^[a-z]{2,3}$/u;

/** The language of what somebody wrote for one: "ru", "RU", "pt-BR", "pt_BR"; null for what is no code. */
export function languageOf(written: string): string | null {
  const [code = ""] = written.trim().toLowerCase().split(/[-_]/u);
  return LANGUAGE_CODE.test(code) ? code : null;
}

const SPOKEN = {
  ar: "20 212 213 216 218 249 961 962 963 964 965 966 967 968 970 971 973 974",
  az: "994",
  bg: "359",
  bn: "880",
  cs: "420",
  da: "45",
  de: "43 49",
  el: "30",
  en: "353 44 61 64",
  es: "34 502 503 504 505 506 507 51 52 53 54 56 57 58 591 593 595 598 1787 1809 1829 1849 1939",
  et: "372",
  fa: "98",
  fi: "358",
  fr: "33 221 225 241",
  he: "972",
  hr: "385",
  hu: "36",
  hy: "374",
  id: "62",
  is: "354",
  it: "39",
  ja: "81",
  ka: "995",
  kk: "76 77",
  ko: "82",
  ky: "996",
  lt: "370",
  lv: "371",
  mn: "976",
  nl: "31",
  no: "47",
  pl: "48",
  pt: "351 55 244 258",
  ro: "40 373",
  ru: "7 375",
  sk: "421",
  sl: "386",
  sq: "355",
  sr: "381",
  sv: "46",
  tg: "992",
  th: "66",
  tk: "993",
  tr: "90",
  uk: "380",
  uz: "998",
  vi: "84",
} as const;

/** What is spoken where, by the calling code; the longest that a number begins with counts. */
export const LANGUAGE_BY_CALLING_CODE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SPOKEN).flatMap(([language, codes]) =>
    codes.split(" ").map((code) => [code, language]),
  ),
);

export const LONGEST_CALLING_CODE = 4;

/** What the country of a number speaks; null where that is not one language. */
export function languageOfPhone(digits: string): string | null {
  for (let length = LONGEST_CALLING_CODE; length > 0; length -= 1) {
    const language = LANGUAGE_BY_CALLING_CODE[digits.slice(0, length)];
    if (language !== undefined) return language;
  }
  return null;
}

/** Every language that a contact may be written to in; empty while none is known. */
export function languagesOf({ language, identities }: Speaker): readonly string[] {
  if (language !== null) return [language];
  return identities.flatMap(({ kind, value }) =>
    kind === "phone" ? (languageOfPhone(value) ?? []) : [],
  );
}
