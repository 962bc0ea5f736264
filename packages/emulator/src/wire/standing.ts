/** A business portfolio's messaging limit: how many people in 24 hours. */
export type MessagingTier = "TIER_250" | "TIER_2K" | "TIER_10K" | "TIER_100K" | "TIER_UNLIMITED";

/** The platform's physics: what of it is switched on. */
export type PhysicsJson = {
  /**
   * How a burst to one person is paid back. `bucket`: a place is free again
   * every six seconds. `burst`: nothing more until all of the burst is paid.
   */
  readonly pairBorrowing: "bucket" | "burst";
  /** Numbers that fulfil Meta's conditions move to 1,000 messages a second by themselves. */
  readonly throughputUpgrade: boolean;
  /** `by-tier`: people beyond the portfolio's limit are not reached outside the window, and it grows. */
  readonly messagingLimits: "by-tier" | "unlimited";
  /** `by-feedback`: blocks, reports and reads move the quality of numbers and templates. */
  readonly quality: "by-feedback" | "by-hand";
  /** Holding back the rest of a campaign until the first recipients have judged it. */
  readonly pacing: "off" | "template" | "portfolio";
  /** How many are sent before the rest is held. */
  readonly pacingSampleCount: number;
  /** How long the rest is held, an hour at most. */
  readonly pacingHoldMs: number;
  /** Marketing templates that a person gets in 24 hours from everybody; `null` is no limit. */
  readonly marketingPerDay: number | null;
  /** Share of people who take part in Meta's experiment and get no marketing. */
  readonly experimentShare: number;
  /** No marketing to the United States, nothing to countries where WhatsApp has no business. */
  readonly countryRules: boolean;
  /** A number that many block and report cannot write outside the window for a day. */
  readonly spamLimit: boolean;
};

/** `calm`: only what every developer meets. `real`: everything. */
export type PhysicsPreset = { readonly preset: "calm" | "real" };
