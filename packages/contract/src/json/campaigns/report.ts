import { z } from "zod";
import { funnelJson } from "./campaign.ts";

const cost = z.object({
  currency: z.string(),
  totalMinor: z.number(),
  /** Per person who read it and per person who answered; null when nobody did. */
  perReaderMicros: z.number().nullable(),
  perAnswerMicros: z.number().nullable(),
  freeCount: z.number(),
});

/** What a campaign has brought. */
export const campaignReportJson = z.object({
  funnel: funnelJson,
  variants: z.array(
    funnelJson.extend({
      variant: z.number(),
      templateId: z.string(),
      templateName: z.string().nullable(),
      language: z.string().nullable(),
    }),
  ),
  /** By the hour since the first message; at most 7 days. */
  hours: z.array(
    z.object({
      at: z.iso.datetime(),
      sent: z.number(),
      read: z.number(),
      answered: z.number(),
    }),
  ),
  /** By the country in two letters; ZZ where it is not known. */
  countries: z.array(
    z.object({ country: z.string(), sent: z.number(), delivered: z.number(), read: z.number() }),
  ),
  /** Null while no price is booked. */
  costs: z.array(cost),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type CampaignReportJson = z.infer<typeof campaignReportJson>;
