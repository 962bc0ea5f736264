/** A beginning of mobile numbers, and the time zone where it tells one. */
export type Prefix = { readonly digits: string; readonly zone?: string };

/** Where people of a population live: how their numbers look, when they sleep, what they speak. */
export type Country = {
  /** Each is followed by `freeDigits` digits, whichever they are. */
  readonly prefixes: readonly Prefix[];
  readonly freeDigits: number;
  /** Time zones with their weights, for numbers whose prefix tells none. */
  readonly zones: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  /** Latitude and longitude of a place where many live. */
  readonly place: readonly [number, number];
};

/**
 * The countries that people of a population can live in.
 *
 * What a prefix and free digits make is a valid mobile number of the country,
 * as libphonenumber's metadata of 2026-11 has it. Zones and languages are
 * rounded to what matters for when and how people answer.
 */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  AE: simple("97150", 7, "Asia/Dubai", { languages: { ar: 5, en: 5 }, place: [25.2, 55.3] }),
  AR: simple("5491150", 6, "America/Argentina/Buenos_Aires", {
    languages: { es: 1 },
    place: [-34.6, -58.4],
  }),
  BR: {
    ...simple("551199", 7, "America/Sao_Paulo", { languages: { pt: 1 }, place: [-23.55, -46.6] }),
    zones: { "America/Sao_Paulo": 88, "America/Manaus": 8, "America/Rio_Branco": 4 },
  },
  CL: simple("56982", 6, "America/Santiago", { languages: { es: 1 }, place: [-33.45, -70.65] }),
  CO: simple("57310", 7, "America/Bogota", { languages: { es: 1 }, place: [4.65, -74.1] }),
  DE: simple("491511", 7, "Europe/Berlin", {
    languages: { de: 92, tr: 4, ru: 2, en: 2 },
    place: [52.5, 13.4],
  }),
  EG: simple("20101", 7, "Africa/Cairo", { languages: { ar: 1 }, place: [30.05, 31.25] }),
  ES: simple("3461", 7, "Europe/Madrid", { languages: { es: 97, en: 3 }, place: [40.4, -3.7] }),
  FR: simple("3361", 7, "Europe/Paris", {
    languages: { fr: 96, ar: 2, en: 2 },
    place: [48.85, 2.35],
  }),
  GB: simple("447400", 6, "Europe/London", { languages: { en: 1 }, place: [51.5, -0.1] }),
  ID: {
    ...simple("628121", 7, "Asia/Jakarta", { languages: { id: 1 }, place: [-6.2, 106.8] }),
    zones: { "Asia/Jakarta": 80, "Asia/Makassar": 17, "Asia/Jayapura": 3 },
  },
  IN: simple("91981", 7, "Asia/Kolkata", { languages: { hi: 6, en: 4 }, place: [19.1, 72.9] }),
  IT: simple("39347", 7, "Europe/Rome", { languages: { it: 1 }, place: [41.9, 12.5] }),
  KE: simple("25471", 7, "Africa/Nairobi", { languages: { en: 1 }, place: [-1.3, 36.8] }),
  KZ: simple("7701", 7, "Asia/Almaty", { languages: { ru: 1 }, place: [43.25, 76.9] }),
  MX: {
    ...simple("52551", 7, "America/Mexico_City", { languages: { es: 1 }, place: [19.4, -99.1] }),
    zones: { "America/Mexico_City": 90, "America/Hermosillo": 5, "America/Tijuana": 5 },
  },
  MY: simple("6012", 7, "Asia/Kuala_Lumpur", { languages: { en: 6, id: 4 }, place: [3.15, 101.7] }),
  NG: simple("234803", 7, "Africa/Lagos", { languages: { en: 1 }, place: [6.5, 3.4] }),
  PE: simple("5198", 7, "America/Lima", { languages: { es: 1 }, place: [-12.05, -77.05] }),
  PT: simple("35191", 7, "Europe/Lisbon", { languages: { pt: 1 }, place: [38.7, -9.15] }),
  RU: {
    ...simple("7916", 7, "Europe/Moscow", { languages: { ru: 1 }, place: [55.75, 37.6] }),
    prefixes: [{ digits: "7916" }, { digits: "7911" }, { digits: "7903" }],
    zones: {
      "Europe/Kaliningrad": 1,
      "Europe/Moscow": 62,
      "Europe/Samara": 6,
      "Asia/Yekaterinburg": 14,
      "Asia/Novosibirsk": 7,
      "Asia/Krasnoyarsk": 4,
      "Asia/Irkutsk": 3,
      "Asia/Vladivostok": 3,
    },
  },
  SA: simple("96650", 7, "Asia/Riyadh", { languages: { ar: 9, en: 1 }, place: [24.7, 46.7] }),
  SG: simple("6591", 6, "Asia/Singapore", { languages: { en: 1 }, place: [1.3, 103.85] }),
  TR: simple("90532", 7, "Europe/Istanbul", { languages: { tr: 1 }, place: [41.0, 29.0] }),
  US: {
    ...simple("12122", 6, "America/New_York", {
      languages: { en: 86, es: 14 },
      place: [40.7, -74.0],
    }),
    prefixes: [
      { digits: "12122", zone: "America/New_York" },
      { digits: "13052", zone: "America/New_York" },
      { digits: "14042", zone: "America/New_York" },
      { digits: "16172", zone: "America/New_York" },
      { digits: "13122", zone: "America/Chicago" },
      { digits: "17132", zone: "America/Chicago" },
      { digits: "15122", zone: "America/Chicago" },
      { digits: "13032", zone: "America/Denver" },
      { digits: "12132", zone: "America/Los_Angeles" },
      { digits: "14152", zone: "America/Los_Angeles" },
    ],
  },
  ZA: simple("2782", 7, "Africa/Johannesburg", { languages: { en: 1 }, place: [-26.2, 28.05] }),
};

/** How many numbers the country has for populations. */
export function capacityOf(country: Country): number {
  return country.prefixes.length * 10 ** country.freeDigits;
}

/** A country with one prefix and one time zone. */
function simple(
  digits: string,
  freeDigits: number,
  zone: string,
  people: Pick<Country, "languages" | "place">,
): Country {
  return { prefixes: [{ digits }], freeDigits, zones: { [zone]: 1 }, ...people };
}
