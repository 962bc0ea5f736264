import type { Clock } from "../clock.ts";

const WINDOW_MS = 15 * 60 * 1000;
/** Wrong tries at one account from one address, at one account from anywhere, and from one address at anything. */
const LIMITS = { pair: 8, account: 40, address: 60 };

/** Counts failed sign-ins, so that passwords cannot be guessed at speed. */
export interface Attempts {
  /** How many seconds to wait before another try; null when one may try. */
  waitSeconds(email: string, address: string): number | null;
  failed(email: string, address: string): void;
  succeeded(email: string, address: string): void;
}

/**
 * Remembers failures for a quarter of an hour, in this process.
 *
 * The limit of an account from anywhere is higher than that of one address, so
 * that a stranger who guesses does not lock the owner out with eight tries.
 */
export function rememberAttempts(clock: Clock): Attempts {
  const failures = new Map<string, Date[]>();

  function recent(key: string): Date[] {
    const since = clock.now().getTime() - WINDOW_MS;
    const kept = (failures.get(key) ?? []).filter((at) => at.getTime() > since);
    if (kept.length === 0) failures.delete(key);
    else failures.set(key, kept);
    return kept;
  }

  return {
    waitSeconds(email, address) {
      const waits = keysOf(email, address).map(([key, limit]) => {
        const kept = recent(key);
        const oldest = kept.at(-limit);
        return oldest ? oldest.getTime() + WINDOW_MS - clock.now().getTime() : 0;
      });
      const longest = Math.max(...waits);
      return longest > 0 ? Math.ceil(longest / 1000) : null;
    },
    failed(email, address) {
      if (failures.size > 50_000) for (const key of failures.keys()) recent(key);
      for (const [key] of keysOf(email, address)) failures.set(key, [...recent(key), clock.now()]);
    },
    succeeded(email, address) {
      failures.delete(pairKey(email, address));
    },
  };
}

function keysOf(email: string, address: string): readonly (readonly [string, number])[] {
  return [
    [pairKey(email, address), LIMITS.pair],
    [`account ${email.trim().toLowerCase()}`, LIMITS.account],
    [`address ${address}`, LIMITS.address],
  ];
}

function pairKey(email: string, address: string): string {
  return `pair ${email.trim().toLowerCase()} ${address}`;
}
