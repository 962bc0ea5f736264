const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first failures; the last one repeats. */
const PAUSES = [
  1.5 * SECOND,
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
] as const;

/**
 * When to try a delivery again after `attemptCount` failures, or `null` when it is given up.
 *
 * Meta: "retried with decreasing frequency for up to 7 days", docs/…/webhooks/overview,
 * read 2026-11; the pauses themselves are not published.
 */
export function nextAttempt(
  now: number,
  createdAt: number,
  attemptCount: number,
  retentionMs: number,
): number | null {
  const pause = PAUSES[Math.min(attemptCount, PAUSES.length) - 1] ?? PAUSES[0];
  const at = now + pause;
  return at <= createdAt + retentionMs ? at : null;
}
