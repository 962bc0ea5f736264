const MICROS = 1_000_000;

/** What somebody has typed as an amount, with a point or a comma; not a number if it is none. */
export function microsOf(text: string): number {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0]/gu, "")
    .replace(",", ".");
  return /^\d+(\.\d{1,6})?$/u.test(plain) ? Math.round(Number(plain) * MICROS) : Number.NaN;
}

/** An amount as one types it. */
export function unitsOf(micros: number): string {
  return String(micros / MICROS);
}
