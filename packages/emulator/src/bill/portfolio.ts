import type { JsonObject } from "../json.ts";
import type { PortfolioBilling } from "../store/kinds/billing.ts";
import type { World } from "../world.ts";

const NOT_ELIGIBLE: PortfolioBilling = {
  primaryBusinessLocation: null,
  internationalFrom: null,
  exceptions: [],
};

export function portfolioBilling(world: World, portfolioId: string): PortfolioBilling {
  return world.kinds.portfolioBilling.find(portfolioId) ?? NOT_ELIGIBLE;
}

/**
 * Whether an authentication message to `country` is charged the international
 * rate at `at`, if its market has one.
 *
 * Meta: eligible, based in another country (also when that is not verified) and
 * past the start time, docs/…/pricing/authentication-international-rates, read 2026-11.
 */
export function isInternational(billing: PortfolioBilling, country: string, at: number): boolean {
  if (billing.internationalFrom === null || billing.primaryBusinessLocation === country) {
    return false;
  }
  const exception = billing.exceptions.find((it) => it.country === country);
  return at >= (exception?.from ?? billing.internationalFrom);
}

/**
 * `auth_international_rate_eligibility` of an account: nothing while the
 * business is not eligible.
 */
export function presentEligibility(billing: PortfolioBilling): JsonObject | undefined {
  if (billing.internationalFrom === null) return undefined;
  return {
    start_time: Math.floor(billing.internationalFrom / 1000),
    exception_countries: billing.exceptions.map(({ country, from }) => ({
      country_code: country,
      start_time: Math.floor(from / 1000),
    })),
  };
}
