const KB = 1024;
const UNITS = ["kilobyte", "megabyte", "gigabyte"] as const;

/** A size as people read it: 340 kB, 1.4 MB. */
export function fileSize(locale: string, bytes: number): string {
  if (bytes < KB)
    return new Intl.NumberFormat(locale, { style: "unit", unit: "byte" }).format(bytes);
  let value = bytes / KB;
  let unit = 0;
  while (value >= KB && unit < UNITS.length - 1) {
    value /= KB;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[unit] ?? "kilobyte",
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

export function wholeNumber(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** Money with its currency always. `minor` is in hundredths, or whole where the currency has none. */
export function money(locale: string, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** 0:07, 12:30, 1:02:03. */
export function playTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** Time left as hours and minutes, 23:14; below an hour as minutes and seconds, 42:05. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  if (hours > 0) return `${hours}:${String(minutes).padStart(2, "0")}`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}
