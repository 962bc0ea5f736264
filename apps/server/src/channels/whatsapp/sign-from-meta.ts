import type { FailureSign } from "@galka/core/health/signal";

// Meta: docs/…/support/error-codes, read 2026-11. A block is told to nobody: it looks like 131026.
const SIGNS: Readonly<Record<number, FailureSign>> = {
  368: "policy",
  130429: "too-fast",
  130497: "policy",
  131026: "undeliverable",
  131031: "policy",
  131048: "spam-held",
  131049: "unwanted",
  131050: "opted-out",
  132015: "template-stopped",
  132016: "template-stopped",
};

/** What a failure with this code says of the number's health, to be spread into it. */
export function signOf(code: number): { readonly sign?: FailureSign } {
  const sign = SIGNS[code];
  return sign === undefined ? {} : { sign };
}
