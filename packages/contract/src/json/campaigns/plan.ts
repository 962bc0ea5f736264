import { z } from "zod";
import { peopleFilterJson } from "../people/people-table.ts";

const fallback = z.string().max(1000).nullable();

/** Where the words for one variable come from: core/campaigns/plan. */
export const valueSourceJson = z.discriminatedUnion("from", [
  z.object({ from: z.literal("constant"), value: z.string().max(2000) }),
  z.object({ from: z.literal("name"), fallback }),
  z.object({ from: z.literal("field"), field: z.string().min(1).max(60), fallback }),
  z.object({ from: z.literal("column"), column: z.string().min(1).max(200), fallback }),
]);

/** One template, and what each of its variables is filled with. */
export const campaignMessageJson = z.object({
  templateId: z.string().min(1).max(100),
  values: z
    .array(
      z.object({
        place: z.enum([
          "header",
          "header-file",
          "header-place",
          "header-product",
          "body",
          "button",
          "products",
          "offer-end",
        ]),
        key: z.string().max(200),
        /** The card of a carousel, from 0; left out for the message itself. */
        card: z.number().int().min(0).max(9).exactOptional(),
        source: valueSourceJson,
      }),
    )
    .max(200)
    .readonly(),
  /** For headers that are files: of the message, or of a card of a carousel. */
  files: z
    .array(z.object({ card: z.number().int().min(0).max(9).exactOptional(), fileId: z.uuid() }))
    .max(10)
    .readonly(),
});
export type CampaignMessageJson = z.infer<typeof campaignMessageJson>;

const share = z.number().min(0).max(1);
const timeZone = z.string().min(1).max(60);

export const campaignPlanJson = z.object({
  /** One template, or two to four that compete in the first wave. */
  messages: z.array(campaignMessageJson).max(4).readonly(),
  start: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("now") }),
    z.object({ kind: z.literal("at"), at: z.iso.datetime() }),
    /** The same minute of the day on everybody's own clock. */
    z.object({
      kind: z.literal("local"),
      date: z.iso.date(),
      minute: z.number().int().min(0).max(1439),
    }),
  ]),
  repeat: z
    .object({
      every: z.enum(["day", "week", "month"]),
      timeZone,
      until: z.iso.datetime().nullable(),
      /** When the first of the row began; Galka writes it down for those that follow. */
      from: z.iso.datetime().exactOptional(),
    })
    .nullable(),
  firstWave: z
    .object({
      percent: z.number().min(0.1).max(50),
      waitMinutes: z
        .number()
        .int()
        .min(1)
        .max(7 * 24 * 60),
      onGood: z.enum(["go", "wait"]),
      onBad: z.enum(["wait", "stop"]),
      /** What is too much, or of reading too little, as shares; what is left out follows what is usual. */
      limits: z
        .object({
          failed: share.exactOptional(),
          unreachable: share.exactOptional(),
          "opted-out": share.exactOptional(),
          read: share.exactOptional(),
        })
        .exactOptional(),
    })
    .nullable(),
  test: z
    .object({ by: z.enum(["read", "tap"]), otherwise: z.enum(["first", "split", "wait"]) })
    .nullable(),
  /** What follows for whoever has not answered, or not read. */
  steps: z
    .array(
      z.object({
        afterHours: z
          .number()
          .int()
          .min(1)
          .max(24 * 90),
        unless: z.enum(["answered", "read"]),
        message: campaignMessageJson,
      }),
    )
    .max(5)
    .readonly(),
  /** Slower than the number could; null is as fast as it may. */
  perMinute: z.number().int().min(1).max(60_000).nullable(),
  /** Whether people whom Meta put off are tried once more a day later. */
  triesLater: z.boolean(),
});
export type CampaignPlanJson = z.infer<typeof campaignPlanJson>;

const audiencePartJson = z.discriminatedUnion("from", [
  z.object({ from: z.literal("segment"), segmentId: z.uuid() }),
  /** Also a file with columns of its own. */
  z.object({ from: z.literal("list"), listId: z.uuid() }),
  z.object({ from: z.literal("filter"), filter: peopleFilterJson }),
]);

/** Whoever is in one of `of` and in none of `except`: core/audience/audience-wish. */
export const campaignAudienceJson = z.object({
  of: z.array(audiencePartJson).max(50).readonly(),
  except: z.array(audiencePartJson).max(50).readonly(),
});
export type CampaignAudienceJson = z.infer<typeof campaignAudienceJson>;

/** What is written in the editor. */
export const campaignDraftJson = z.object({
  name: z.string().trim().min(1).max(200),
  channelId: z.uuid(),
  audience: campaignAudienceJson,
  plan: campaignPlanJson,
});
export type CampaignDraftJson = z.infer<typeof campaignDraftJson>;
