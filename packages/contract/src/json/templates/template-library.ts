import { z } from "zod";
import { id } from "../../route.ts";
import { templateCategoryJson, templateJson, templatePartsJson } from "./template.ts";

const inTwoLanguages = z.object({ en: z.string(), ru: z.string() });
const instant = z.iso.datetime();

/** A template as it would be submitted. The shape is the core's TemplateText. */
export const templateTextJson = templatePartsJson.extend({
  name: z.string().max(600),
  language: z.string().max(20),
  category: templateCategoryJson,
  parameterFormat: z.enum(["named", "positional"]),
  ttlSeconds: z.number().int().min(-1).max(10_000_000).exactOptional(),
});
export type TemplateTextJson = z.infer<typeof templateTextJson>;

/** A template with what is kept of it here beside Meta's words. */
export const templateViewJson = z.object({
  template: templateJson,
  syncedAt: instant,
  /** From when on Meta counts it as `template.nextCategory`, where that is known. */
  nextCategoryAt: instant.nullable(),
  categoryChangedAt: instant.nullable(),
  /** When a member took note of the change or its notice. */
  categorySeenAt: instant.nullable(),
  /** When the team put it away. */
  hiddenAt: instant.nullable(),
});
export type TemplateViewJson = z.infer<typeof templateViewJson>;

export const templateDraftJson = z.object({
  id,
  channelId: z.string(),
  templateId: z.string().nullable(),
  text: templateTextJson,
  refusal: z
    .object({ reason: z.string(), explanation: inTwoLanguages, advice: inTwoLanguages })
    .nullable(),
  createdAt: instant,
  updatedAt: instant,
  updatedById: z.string().nullable(),
});
export type TemplateDraftJson = z.infer<typeof templateDraftJson>;

export const templateLibraryJson = z.object({
  items: z.array(
    templateViewJson.extend({
      /** In the last 30 days, from our own messages. */
      sentCount: z.number(),
      readCount: z.number(),
      /** What it costs that Meta counts it as another category, or will; by the workspace's own tariff. */
      change: z
        .object({
          before: templateCategoryJson,
          after: templateCategoryJson,
          /** How many arrived in the last 30 days. */
          arrivedCount: z.number(),
          /** By how much a month like that is dearer, in each currency. */
          differences: z.array(z.object({ currency: z.string(), micros: z.number() })),
        })
        .nullable(),
    }),
  ),
  drafts: z.array(templateDraftJson),
  /** What a delivered message costs in the country of the own number, by the workspace's own tariff. */
  prices: z.object({
    country: z.string(),
    of: z.array(
      z.object({ category: templateCategoryJson, currency: z.string(), micros: z.number() }),
    ),
  }),
  /** Names that Meta keeps after a deletion. */
  blocked: z.array(z.object({ name: z.string(), language: z.string(), until: instant })),
  syncedAt: instant.nullable(),
});
export type TemplateLibraryJson = z.infer<typeof templateLibraryJson>;

const templateVersionJson = z.object({
  number: z.number(),
  at: instant,
  cause: z.enum(["seen", "submitted", "edited", "told", "refused", "deleted", "gone"]),
  memberId: z.string().nullable(),
  changed: z.array(z.string()).readonly(),
  state: templatePartsJson.extend({
    category: templateCategoryJson,
    status: templateJson.shape.status,
    rejectedReason: z.string().nullable(),
    quality: templateJson.shape.quality,
    nextCategory: templateCategoryJson.exactOptional(),
    ttlSeconds: z.number().exactOptional(),
  }),
});
export type TemplateVersionJson = z.infer<typeof templateVersionJson>;

export const templateLifeJson = z.object({
  view: templateViewJson,
  /** The latest first. */
  versions: z.array(templateVersionJson),
  use: z.array(
    z.object({
      days: z.number(),
      sentCount: z.number(),
      deliveredCount: z.number(),
      readCount: z.number(),
      failedCount: z.number(),
      tappedCount: z.number(),
    }),
  ),
  right: z.union([
    z.object({
      may: z.literal(true),
      mayChangeCategory: z.boolean(),
      leftCount: z.number().nullable(),
    }),
    z.object({
      may: z.literal(false),
      because: z.enum(["status", "once-a-day", "ten-a-month"]),
      until: instant.exactOptional(),
    }),
  ]),
});
export type TemplateLifeJson = z.infer<typeof templateLifeJson>;

export const lintFindingJson = z.object({
  rule: z.string(),
  at: z.object({
    part: z.string(),
    card: z.number().exactOptional(),
    button: z.number().exactOptional(),
  }),
  /** The words it is about, as offsets into the text of its place. */
  span: z.object({ from: z.number(), to: z.number() }).exactOptional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  severity: z.enum(["error", "warning"]),
  source: z.string(),
  words: inTwoLanguages,
});
