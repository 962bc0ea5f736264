const MICROS = 1_000_000;

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
