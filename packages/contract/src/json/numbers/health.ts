import { z } from "zod";

export const brakeJson = z.enum(["none", "slow", "pause-marketing", "pause-all"]);
export type BrakeJson = z.infer<typeof brakeJson>;

export const healthSeverityJson = z.enum(["ok", "notice", "warning", "critical"]);
export type HealthSeverityJson = z.infer<typeof healthSeverityJson>;

/** The ways in which numbers are lost: core/health/finding. */
export const healthCheckJson = z.enum([
  "quality",
  "blocks",
  "spam-hold",
  "account",
  "opt-outs",
  "consent",
  "templates",
  "pace-minute",
  "pace-day",
  "fresh",
  "sameness",
  "links",
  "incoming",
  "reads",
]);
export type HealthCheckJson = z.infer<typeof healthCheckJson>;

const qualityJson = z.enum(["green", "yellow", "red", "unknown"]);

/** Something that one can look at oneself. */
export const healthEvidenceJson = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("conversation"),
    conversationId: z.string(),
    name: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("template"),
    name: z.string(),
    language: z.string(),
    what: z.string(),
  }),
  z.object({ kind: z.literal("text"), text: z.string(), count: z.number() }),
  /** What Meta says, in its words. */
  z.object({ kind: z.literal("told"), text: z.string(), at: z.string().nullable() }),
]);
export type HealthEvidenceJson = z.infer<typeof healthEvidenceJson>;

export const healthFindingJson = z.object({
  check: healthCheckJson,
  severity: healthSeverityJson,
  /** Which of several things it is, where a check looks at more than one; empty where it does not. */
  reason: z.string(),
  /** What the finding asks for. */
  brake: brakeJson,
  figures: z.record(z.string(), z.number()),
  evidence: z.array(healthEvidenceJson),
});
export type HealthFindingJson = z.infer<typeof healthFindingJson>;

/** A number in a few words. */
export const healthSummaryJson = z.object({
  channelId: z.string(),
  name: z.string(),
  displayPhone: z.string(),
  /** The worst of what was found. */
  severity: healthSeverityJson,
  /** How far the number is held back. */
  held: brakeJson,
  /** Whether a person has decided that. */
  isOverruled: z.boolean(),
  alarms: z.array(z.object({ check: healthCheckJson, severity: healthSeverityJson })),
});
export type HealthSummaryJson = z.infer<typeof healthSummaryJson>;

export const healthDayJson = z.object({
  day: z.string(),
  incoming: z.number(),
  outgoing: z.number(),
  delivered: z.number(),
  read: z.number(),
  failed: z.number(),
  /** People who were reached before and cannot be any more. */
  blocked: z.number(),
  optedOut: z.number(),
  /** What WhatsApp itself held back. */
  unwanted: z.number(),
  /** The worst of the day. */
  quality: qualityJson,
});
export type HealthDayJson = z.infer<typeof healthDayJson>;

/** How a number is, why, and what is done for it. */
export const numberHealthJson = z.object({
  channelId: z.string(),
  name: z.string(),
  displayPhone: z.string(),
  status: z.string(),
  judgedAt: z.iso.datetime(),
  held: brakeJson,
  /** The share of the number's pace that campaigns may use. */
  factor: z.number(),
  /** What Galka has decided by itself. */
  own: z.object({
    brake: brakeJson,
    since: z.iso.datetime(),
    /** When it becomes looser by a step, if nothing new is found; null while it is needed. */
    looserAt: z.iso.datetime().nullable(),
  }),
  /** What a person has decided instead. */
  overrule: z
    .object({
      brake: brakeJson,
      reason: z.string(),
      memberName: z.string().nullable(),
      at: z.iso.datetime(),
      until: z.iso.datetime(),
    })
    .nullable(),
  findings: z.array(healthFindingJson),
  ageDays: z.number(),
  registeredAt: z.iso.datetime(),
  /** People written to first in any 24 hours. */
  tier: z.object({
    name: z.string().nullable(),
    isKnown: z.boolean(),
    /** Null is without a limit. */
    limit: z.number().nullable(),
    used: z.number(),
    reserved: z.number(),
    left: z.number().nullable(),
    /** When people stop counting, by the hour. */
    freed: z.array(z.object({ at: z.iso.datetime(), count: z.number() })),
  }),
  throughputPerSecond: z.number(),
  quality: qualityJson,
  qualitySince: z.iso.datetime().nullable(),
  /** Of seven days. */
  week: z.object({
    incoming: z.number(),
    outgoing: z.number(),
    delivered: z.number(),
    read: z.number(),
    failed: z.number(),
  }),
  /** Of the people whom the number wrote to first lately. */
  asked: z.object({ count: z.number(), answered: z.number() }),
  /** Of 24 hours. */
  today: z.object({
    sent: z.number(),
    blocked: z.number(),
    unreachable: z.number(),
    unwanted: z.number(),
    optedOut: z.number(),
  }),
  templates: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      category: z.string(),
      quality: qualityJson,
    }),
  ),
  days: z.array(healthDayJson),
});
export type NumberHealthJson = z.infer<typeof numberHealthJson>;

/** One line of a number's life. What it was and became is in the words of its kind. */
export const healthEventJson = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum([
    "quality",
    "tier",
    "throughput",
    "template",
    "alarm",
    "brake",
    "overruled",
    "overrule-ended",
    "account",
  ]),
  before: z.unknown(),
  after: z.unknown(),
  memberName: z.string().nullable(),
});
export type HealthEventJson = z.infer<typeof healthEventJson>;
