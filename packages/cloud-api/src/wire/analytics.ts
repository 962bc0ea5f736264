// Meta: docs/…/whatsapp/analytics ("Pricing analytics"), read 2026-11.
import type { Open } from "./json.ts";

/** What pricing analytics are told apart by. */
export type PricingDimension = "PRICING_CATEGORY" | "PRICING_TYPE" | "TIER" | "COUNTRY" | "PHONE";

/** A stretch of time to ask about, in UNIX seconds; the end is not included. At most a year back. */
export type PricingQuestion = {
  readonly start: number;
  readonly end: number;
  readonly granularity: "HALF_HOUR" | "DAILY" | "MONTHLY";
  readonly dimensions?: readonly PricingDimension[];
  /** Without country code and plus, as Meta displays them; all numbers when absent. */
  readonly phoneNumbers?: readonly string[];
};

/** Delivered messages of one kind, and what Meta charged for them. */
export type PricingPoint = {
  readonly start: number;
  readonly end: number;
  readonly phone_number?: string;
  readonly country?: string;
  readonly tier?: string;
  readonly pricing_type?: Open<
    "REGULAR" | "FREE_CUSTOMER_SERVICE" | "FREE_ENTRY_POINT" | "FREE_GROUP_CUSTOMER_SERVICE"
  >;
  readonly pricing_category?: string;
  readonly volume?: number;
  /** In units of the account's currency. */
  readonly cost?: number;
};
