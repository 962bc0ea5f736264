const DAY_MS = 24 * 60 * 60 * 1000;

/** What follows a breach of Meta's policy. */
export type Measure =
  | { readonly kind: "warning" }
  /** Nothing outside the service window, or nothing at all, for so long. */
  | { readonly kind: "hold"; readonly of: "starts" | "everything"; readonly ms: number }
  | { readonly kind: "lock" };

/**
 * Harder each time.
 * Meta: warnings, then 1 and 3 days without new conversations, then 5 and 30
 * days without any message, then the account is disabled,
 * docs/…/policy-enforcement, read 2026-11.
 */
const LADDER: readonly Measure[] = [
  { kind: "warning" },
  { kind: "hold", of: "starts", ms: DAY_MS },
  { kind: "hold", of: "starts", ms: 3 * DAY_MS },
  { kind: "hold", of: "everything", ms: 5 * DAY_MS },
  { kind: "hold", of: "everything", ms: 30 * DAY_MS },
];

/** The measure that follows when there were `violationCount` breaches before. */
export function measureAfter(violationCount: number): Measure {
  return LADDER[violationCount] ?? { kind: "lock" };
}
