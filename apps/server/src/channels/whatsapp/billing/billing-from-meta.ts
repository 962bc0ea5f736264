import type { BusinessAccount, PricingPoint } from "@galka/cloud-api";
import type { BillingAccount } from "@galka/core/billing/charging/account";
import { MICROS } from "@galka/core/billing/money";
import type { ToldCharge } from "@galka/core/billing/reconcile";
import { zoneOfId } from "./time-zone-ids.ts";

/** What has to be asked of an account to know its prices. */
export const BILLING_FIELDS = [
  "id",
  "currency",
  "timezone_id",
  "owner_business_info",
  "primary_business_location",
  "auth_international_rate_eligibility",
] as const satisfies readonly (keyof BusinessAccount)[];

export function billingFromMeta(account: BusinessAccount): BillingAccount {
  const eligibility = account.auth_international_rate_eligibility;
  const startsAt = eligibility?.start_time;
  return {
    id: account.id,
    portfolioId: account.owner_business_info?.id ?? account.id,
    currency: account.currency ?? "USD",
    timeZone: zoneOfId(account.timezone_id),
    country: account.primary_business_location ?? null,
    internationalFromMs: startsAt === undefined ? null : startsAt * 1000,
    internationalExceptions: new Map(
      (eligibility?.exception_countries ?? []).map(({ country_code, start_time }) => [
        country_code,
        start_time * 1000,
      ]),
    ),
  };
}

/** Words in the form that statuses have them in; Meta's analytics write capitals. */
export function chargeFromMeta(point: PricingPoint): ToldCharge {
  return {
    fromMs: point.start * 1000,
    country: point.country ?? "ZZ",
    category: (point.pricing_category ?? "").toLowerCase().replaceAll("_", "-"),
    type: (point.pricing_type ?? "").toLowerCase(),
    messageCount: point.volume ?? 0,
    amountMicros: Math.round((point.cost ?? 0) * MICROS),
  };
}
