/** Rows of a benchmark: what was measured, and the figures as they are to be read. */
export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the figures are held against, each with whether it holds. */
  readonly bars?: readonly { readonly what: string; readonly holds: boolean }[];
};

/** Prints a table with its columns aligned, and below it which bars hold. */
export function printTable({ title, columns, rows, bars = [] }: Table): void {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => (line[index] ?? "").length)),
  );
  console.log(`\n${title}`);
  for (const line of lines) {
    const cells = line.map((cell, index) =>
      index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`);
  }
  for (const { what, holds } of bars) console.log(`  ${holds ? "holds" : "FAILS"}  ${what}`);
}

/** The value below which `share` of the sorted values lie; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
