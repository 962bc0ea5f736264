const MICROS = 1_000_000;

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

export function wholeNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** 0.0312 as 3.1 %. */
export function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );
}

/** Prices of single messages are parts of a cent, so as many digits as there are. */
export function money(micros: number, currency: string, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(micros / MICROS);
}

/** The two largest units of a time span: 3 hr 5 min. Less than a second is told in milliseconds. */
export function timeSpan(ms: number, language: string): string {
  const from = UNITS.findIndex(([, size]) => ms >= size);
  if (from === -1) return inUnit(Math.round(ms), "millisecond", language);
  let rest = ms;
  const words: string[] = [];
  for (const [unit, size] of UNITS.slice(from, from + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(inUnit(count, unit, language));
  }
  return words.join(" ");
}

function inUnit(count: number, unit: string, language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(
    count,
  );
}
