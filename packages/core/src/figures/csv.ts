/** What a cell of a table may hold. */
export type Cell = string | number | null;

/** What makes a spreadsheet take a text for a formula; with a full-width form too, which some read the same. */
const BEGINS_A_FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A table as a CSV file that a spreadsheet opens as it is meant.
 *
 * A text that would be taken for a formula gets an apostrophe in front: names
 * come from strangers, and a formula could send the table away. Numbers are
 * numbers. Begins with a byte order mark, without which Excel misreads Cyrillic.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = BEGINS_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
