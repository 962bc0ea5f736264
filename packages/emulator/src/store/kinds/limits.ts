import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** The messaging limits that Meta has, the lowest first. */
export const TIERS = ["TIER_250", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"] as const;

const portfolio = z.object({
  id: z.string(),
  name: z.string(),
  messagingLimit: z.enum(TIERS),
  /** Which of the ways to 2,000 people was gone; `delivered` is that of good messages. */
  verification: z.enum(["none", "business", "partner", "delivered"]),
  /** When it is next looked at whether the limit grows. */
  growthCheckAt: z.number().nullable(),
});

const wabaStanding = z.object({
  wabaId: z.string(),
  /** Breaches of Meta's policy so far: each is followed by a harder measure. */
  violationCount: z.number(),
  /** Templates cannot be sent before this instant, because of a breach. */
  startsHeldUntil: z.number().nullable(),
  /** Nor can anything else. */
  repliesHeldUntil: z.number().nullable(),
  /** Calling codes of the countries that this business may not write to. */
  closedCallingCodes: z.array(z.string()),
});

const numberStanding = z.object({
  phoneNumberId: z.string(),
  /** While the throughput is being upgraded the number cannot be used. */
  upgradeEndsAt: z.number().nullable(),
  /** Nothing outside a service window goes out before this instant. */
  spamHoldUntil: z.number().nullable(),
});

const qualityWatch = z.object({
  /** `number <id>` or `template <id>`. */
  subject: z.string(),
  /** Quality is looked at again at this instant, also when nothing happens. */
  nextCheckAt: z.number(),
  /** What was said before this instant has had its consequence already. */
  judgedAt: z.number(),
});

const pacing = z.object({
  /** The template's id, or the portfolio's. */
  id: z.string(),
  /** Which text of the template it is about: an edit or a pause begins anew. */
  edition: z.string(),
  phase: z.enum(["sampling", "assessing", "passed"]),
  sampleCount: z.number(),
  /** When the assessment ends; once passed, when it begins again, if ever. */
  until: z.number().nullable(),
});

/** The settings of the platform's physics, each switched by itself. */
export const physicsFields = {
  pairBorrowing: z.enum(["bucket", "burst"]),
  throughputUpgrade: z.boolean(),
  messagingLimits: z.enum(["by-tier", "unlimited"]),
  quality: z.enum(["by-feedback", "by-hand"]),
  pacing: z.enum(["off", "template", "portfolio"]),
  pacingSampleCount: z.number().int().min(1),
  pacingHoldMs: z
    .number()
    .min(0)
    .max(60 * 60 * 1000),
  marketingPerDay: z.number().int().min(0).nullable(),
  experimentShare: z.number().min(0).max(1),
  countryRules: z.boolean(),
  spamLimit: z.boolean(),
};

export type PhysicsSettings = z.infer<z.ZodObject<typeof physicsFields>>;
export type Tier = (typeof TIERS)[number];
export type Portfolio = z.infer<typeof portfolio>;
export type WabaStanding = z.infer<typeof wabaStanding>;
export type QualityWatch = z.infer<typeof qualityWatch>;
export type NumberStanding = z.infer<typeof numberStanding>;
export type Pacing = z.infer<typeof pacing>;

/**
 * Who is left alone by the platform, and who meets it as it is.
 *
 * `calm`, the default: nothing stands in the way of a developer but what the
 * documentation calls a hard limit of the interface. `real`: all of it.
 */
export const PHYSICS = {
  calm: {
    pairBorrowing: "bucket",
    throughputUpgrade: false,
    messagingLimits: "unlimited",
    quality: "by-hand",
    pacing: "off",
    pacingSampleCount: 1000,
    pacingHoldMs: 30 * 60 * 1000,
    marketingPerDay: null,
    experimentShare: 0,
    countryRules: false,
    spamLimit: false,
  },
  real: {
    pairBorrowing: "burst",
    throughputUpgrade: true,
    messagingLimits: "by-tier",
    quality: "by-feedback",
    pacing: "portfolio",
    pacingSampleCount: 1000,
    pacingHoldMs: 30 * 60 * 1000,
    marketingPerDay: 2,
    experimentShare: 0.01,
    countryRules: true,
    spamLimit: true,
  },
} as const satisfies Record<string, PhysicsSettings>;

/** Opens what the limits remember of businesses, numbers and templates. */
export function openLimitKinds(database: Database) {
  return {
    portfolios: new Documents(database, "portfolio", portfolio),
    wabaStandings: new Documents(database, "waba-standing", wabaStanding),
    numberStandings: new Documents(database, "number-standing", numberStanding),
    qualityWatches: new Documents(database, "quality-watch", qualityWatch),
    pacings: new Documents(database, "pacing", pacing),
  };
}
