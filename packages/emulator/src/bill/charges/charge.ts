import type { BillReason } from "../../wire/bill.ts";
import type { Conversation, PairState } from "./conversation.ts";
import type { Market } from "../markets.ts";
import type { RateCard, RateKind, Standing } from "../rate-card.ts";
import type { TariffId } from "../tariffs.ts";
import type { VolumeTier } from "../volume-tiers.ts";

export type MessageCategory =
  | "marketing"
  | "marketing_lite"
  | "utility"
  | "authentication"
  | "service";

/** A message that has reached a phone, as far as its price depends on it. */
export type Delivered = {
  readonly wamid: string;
  readonly acceptedAt: number;
  readonly at: number;
  readonly template: boolean;
  readonly category: MessageCategory;
  /** The person wrote to the number within the last 24 hours. */
  readonly windowOpen: boolean;
  /** Meta: eligible business, another country, on or after the start time. */
  readonly international: boolean;
};

/** By what a delivered message is charged. */
export type Terms = {
  readonly tariff: TariffId;
  /** In the account's time zone. */
  readonly day: string;
  readonly card: RateCard;
  readonly market: Market;
  readonly tiers: (kind: "utility" | "authentication") => readonly VolumeTier[];
  /** Free service messages per number and month of the tariff 2026-10. */
  readonly freeServiceMessages: number;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly portfolioId: string;
  /** How often something was counted before. */
  readonly countOf: (counter: string) => number;
};

/** What follows from a delivery. Nothing has been saved. */
export type Charge = {
  readonly model: "NBP" | "CBP" | "PMP";
  /** `pricing.type` since 2025-07; before that it tells a free conversation from a charged one. */
  readonly type: "regular" | "free_customer_service" | "free_entry_point" | "free_tier";
  /** `pricing.category`. */
  readonly category: string;
  /** `pricing.billable`. */
  readonly billable: boolean;
  readonly reason: BillReason;
  readonly rate: RateKind | null;
  readonly amountMicros: number;
  readonly standing: Standing;
  /** Only where volume tiers exist. */
  readonly tier: VolumeTier | null;
  readonly conversation: Conversation | null;
  readonly opens: boolean;
  /** The pair afterwards; the same object when nothing changes. */
  readonly pair: PairState;
  /** A counter that grows by one. */
  readonly counter: string | null;
};

/** A charge of nothing, to be told apart by its reason. */
export const FREE = {
  rate: null,
  amountMicros: 0,
  standing: "published",
  tier: null,
  conversation: null,
  opens: false,
  counter: null,
} as const;
