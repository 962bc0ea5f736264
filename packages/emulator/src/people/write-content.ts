import { z } from "zod";

const media = (kind: "image" | "video" | "audio" | "document" | "sticker") =>
  z.strictObject({
    kind: z.literal(kind),
    mediaId: z.string(),
    caption: z.string().max(1024).exactOptional(),
    filename: z.string().max(240).exactOptional(),
    voice: z.boolean().exactOptional(),
  });

const contact = z.strictObject({
  name: z.string().min(1),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  organization: z.string().nullable().default(null),
});

const unsupportedKinds = [
  "poll_creation",
  "gif",
  "group_invite",
  "keep_in_chat",
  "media_placeholder",
  "pin",
  "product",
  "link_preview",
  "errors",
  "poll_update",
] as const;

const product = z.strictObject({ catalogId: z.string().min(1), productId: z.string().min(1) });

const orderedItem = z.strictObject({
  productId: z.string().min(1),
  quantity: z.number().int().positive(),
  price: z.number().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, "three capital letters"),
});

/** What a person can write, as the control API and scripts take it. */
export const writeContent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    body: z.string().min(1).max(65_536),
    product: product.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("order"),
    catalogId: z.string().min(1),
    text: z.string().exactOptional(),
    items: z.array(orderedItem).min(1),
  }),
  z.strictObject({
    kind: z.literal("form"),
    of: z.enum(["flow", "address"]),
    body: z.string().min(1).exactOptional(),
    values: z.record(z.string(), z.unknown()),
  }),
  media("image"),
  media("video"),
  media("audio"),
  media("document"),
  media("sticker"),
  z.strictObject({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("contacts"), contacts: z.array(contact).min(1) }),
  z.strictObject({ kind: z.literal("unsupported"), type: z.enum(unsupportedKinds) }),
]);
