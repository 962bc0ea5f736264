const FIRST_MS = 500;
const LAST_MS = 15_000;

/**
 * How long to wait before attempt `attempt` (0 is the first) to connect again.
 *
 * Doubles up to a quarter of a minute. `random` (0 to 1) spreads the browsers of
 * a team over half the time, so a server that comes back is not stormed.
 */
export function backOffMs(attempt: number, random: number): number {
  const full = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full / 2 + (full / 2) * random;
}
