import { z } from "zod";
import { campaignAudienceJson, campaignPlanJson } from "./plan.ts";

export const campaignStateJson = z.enum([
  "draft",
  "approval",
  "scheduled",
  "running",
  "paused",
  "held",
  "finished",
  "stopped",
]);
export type CampaignStateJson = z.infer<typeof campaignStateJson>;

export const campaignHoldJson = z.enum(["first-wave", "brake", "budget", "template", "restored"]);

/** Each step has all who came at least so far; `planned` is everybody. `waiting` are those whose turn is to come. */
export const funnelJson = z.object({
  planned: z.number(),
  waiting: z.number(),
  sent: z.number(),
  delivered: z.number(),
  read: z.number(),
  tapped: z.number(),
  answered: z.number(),
  optedOut: z.number(),
  failed: z.number(),
  skipped: z.number(),
  /** Nobody can know whether they were reached. */
  unknown: z.number(),
});
export type FunnelJson = z.infer<typeof funnelJson>;

/** By what a first wave is judged. */
export const waveSignJson = z.enum(["failed", "unreachable", "opted-out", "read"]);

/** How a first wave was judged, sign by sign; shares are from 0 to 1. */
export const waveJson = z.object({
  size: z.number(),
  /** `sending`: on its way. `waiting`: it has left and is given time. */
  state: z.enum(["sending", "waiting", "judged"]),
  judgedAt: z.iso.datetime().nullable(),
  /** When it will be judged at the latest; null while it is being sent. */
  judgesAt: z.iso.datetime().nullable(),
  verdict: z.enum(["good", "bad", "too-few"]).nullable(),
  findings: z.array(
    z.object({
      sign: waveSignJson,
      share: z.number(),
      /** What is usual in this workspace; null while too little is known. */
      usual: z.number().nullable(),
      limit: z.number(),
      isBad: z.boolean(),
    }),
  ),
});

/** How competing templates did. `chance` is how probable the difference would be by chance alone. */
export const testJson = z.object({
  by: z.enum(["read", "tap"]),
  verdict: z.enum(["running", "winner", "not-enough"]),
  /** The winner, or who leads while it is not certain; null when nobody does. */
  variant: z.number().nullable(),
  chance: z.number().nullable(),
  rivals: z.array(
    z.object({
      variant: z.number(),
      templateId: z.string(),
      templateName: z.string().nullable(),
      language: z.string().nullable(),
      reached: z.number(),
      hits: z.number(),
    }),
  ),
});

export const campaignMoveJson = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  move: z.enum([
    "launch",
    "approve",
    "reject",
    "recall",
    "start",
    "pause",
    "resume",
    "hold",
    "release",
    "stop",
    "finish",
    "reopen",
  ]),
  before: campaignStateJson,
  after: campaignStateJson,
  /** Null for what Galka did by itself. */
  memberId: z.string().nullable(),
  hold: campaignHoldJson.nullable(),
});

/** A line of the list of campaigns. */
export const campaignRowJson = z.object({
  id: z.string(),
  name: z.string(),
  channelId: z.string(),
  state: campaignStateJson,
  hold: campaignHoldJson.nullable(),
  createdById: z.string(),
  createdAt: z.iso.datetime(),
  launchedById: z.string().nullable(),
  launchedAt: z.iso.datetime().nullable(),
  approvedById: z.string().nullable(),
  startsAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Null before the audience is frozen. */
  audienceCount: z.number().nullable(),
  funnel: funnelJson,
  templateNames: z.array(z.string()),
  /** What has been charged for it so far, by currency; empty while nothing has. */
  costs: z.array(z.object({ currency: z.string(), totalMinor: z.number() })),
  /** The campaign that this one repeats. */
  repeatsId: z.string().nullable(),
});
export type CampaignRowJson = z.infer<typeof campaignRowJson>;

/** A campaign with everything that its page shows. */
export const campaignJson = campaignRowJson.extend({
  audience: campaignAudienceJson,
  plan: campaignPlanJson,
  updatedAt: z.iso.datetime(),
  frozenAt: z.iso.datetime().nullable(),
  perMinute: z.number().nullable(),
  /** The funnel of each step of a sequence; the campaign's own message is step 0. */
  steps: z.array(funnelJson.extend({ step: z.number() })),
  /** Why people failed, the most frequent first; `code` is Meta's, null for what never reached it. */
  failures: z.array(
    z.object({
      problem: z.string(),
      code: z.number().nullable(),
      count: z.number(),
      explanation: z.object({ en: z.string(), ru: z.string() }).nullable(),
      advice: z.object({ en: z.string(), ru: z.string() }).nullable(),
      /** `never` where Meta forbids it; `later` where it is too early; `with-template` while the template rests. */
      again: z.enum(["now", "later", "with-template", "never"]),
    }),
  ),
  /** Why people were not written to. */
  skips: z.array(
    z.object({
      reason: z.enum([
        "contact-gone",
        "no-identity",
        "blocked",
        "no-consent",
        "country-rule",
        "frequency-cap",
        "incomplete",
        "stopped",
        "restored",
      ]),
      count: z.number(),
    }),
  ),
  /** Null without a first wave. */
  wave: waveJson.nullable(),
  /** Null without competing templates. */
  test: testJson.nullable(),
  /** Messages a second over the last minute, and what keeps it from being faster now. */
  speed: z.object({
    perSecond: z.number(),
    /** How many left in each minute of the last hour; minutes with nobody are left out. */
    minutes: z.array(z.object({ at: z.iso.datetime(), count: z.number() })),
    waitsFor: z
      .enum([
        "first-wave",
        "tier",
        "budget",
        "brake",
        "template",
        "local-hour",
        "quiet-hours",
        "sequence",
        "second-try",
        "channel",
      ])
      .nullable(),
  }),
  /** The budget that it waits for; null for whatever else holds it. `until` is the first day on which there is money again. */
  budget: z
    .object({
      period: z.enum(["day", "month"]),
      limitMicros: z.number(),
      currency: z.string(),
      until: z.iso.date(),
    })
    .nullable(),
  /** When it ends if nothing changes; null when that cannot be told. */
  endsAt: z.iso.datetime().nullable(),
  moves: z.array(campaignMoveJson),
  /** What the signed-in member may do with it now. */
  can: z.array(
    z.enum([
      "edit",
      "launch",
      "approve",
      "reject",
      "recall",
      "pause",
      "resume",
      "stop",
      "delete",
      "retry",
    ]),
  ),
});
export type CampaignJson = z.infer<typeof campaignJson>;
