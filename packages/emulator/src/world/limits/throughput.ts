/** One of Meta's limits: `burst` at once, then one each `intervalMs`. */
export type Rate = { readonly intervalMs: number; readonly burst: number };

/**
 * Messages a second of one number, in and out together.
 *
 * Meta: 80, and 1,000 after the upgrade, docs/…/throughput, read 2026-11.
 */
export const THROUGHPUT = {
  STANDARD: { intervalMs: 1000 / 80, burst: 80 },
  HIGH: { intervalMs: 1, burst: 1000 },
} as const satisfies Record<string, Rate>;

/**
 * The least that a number must have done to be upgraded, and how long it takes.
 *
 * Meta: unlimited messaging limit, 100,000 different people in 24 hours outside
 * the window, quality yellow or better; up to a minute in which the number
 * cannot be used, docs/…/throughput, read 2026-11.
 */
export const UPGRADE = { reachedCount: 100_000, takesMs: 60_000 } as const;

/**
 * Counts what was let through, by number.
 *
 * Keeps one instant per number: when it will have paid back what it took. That
 * is a second ahead at most, so a restart may forget it.
 */
export class Throughput {
  readonly #paidBackAt = new Map<string, number>();

  /** Takes one if the rate allows it at `now`. */
  take(now: number, key: string, rate: Rate): boolean {
    const known = this.#paidBackAt.get(key) ?? now;
    // An instant further ahead than the burst is left from before the clock was moved back.
    const from = known - now > rate.burst * rate.intervalMs ? now : Math.max(now, known);
    const paidBackAt = from + rate.intervalMs;
    if (paidBackAt - now > rate.burst * rate.intervalMs) return false;
    this.#paidBackAt.set(key, paidBackAt);
    return true;
  }

  clear(): void {
    this.#paidBackAt.clear();
  }
}
