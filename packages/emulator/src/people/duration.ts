import { z } from "zod";

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const FORM = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/;

/** Milliseconds, or words like `"90s"`, `"2m"`, `"1.5h"`, `"7d"`; parsed into milliseconds. */
export const duration = z
  .union([z.number().min(0), z.string().regex(FORM, 'Write a duration like "90s", "2m" or "7d"')])
  .transform((given) => (typeof given === "number" ? Math.round(given) : read(given)));

function read(text: string): number {
  const [, amount = "0", unit = "ms"] = FORM.exec(text) ?? [];
  return Math.round(Number(amount) * (UNIT_MS[unit] ?? 1));
}
