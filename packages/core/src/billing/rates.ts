/** What Meta charges for one delivered message to numbers that begin with one of `codes`, in millionths of a dollar. */
type Rate = {
  readonly market: string;
  /** Calling codes, the longest that fits decides. Empty for what fits none. */
  readonly codes: string;
  readonly marketing: number;
  /** Authentication too, and an answer in the open window beyond the free ones. */
  readonly utility: number;
};

// Meta: the rate card in dollars of 2026-10-01 and the markets by calling code, docs/whatsapp/pricing, read 2026-11.
const RATES: readonly Rate[] = [
  { market: "Argentina", codes: "54", marketing: 61_800, utility: 26_000 },
  { market: "Brazil", codes: "55", marketing: 62_500, utility: 6_800 },
  { market: "Chile", codes: "56", marketing: 88_900, utility: 20_000 },
  { market: "Colombia", codes: "57", marketing: 12_500, utility: 800 },
  { market: "Egypt", codes: "20", marketing: 64_400, utility: 3_600 },
  { market: "France", codes: "33", marketing: 85_900, utility: 30_000 },
  { market: "Germany", codes: "49", marketing: 136_500, utility: 55_000 },
  { market: "India", codes: "91", marketing: 11_800, utility: 1_400 },
  { market: "Indonesia", codes: "62", marketing: 41_100, utility: 25_000 },
  { market: "Israel", codes: "972", marketing: 35_300, utility: 5_300 },
  { market: "Italy", codes: "39", marketing: 79_500, utility: 30_000 },
  { market: "Malaysia", codes: "60", marketing: 86_000, utility: 14_000 },
  { market: "Mexico", codes: "52", marketing: 39_700, utility: 8_500 },
  { market: "Netherlands", codes: "31", marketing: 159_700, utility: 50_000 },
  { market: "Nigeria", codes: "234", marketing: 51_600, utility: 6_700 },
  { market: "Pakistan", codes: "92", marketing: 47_300, utility: 15_000 },
  { market: "Peru", codes: "51", marketing: 70_300, utility: 30_000 },
  { market: "Russia", codes: "7", marketing: 80_200, utility: 40_000 },
  { market: "Saudi Arabia", codes: "966", marketing: 57_600, utility: 10_700 },
  { market: "South Africa", codes: "27", marketing: 37_900, utility: 9_500 },
  { market: "Spain", codes: "34", marketing: 70_700, utility: 20_000 },
  { market: "Turkey", codes: "90", marketing: 10_900, utility: 900 },
  { market: "United Arab Emirates", codes: "971", marketing: 57_600, utility: 15_700 },
  { market: "United Kingdom", codes: "44", marketing: 63_500, utility: 22_000 },
  { market: "North America", codes: "1", marketing: 25_000, utility: 3_400 },
  {
    market: "Rest of Africa",
    codes:
      "213 244 229 267 226 257 237 235 242 291 251 241 220 233 245 225 254 266 231 218 261 265 223 222 258 264 227 250 221 232 252 211 249 268 255 228 216 256 260 263",
    marketing: 22_500,
    utility: 4_000,
  },
  {
    market: "Rest of Asia Pacific",
    codes: "93 61 855 86 81 856 976 64 675 63 886 992 66 993 998 84",
    marketing: 84_200,
    utility: 11_300,
  },
  {
    market: "Rest of Central & Eastern Europe",
    codes: "355 374 994 375 359 385 420 995 30 371 370 373 389 381 421 386",
    marketing: 86_000,
    utility: 21_200,
  },
  {
    market: "Rest of Western Europe",
    codes: "43 32 45 358 353 47 351 46 41",
    marketing: 59_200,
    utility: 17_100,
  },
  {
    market: "Rest of Latin America",
    codes: "591 506 1809 1829 1849 593 503 502 509 504 1658 1876 505 507 595 1787 1939 598 58",
    marketing: 74_000,
    utility: 11_300,
  },
  { market: "Rest of Middle East", codes: "973 962 961 967", marketing: 39_200, utility: 9_100 },
  { market: "Hong Kong", codes: "852", marketing: 73_200, utility: 26_000 },
  { market: "Hungary", codes: "36", marketing: 86_000, utility: 35_000 },
  { market: "Poland", codes: "48", marketing: 36_600, utility: 12_200 },
  { market: "Qatar", codes: "974", marketing: 34_100, utility: 12_000 },
  { market: "Romania", codes: "40", marketing: 86_000, utility: 29_000 },
  { market: "Singapore", codes: "65", marketing: 73_200, utility: 16_000 },
  { market: "Bangladesh", codes: "880", marketing: 73_200, utility: 3_700 },
  { market: "Iraq", codes: "964", marketing: 34_100, utility: 7_900 },
  { market: "Kazakhstan", codes: "76 77", marketing: 60_400, utility: 18_000 },
  { market: "Kuwait", codes: "965", marketing: 79_200, utility: 44_000 },
  { market: "Morocco", codes: "212", marketing: 41_400, utility: 23_000 },
  { market: "Nepal", codes: "977", marketing: 73_200, utility: 3_400 },
  { market: "Oman", codes: "968", marketing: 34_100, utility: 24_700 },
  { market: "Sri Lanka", codes: "94", marketing: 73_200, utility: 2_000 },
  { market: "Ukraine", codes: "380", marketing: 86_000, utility: 29_800 },
  { market: "Other", codes: "", marketing: 60_400, utility: 7_700 },
];

const RATE_OF = new Map(
  RATES.flatMap((rate) => rate.codes.split(" ").map((code) => [code, rate] as const)),
);
const LONGEST_CODE = 4;

// Meta: 1,000 answers a month and number are free, docs/whatsapp/pricing, in force since 2026-10-01, read 2026-11.
export const FREE_ANSWERS_A_MONTH = 1_000;

/** Prices in millionths of a dollar, before any volume tier. */
export type Prices = {
  readonly market: string;
  readonly currency: "USD";
  /** An answer while the window is open. */
  readonly answerMicros: number;
  /** A template after it has closed. */
  readonly utilityMicros: number;
  readonly marketingMicros: number;
};

/**
 * What it costs to write to a number, given how many answers of this month were free so far.
 *
 * `digits` has its country code. An unknown number, or one without a phone, is charged as "Other".
 */
export function pricesFor(digits: string | null, answersThisMonth: number): Prices {
  const rate = rateOf(digits ?? "");
  return {
    market: rate.market,
    currency: "USD",
    answerMicros: answersThisMonth < FREE_ANSWERS_A_MONTH ? 0 : rate.utility,
    utilityMicros: rate.utility,
    marketingMicros: rate.marketing,
  };
}

function rateOf(digits: string): Rate {
  for (let length = LONGEST_CODE; length > 0; length--) {
    const rate = RATE_OF.get(digits.slice(0, length));
    if (rate) return rate;
  }
  const other = RATE_OF.get("");
  if (!other) throw new Error("The rate card has no market for what fits none.");
  return other;
}
