import { z } from "zod";

const title = z.string().max(200);

export const sampleJson = z.discriminatedUnion("from", [
  z.object({ from: z.literal("file"), fileId: z.string().max(100), name: z.string().max(240) }),
  z.object({ from: z.literal("meta"), url: z.string().max(4000) }),
]);
export type SampleJson = z.infer<typeof sampleJson>;

const templateHeaderJson = z.union([
  z.object({
    kind: z.literal("text"),
    text: z.string().max(2000),
    example: z.string().max(2000).exactOptional(),
  }),
  z.object({ kind: z.enum(["image", "video", "document"]), sample: sampleJson.exactOptional() }),
  z.object({ kind: z.enum(["location", "product"]) }),
  z.object({ kind: z.literal("other"), what: z.string().max(100) }),
]);

const templateButtonJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reply"), title }),
  z.object({
    kind: z.literal("url"),
    title,
    url: z.string().max(4000),
    example: z.string().max(4000).exactOptional(),
  }),
  z.object({ kind: z.literal("phone"), title, phone: z.string().max(100) }),
  z.object({
    kind: z.literal("copy-code"),
    title,
    example: z.string().max(200).exactOptional(),
  }),
  z.object({
    kind: z.literal("flow"),
    title,
    flowId: z.string().max(100),
    action: z.enum(["navigate", "data-exchange"]),
    screen: z.string().max(100).exactOptional(),
  }),
  z.object({ kind: z.enum(["catalog", "products", "product"]), title }),
  z.object({
    kind: z.literal("code"),
    title,
    how: z.enum(["copy-code", "one-tap", "zero-tap"]),
    autofillTitle: title.exactOptional(),
    apps: z
      .array(z.object({ packageName: z.string().max(300), signatureHash: z.string().max(100) }))
      .max(10)
      .readonly()
      .exactOptional(),
    termsAccepted: z.boolean().exactOptional(),
  }),
  z.object({
    kind: z.literal("call"),
    title,
    ttlMinutes: z.number().int().min(0).max(1_000_000).exactOptional(),
  }),
  z.object({ kind: z.literal("ask-contact"), title }),
  z.object({ kind: z.literal("other"), title, what: z.string().max(100) }),
]);

const bodyText = z.string().max(10_000);
const examples = z.record(z.string().max(100), z.string().max(2000));

/** What a template says. The shape is the core's TemplateParts; the server's types hold them together. */
export const templatePartsJson = z.object({
  header: templateHeaderJson.nullable(),
  body: bodyText,
  bodyExamples: examples.exactOptional(),
  footer: z.string().max(2000).nullable(),
  buttons: z.array(templateButtonJson).max(20).readonly(),
  offer: z.object({ text: z.string().max(200), ends: z.boolean() }).exactOptional(),
  cards: z
    .array(
      z.object({
        header: templateHeaderJson,
        body: bodyText.nullable(),
        bodyExamples: examples.exactOptional(),
        buttons: z.array(templateButtonJson).max(20).readonly(),
      }),
    )
    .max(20)
    .readonly()
    .exactOptional(),
  code: z
    .object({ advises: z.boolean(), expiresMinutes: z.number().int().nullable() })
    .exactOptional(),
  asksToCall: z.boolean().exactOptional(),
});
export type TemplatePartsJson = z.infer<typeof templatePartsJson>;

export const templateCategoryJson = z.enum(["marketing", "utility", "authentication"]);
export type TemplateCategoryJson = z.infer<typeof templateCategoryJson>;

export const templateJson = templatePartsJson.extend({
  id: z.string(),
  channelId: z.string(),
  name: z.string(),
  language: z.string(),
  category: templateCategoryJson,
  status: z.enum([
    "approved",
    "pending",
    "in-appeal",
    "rejected",
    "paused",
    "disabled",
    "limit-exceeded",
    "archived",
    "pending-deletion",
    "other",
  ]),
  rejectedReason: z.string().nullable(),
  quality: z.enum(["green", "yellow", "red", "unknown"]),
  parameterFormat: z.enum(["named", "positional"]).exactOptional(),
  ttlSeconds: z.number().exactOptional(),
  /** What Meta has said that it will count it as. */
  nextCategory: templateCategoryJson.exactOptional(),
  previousCategory: templateCategoryJson.exactOptional(),
});
export type TemplateJson = z.infer<typeof templateJson>;
