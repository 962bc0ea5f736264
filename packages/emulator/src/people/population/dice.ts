/** A source of numbers from 0 (inclusive) to 1 that follows from its seed alone. */
export type Dice = () => number;

/**
 * The dice for one occasion, named by `seed`.
 *
 * The same text always rolls the same numbers, so nothing that was rolled has
 * to be kept: whoever needs it later rolls again.
 */
export function diceFor(seed: string): Dice {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b];
  for (let at = 0; at < seed.length; at++) {
    const code = seed.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + a;
    c = Math.imul(c ^ code, 0x27d4eb2d) ^ (b >>> 7);
    d = Math.imul(d + code, 0x165667b1) ^ (c >>> 11);
  }
  const roll = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers still show how alike two seeds are.
  for (let warm = 0; warm < 12; warm++) roll();
  return roll;
}

/** One of `items`, all alike likely. */
export function pickOne<T>(dice: Dice, items: readonly T[]): T {
  const item = items[Math.floor(dice() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from");
  return item;
}

/** One of the keys, each as likely as its weight says; `null` when nothing weighs anything. */
export function pickWeighted(dice: Dice, weights: Readonly<Record<string, number>>): string | null {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = dice() * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)?.[0] ?? null;
}

/** How long something takes: half of all within `medianMs`, nine of ten within `p90Ms`. */
export type Delay = { readonly medianMs: number; readonly p90Ms: number };

/** Standard deviations from the middle to where nine of ten lie. */
const Z90 = 1.2815515655446004;

/** A duration of the distribution, which has a long tail, as people have. */
export function pickDelay(dice: Dice, delay: Delay): number {
  // Box and Muller: two even numbers make one of the bell curve.
  const bell = Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
  return Math.round(delay.medianMs * Math.exp(spread(delay) * bell));
}

/** The mean, which the long tail draws above the median. */
export function meanDelay(delay: Delay): number {
  return delay.medianMs * Math.exp(spread(delay) ** 2 / 2);
}

function spread({ medianMs, p90Ms }: Delay): number {
  return medianMs <= 0 || p90Ms <= medianMs ? 0 : Math.log(p90Ms / medianMs) / Z90;
}
