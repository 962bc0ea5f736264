/**
 * Money is counted in micros, millionths of a currency's unit, which are whole
 * numbers: Meta's prices have four decimals, so prices, their sums and a
 * tier's discount are exact. Only what is owed is rounded, once, to minor units.
 */
export const MICROS = 1_000_000;

/** Meta's prices are whole ten-thousandths of the unit. */
export const TEN_THOUSANDTH_MICROS = 100;

/**
 * Currencies of Meta's cards in which nobody pays fractions.
 *
 * Meta: "billing currencies", docs/…/pricing, read 2026-11.
 */
const WHOLE_CURRENCIES: ReadonlySet<string> = new Set(["CLP", "IDR", "JPY", "KRW", "VND"]);

/** How many decimals the minor unit of a currency has. */
export function minorDigits(currency: string): number {
  return WHOLE_CURRENCIES.has(currency) ? 0 : 2;
}

/** A sum as it is owed: whole minor units, a half counts as one. */
export function toMinor(micros: number, currency: string): number {
  const minorMicros = MICROS / 10 ** minorDigits(currency);
  return Math.floor(micros / minorMicros + 0.5);
}

/** A price with a part taken off; Meta's prices stay ten-thousandths, a half counts as one. */
export function discounted(micros: number, percent: number): number {
  const parts = (micros / TEN_THOUSANDTH_MICROS) * (100 - percent);
  return Math.floor((parts + 50) / 100) * TEN_THOUSANDTH_MICROS;
}
