const MICROS = 1_000_000;
const LEAST_DIGITS = 2;
const MOST_DIGITS = 4;

/** How many digits these amounts have in common, so that they can stand under each other. */
export function commonDigits(amounts: readonly number[]): number {
  if (amounts.some((micros) => Math.abs(micros) >= MICROS)) return LEAST_DIGITS;
  let digits = LEAST_DIGITS;
  while (digits < MOST_DIGITS && amounts.some((micros) => micros % 10 ** (6 - digits) !== 0)) {
    digits += 1;
  }
  return digits;
}

/** An amount with so many digits as those beside it. */
export function moneyInColumn(locale: string, micros: number, of: Column): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: of.currency,
    minimumFractionDigits: of.digits,
    maximumFractionDigits: of.digits,
  }).format(micros / MICROS);
}

type Column = { readonly currency: string; readonly digits: number };

/** A sum of money: of small ones as many digits as there are, since a message costs parts of a cent. */
export function moneyText(locale: string, micros: number, currency: string): string {
  const isSmall = Math.abs(micros) < MICROS;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: isSmall ? 4 : 2,
  }).format(micros / MICROS);
}
