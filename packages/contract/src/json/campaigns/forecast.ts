import { z } from "zod";
import { estimateLineJson, estimateTotalJson } from "../prices/prices.ts";

/** What is to be mended before a campaign can be launched, or known before it is. */
export const campaignProblemJson = z.object({
  what: z.enum([
    "no-message",
    "too-many-messages",
    "too-many-steps",
    "test-without-wave",
    "test-without-rivals",
    "rivals-without-test",
    "start-past",
    "repeat-without-time",
    "no-audience",
    "nobody-left",
    "channel-not-connected",
    "template-not-found",
    "template-not-approved",
    "rivals-of-two-categories",
    "header-file-missing",
    /** Variables without a source. */
    "variables-missing",
    /** People for whom a variable stays empty: they would be skipped. */
    "people-incomplete",
    "people-without-consent",
    "people-in-ruled-country",
    "slower-than-a-year",
    "brake",
    "budget",
  ]),
  /** A problem keeps it from being launched; a warning does not. */
  weight: z.enum(["problem", "warning"]),
  templateName: z.string().nullable(),
  count: z.number().nullable(),
});
export type CampaignProblemJson = z.infer<typeof campaignProblemJson>;

/** What a campaign would do, walked through before anything is sent. */
export const campaignForecastJson = z.object({
  audienceCount: z.number(),
  /** Who would be written to. */
  reaches: z.number(),
  skips: z.array(z.object({ reason: z.string(), count: z.number() })),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  /** How many people in each 24 hours from the start on. */
  days: z.array(z.number()),
  perSecond: z.number(),
  /** What makes it slower than the number could be, the weightiest first. */
  slowedBy: z.array(z.enum(["tier", "quiet-hours", "frequency-cap", "others", "first-wave"])),
  tier: z.object({
    limit: z.number().nullable(),
    used: z.number(),
    /** Null is without a limit. */
    left: z.number().nullable(),
  }),
  /** Null while no tariff is known for the number. */
  cost: z
    .object({
      totals: z.array(estimateTotalJson),
      lines: z.array(estimateLineJson.omit({ freeBecause: true })),
    })
    .nullable(),
  problems: z.array(campaignProblemJson),
  needsApproval: z.boolean(),
});
export type CampaignForecastJson = z.infer<typeof campaignForecastJson>;
