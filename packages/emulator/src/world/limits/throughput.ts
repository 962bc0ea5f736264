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

/** What a number took last: when, and when it will have paid that back. */
type Debt = { readonly takenAt: number; readonly paidBackAt: number };

/**
 * Counts what was let through, by number.
 *
 * Keeps one debt per number, which is paid back a second ahead at most, so a
 * restart may forget it. A debt of a future that the clock was moved back from
 * is forgotten too, however near that future is: on a clock that stands it
 * would never be paid back.
 */
export class Throughput {
  readonly #debts = new Map<string, Debt>();

  /** Takes one if the rate allows it at `now`. */
  take(now: number, key: string, rate: Rate): boolean {
    const debt = this.#debts.get(key);
    const from = debt === undefined || now < debt.takenAt ? now : Math.max(now, debt.paidBackAt);
    const paidBackAt = from + rate.intervalMs;
    if (paidBackAt - now > rate.burst * rate.intervalMs) return false;
    this.#debts.set(key, { takenAt: now, paidBackAt });
    return true;
  }

  clear(): void {
    this.#debts.clear();
  }
}
