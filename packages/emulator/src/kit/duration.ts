const UNITS = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
} as const;

type Unit = keyof typeof UNITS;

/** Milliseconds, or words like `90 s`, `5 min`, `25 h`, `7 d`. */
export type Duration = number | `${number} ${Unit}` | `${number}${Unit}`;

/** @throws RangeError when it is no duration. */
export function toMs(duration: Duration): number {
  if (typeof duration === "number") return duration;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)$/.exec(duration) ?? [];
  const factor = Object.entries(UNITS).find(([name]) => name === unit)?.[1];
  if (factor === undefined) {
    throw new RangeError(`"${duration}" is no duration. Write milliseconds, or e.g. "25 h".`);
  }
  return Number(amount) * factor;
}
