/** One of Meta's limits: `burst` at once, then one each `intervalMs`. */
export type Rate = { readonly intervalMs: number; readonly burst: number };

// Meta: "1 message every 6 seconds", up to 45 at once borrowed from the time after,
// docs/…/throughput, read 2026-11.
export const PAIR_RATE: Rate = { intervalMs: 6000, burst: 45 };

// Meta: 80 messages a second, 1,000 after the upgrade, docs/…/throughput, read 2026-11.
export const THROUGHPUT = {
  STANDARD: { intervalMs: 1000 / 80, burst: 80 },
  HIGH: { intervalMs: 1, burst: 1000 },
} as const satisfies Record<string, Rate>;

const TIDY_EVERY = 20_000;

/**
 * Counts what was let through, by key.
 *
 * Keeps one instant per key: when the key will have paid back what it borrowed.
 * That is forgotten once it is in the past, and by a restart.
 */
export class RateLimiter {
  readonly #paidBackAt = new Map<string, number>();
  #taken = 0;

  /** Takes one if the rate allows it at `now`. */
  take(now: number, key: string, rate: Rate): boolean {
    const paidBackAt = Math.max(now, this.#paidBackAt.get(key) ?? now) + rate.intervalMs;
    if (paidBackAt - now > rate.burst * rate.intervalMs) return false;
    this.#paidBackAt.set(key, paidBackAt);
    this.#taken += 1;
    if (this.#taken % TIDY_EVERY === 0) this.#forget(now);
    return true;
  }

  clear(): void {
    this.#paidBackAt.clear();
  }

  #forget(now: number): void {
    for (const [key, at] of this.#paidBackAt) if (at <= now) this.#paidBackAt.delete(key);
  }
}
