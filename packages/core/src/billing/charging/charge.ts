import type { RateKind, Standing } from "../cards/rate-card.ts";
import type { VolumeTier } from "../tariffs/volume-tiers.ts";

/** Why a delivered message costs what it does. The interface has a sentence for each. */
export const CHARGE_REASONS = [
  "notification",
  "conversation-opened",
  "message",
  "answer-in-window",
  "within-conversation",
  "free-conversation",
  "free-service",
  "free-entry-point",
  "free-utility-in-window",
  "free-answer",
] as const;
export type ChargeReason = (typeof CHARGE_REASONS)[number];

/** How Meta's `pricing.type` calls it; before 2025-07 there was none, and this is ours. */
export type ChargeType = "regular" | "free_customer_service" | "free_entry_point" | "free_tier";

/** 24 hours (or those after an entry point) that one charge covers. */
export type OpenConversation = {
  /** The delivery that opened it. */
  readonly openedBy: string;
  readonly openedAtMs: number;
  readonly expiresAtMs: number;
  readonly category: string;
  /** As `pricing.category` tells it, which may be from abroad. */
  readonly charged: string;
  readonly type: ChargeType;
};

/** What a delivery costs and why. */
export type Charge = {
  readonly model: "NBP" | "CBP" | "PMP";
  readonly type: ChargeType;
  /** `pricing.category`. */
  readonly category: string;
  /** `pricing.billable`: also true of a conversation that the month's free ones paid for. */
  readonly billable: boolean;
  readonly reason: ChargeReason;
  readonly rate: RateKind | null;
  readonly amountMicros: number;
  readonly standing: Standing;
  /** Only where volume tiers are. */
  readonly tier: VolumeTier | null;
  readonly conversation: OpenConversation | null;
  /** Whether this delivery opened that conversation. */
  readonly opens: boolean;
  /** What of the month it counts towards; null for nothing. */
  readonly counter: string | null;
};

/** The parts of a charge of nothing. */
export const NOTHING_CHARGED = {
  rate: null,
  amountMicros: 0,
  standing: "published",
  tier: null,
  conversation: null,
  opens: false,
  counter: null,
} as const;
