import { createHash } from "node:crypto";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a marketing message counts against the person's own limit. */
export const MARKETING_MS = DAY_MS;

/**
 * Whether the person gets one more marketing message.
 *
 * Meta does not say how many; it says that answers to a person who has written
 * are not counted, docs/…/per-user-limits, read 2026-11. `perDay` null is no limit.
 */
export function mayGetMarketing(received: number, perDay: number | null): boolean {
  return perDay === null || received < perDay;
}

/**
 * Whether the person is among those on whom Meta tries what happens without
 * marketing. The same seed always chooses the same people.
 * Meta: about one in a hundred, docs/…/support/error-codes (130472), read 2026-11.
 */
export function isInExperiment(seed: string, digits: string, share: number): boolean {
  if (share === 0) return false;
  const hash = createHash("sha256").update(`${seed}:experiment:${digits}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < share;
}
