import type { Row } from "./sqlite.ts";

/** Reads a column that the schema declares `not null`. */
export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : String(value);
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === "string" ? value : null;
}

export function int(row: Row, column: string): number {
  return Number(row[column]);
}

export function intOrNull(row: Row, column: string): number | null {
  const value = row[column];
  return value === null || value === undefined ? null : Number(value);
}

export function flag(row: Row, column: string): boolean {
  return Number(row[column]) === 1;
}
