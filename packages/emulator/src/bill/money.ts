/**
 * Money is counted in micros: millionths of the currency's unit, always whole.
 *
 * Meta's rates have four decimals, so a rate, a sum of rates and a tier's
 * discount are exact. Only a statement's total is rounded, once, to what a
 * bank can move.
 */
export const MICROS = 1_000_000;

/** Meta's rates are whole ten-thousandths of a unit. */
export const MICROS_IN_TEN_THOUSANDTH = 100;

/** Currencies of Meta's rate cards that have no minor unit in use. */
const WITHOUT_MINOR_UNIT: readonly string[] = ["CLP", "IDR"];

/** Decimal places of the currency's minor unit. */
export function minorDigits(currency: string): number {
  return WITHOUT_MINOR_UNIT.includes(currency) ? 0 : 2;
}

/** The rate less `percent`, rounded to a ten-thousandth, a half upwards. */
export function discounted(micros: number, percent: number): number {
  const tenThousandths = (micros / MICROS_IN_TEN_THOUSANDTH) * (100 - percent);
  return Math.floor((tenThousandths + 50) / 100) * MICROS_IN_TEN_THOUSANDTH;
}

/** The sum in minor units (cents), a half upwards. */
export function toMinor(micros: number, currency: string): number {
  const unit = MICROS / 10 ** minorDigits(currency);
  return Math.floor((micros + unit / 2) / unit);
}

/** `0.0118`: always four decimals at least, more only where there are more. */
export function decimal(micros: number): string {
  const sign = micros < 0 ? "-" : "";
  const digits = String(Math.abs(micros)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0{1,2}$/, "");
  return `${sign}${digits.slice(0, -6)}.${fraction}`;
}
