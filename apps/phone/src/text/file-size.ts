/** A file's size as the reader's language writes it: 240 kB, 3.4 MB. */
export function fileSize(bytes: number, language: string): string {
  const { value, unit } = scaled(bytes);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: value < 10 && unit !== "byte" ? 1 : 0,
  }).format(value);
}

function scaled(bytes: number): { value: number; unit: string } {
  if (bytes < 1_000) return { value: bytes, unit: "byte" };
  if (bytes < 1_000_000) return { value: bytes / 1_000, unit: "kilobyte" };
  return { value: bytes / 1_000_000, unit: "megabyte" };
}
