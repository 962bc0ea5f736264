import { z } from "zod";

/** A file that a message carries; its bytes and facts are in the message's `files`. */
export const attachmentJson = z.object({
  fileId: z.string(),
  name: z.string().max(240).exactOptional(),
  caption: z.string().max(1024).exactOptional(),
});

export const placeJson = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(1000).exactOptional(),
  address: z.string().max(1000).exactOptional(),
});

export const contactCardJson = z.object({
  name: z.string().min(1).max(500),
  organization: z.string().max(500).exactOptional(),
  phones: z
    .array(z.object({ number: z.string().max(60), label: z.string().max(60).exactOptional() }))
    .max(20),
  emails: z
    .array(z.object({ address: z.string().max(320), label: z.string().max(60).exactOptional() }))
    .max(20),
});

export const headerJson = z.union([
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.enum(["image", "video", "document"]), file: attachmentJson }),
  z.object({ kind: z.literal("location"), place: placeJson }),
]);

export const buttonJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reply"), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("url"), title: z.string(), url: z.string() }),
  z.object({ kind: z.literal("phone"), title: z.string(), phone: z.string() }),
  z.object({ kind: z.literal("copy-code"), title: z.string(), code: z.string() }),
  z.object({ kind: z.literal("other"), title: z.string(), what: z.string().exactOptional() }),
]);

export const listSectionJson = z.object({
  title: z.string().exactOptional(),
  rows: z.array(
    z.object({ id: z.string(), title: z.string(), description: z.string().exactOptional() }),
  ),
});

const valueTexts = z.record(z.string(), z.string());

export const productChoiceJson = z.object({
  catalogId: z.string().max(100),
  productId: z.string().max(100),
});

export const productSectionsJson = z.object({
  thumbnailId: z.string().max(100),
  sections: z
    .array(
      z.object({
        title: z.string().max(24),
        productIds: z.array(z.string().max(100)).max(30),
      }),
    )
    .max(10),
});

const cardValuesJson = z.object({
  headerFile: attachmentJson.exactOptional(),
  headerProduct: productChoiceJson.exactOptional(),
  body: valueTexts.exactOptional(),
  buttons: valueTexts.exactOptional(),
  replies: valueTexts.exactOptional(),
});

export const templateValuesJson = cardValuesJson.extend({
  header: valueTexts.exactOptional(),
  headerPlace: placeJson.exactOptional(),
  products: z.record(z.string(), productSectionsJson).exactOptional(),
  offerEndsAt: z.string().exactOptional(),
  cards: z.array(cardValuesJson).exactOptional(),
});

/** What a message says. The shape is the core's MessageContent; the server's types hold them together. */
export const messageContentJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("image"), file: attachmentJson }),
  z.object({ kind: z.literal("video"), file: attachmentJson }),
  z.object({ kind: z.literal("audio"), file: attachmentJson }),
  z.object({ kind: z.literal("voice"), file: attachmentJson }),
  z.object({ kind: z.literal("document"), file: attachmentJson }),
  z.object({
    kind: z.literal("sticker"),
    file: attachmentJson,
    animated: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal("location"), place: placeJson }),
  z.object({ kind: z.literal("contacts"), cards: z.array(contactCardJson) }),
  z.object({
    kind: z.literal("buttons"),
    header: headerJson.exactOptional(),
    text: z.string(),
    footer: z.string().exactOptional(),
    buttons: z.array(buttonJson),
  }),
  z.object({
    kind: z.literal("list"),
    header: headerJson.exactOptional(),
    text: z.string(),
    footer: z.string().exactOptional(),
    buttonTitle: z.string(),
    sections: z.array(listSectionJson),
  }),
  z.object({ kind: z.literal("location-request"), text: z.string() }),
  z.object({
    kind: z.literal("template"),
    name: z.string(),
    language: z.string(),
    header: headerJson.exactOptional(),
    text: z.string(),
    footer: z.string().exactOptional(),
    buttons: z.array(buttonJson),
    offer: z.object({ text: z.string(), endsAt: z.string().exactOptional() }).exactOptional(),
    cards: z
      .array(
        z.object({
          header: headerJson.exactOptional(),
          text: z.string().exactOptional(),
          buttons: z.array(buttonJson),
        }),
      )
      .exactOptional(),
    values: templateValuesJson,
  }),
  z.object({
    kind: z.literal("choice"),
    from: z.enum(["button", "template-button", "list"]),
    id: z.string(),
    title: z.string(),
    description: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal("rating"),
    score: z.number(),
    of: z.number(),
    title: z.string(),
  }),
  z.object({
    kind: z.literal("form"),
    name: z.string(),
    answers: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal("order"),
    text: z.string().exactOptional(),
    items: z.array(
      z.object({
        productId: z.string(),
        count: z.number(),
        priceMinor: z.number(),
        currency: z.string(),
      }),
    ),
  }),
  z.object({ kind: z.literal("notice"), text: z.string() }),
  z.object({ kind: z.literal("note"), text: z.string(), mentions: z.array(z.string()) }),
  z.object({
    kind: z.literal("omitted"),
    what: z.string(),
    name: z.string().exactOptional(),
    caption: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal("unsupported"),
    what: z.string(),
    detail: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal("unknown"), what: z.string(), raw: z.unknown() }),
]);
export type MessageContentJson = z.infer<typeof messageContentJson>;
