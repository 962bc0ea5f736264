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

/** What people's feedback of seven days says; days and blocks weigh less the older they are. */
export type QualityJson = {
  readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly delivered: number;
  readonly read: number;
  readonly blocked: number;
  readonly reported: number;
  /** Weighted blocks and reports for each weighted message. */
  readonly negativeShare: number;
  /** The days it comes from, today first. */
  readonly days: readonly {
    readonly daysAgo: number;
    readonly delivered: number;
    readonly read: number;
    readonly blocked: number;
    readonly reported: number;
  }[];
};

/** Holding back the rest of a campaign: where it is. */
export type PacingJson = {
  readonly phase: "sampling" | "assessing" | "passed";
  readonly sampleCount: number;
  /** Messages that wait for the assessment. */
  readonly heldCount: number;
  /** When the assessment ends; once passed, when it begins again, if ever. */
  readonly until: string | null;
};

/** A business portfolio: whose messaging limit it is, and how much of it is used. */
export type PortfolioJson = {
  readonly id: string;
  readonly name: string;
  readonly wabaIds: readonly string[];
  readonly messagingLimit: MessagingTier;
  /** People in 24 hours; `null` is any number. */
  readonly limit: number | null;
  readonly verification: "none" | "business" | "partner" | "delivered";
  /** Different people written to outside the window in the last 24 hours. */
  readonly usedCount: number;
  /** When the first of them stops counting. */
  readonly nextFreeAt: string | null;
  /** Half of the limit has to be reached for it to grow. */
  readonly reachedIn7Days: number;
  /** 2,000 lift a limit of 250. */
  readonly deliveredIn30Days: number;
  readonly goodQuality: boolean;
  readonly growthCheckAt: string | null;
  readonly pacing: PacingJson | null;
};

export type PortfolioPatch = { readonly name?: string; readonly messagingLimit?: MessagingTier };

/** Who has shown that the business is what it says. */
export type Verification = { readonly by: "business" | "partner" };

export type NumberStandingJson = {
  readonly phoneNumberId: string;
  /** As the business sees it; `causes.quality` is what feedback says. */
  readonly qualityRating: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly causes: QualityJson;
  readonly throughputLevel: "STANDARD" | "HIGH";
  /** Until then the number cannot be used (131057). */
  readonly upgradeEndsAt: string | null;
  /** Different people written to in 24 hours; 100,000 bring the upgrade. */
  readonly reachedCount: number;
  /** Until then nothing goes out outside the window (131048). */
  readonly spamHoldUntil: string | null;
};

export type TemplateStandingJson = {
  readonly templateId: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly qualityScore: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly causes: QualityJson;
  readonly pauseCount: number;
  readonly pausedUntil: string | null;
  readonly pacing: PacingJson | null;
};

/** What breaches of Meta's policy have brought an account. */
export type WabaStandingJson = {
  readonly wabaId: string;
  readonly violationCount: number;
  /** No templates before this instant (368). */
  readonly startsHeldUntil: string | null;
  /** Nothing at all before this instant (368). */
  readonly repliesHeldUntil: string | null;
  /** Locked for good (131031). */
  readonly locked: boolean;
  /** Calling codes of countries that the business may not write to (130497). */
  readonly closedCallingCodes: readonly string[];
};

/** Where every limit of the world stands. */
export type StandingJson = {
  readonly portfolios: readonly PortfolioJson[];
  readonly wabas: readonly WabaStandingJson[];
  readonly numbers: readonly NumberStandingJson[];
  /** Templates that can be, or could be, sent. */
  readonly templates: readonly TemplateStandingJson[];
};

/** Which rule of Meta's was broken, in its words, e.g. `SCAM`. */
export type Violation = { readonly type: string };

/** Calling codes, e.g. `["91"]`. */
export type ClosedCountries = { readonly callingCodes: readonly string[] };

/** Where one person stands with one business number. */
export type ChatStandingJson = {
  readonly phoneNumberId: string;
  readonly personId: string;
  /** Until then the business may write freely; `null` when the window is closed. */
  readonly windowClosesAt: string | null;
  /** Until then all messages are free; `null` when no entry point is open. */
  readonly entryPointClosesAt: string | null;
  /** The person counts as written to by the portfolio. */
  readonly reached: boolean;
  readonly marketingStopped: boolean;
  /** Marketing templates got in 24 hours that count, from everybody. */
  readonly marketingReceived: number;
  readonly inExperiment: boolean;
};

/** An advertisement or a post whose button opened the chat. */
export type ReferralRequest = {
  readonly sourceType?: "ad" | "post";
  readonly sourceId?: string;
  readonly sourceUrl?: string;
  readonly headline?: string;
  readonly body?: string;
  readonly mediaType?: "image" | "video";
  readonly imageUrl?: string;
  readonly videoUrl?: string;
  readonly thumbnailUrl?: string;
  /** `null`: an advertisement in a status, which has none. */
  readonly ctwaClid?: string | null;
  readonly welcomeText?: string;
};
