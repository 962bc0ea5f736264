/** What Meta says of an account, as far as prices depend on it. */
export type BillingAccount = {
  readonly id: string;
  /** Accounts of one portfolio reach the volume tiers together. */
  readonly portfolioId: string;
  readonly currency: string;
  /** By which calendar its days and months begin. */
  readonly timeZone: string;
  /** Where the business is based, in two letters; null while that is not verified. */
  readonly country: string | null;
  /** Since when codes to other countries have a price of their own; null while they do not. */
  readonly internationalFromMs: number | null;
  /** Countries where that begins at another moment. */
  readonly internationalExceptions: ReadonlyMap<string, number>;
};

/** An account that Meta has told nothing of yet. */
export function unknownAccount(id: string): BillingAccount {
  return {
    id,
    portfolioId: id,
    currency: "USD",
    timeZone: "UTC",
    country: null,
    internationalFromMs: null,
    internationalExceptions: new Map(),
  };
}

/**
 * Whether a code to `country` is one from abroad.
 *
 * Meta: docs/…/pricing/authentication-international-rates, read 2026-11.
 */
export function isFromAbroad(account: BillingAccount, country: string, atMs: number): boolean {
  const { internationalFromMs, internationalExceptions } = account;
  if (internationalFromMs === null || account.country === country) return false;
  return atMs >= (internationalExceptions.get(country) ?? internationalFromMs);
}
