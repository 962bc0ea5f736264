/** Days from `from` to `to`, both included, as "2026-11-22" in the workspace's zone. */
export type Period = { readonly from: string; readonly to: string };

/** Longer periods are asked for piece by piece. */
export const LONGEST_DAYS = 400;

const DAY_MS = 86_400_000;

/** Every day of a period, in order. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}

/** Whether it is a period that can be counted: in order, and not endless. */
export function isCountable({ from, to }: Period): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && days <= LONGEST_DAYS;
}

/** The period of the same length just before. */
export function periodBefore({ from, to }: Period): Period {
  const length = Date.parse(to) - Date.parse(from) + DAY_MS;
  const back = (day: string) => new Date(Date.parse(day) - length).toISOString().slice(0, 10);
  return { from: back(from), to: back(to) };
}
