import { z } from "zod";
import {
  contactCardJson,
  messageContentJson,
  placeJson,
  productChoiceJson,
  productSectionsJson,
} from "./content.ts";

export const messageStatusJson = z.enum([
  "received",
  "queued",
  "dispatching",
  "unknown",
  "accepted",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
]);
export type MessageStatusJson = z.infer<typeof messageStatusJson>;

/** A file of a message, as far as it is known. `url` is there once the bytes are stored. */
export const fileJson = z.object({
  id: z.string(),
  state: z.enum(["wanted", "stored", "failed"]),
  mediaType: z.string().nullable(),
  name: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  durationMs: z.number().nullable(),
  /** Always served as an attachment from a path of its own. */
  url: z.string().nullable(),
  /** A re-encoded picture that is safe to show; for images and stickers only. */
  previewUrl: z.string().nullable(),
  failure: z.string().nullable(),
});
export type FileJson = z.infer<typeof fileJson>;

const inTwoLanguages = z.object({ en: z.string(), ru: z.string() });

/** Why a message failed, for people, with what the channel answered one click away. */
export const failureJson = z.object({
  code: z.number().nullable(),
  title: z.string(),
  explanation: inTwoLanguages,
  advice: inTwoLanguages,
  raw: z.unknown(),
});
export type FailureJson = z.infer<typeof failureJson>;

export const reactionJson = z.object({
  by: z.enum(["contact", "business"]),
  emoji: z.string(),
  at: z.iso.datetime(),
});

/** What an answer quotes, short enough to show beside it. */
export const quotedJson = z.object({
  /** Null when the quoted message is not known here. */
  messageId: z.string().nullable(),
  direction: z.enum(["in", "out", "note"]).nullable(),
  content: messageContentJson.nullable(),
});

export const messageJson = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** A note is the team's own: it was never sent and never will be. */
  direction: z.enum(["in", "out", "note"]),
  authorMemberId: z.string().nullable(),
  /** The rule that wrote it, by the name that it had then. */
  authorRule: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The part of Galka that wrote it by itself: the question how the contact was served, or a campaign. */
  authorSystem: z.enum(["satisfaction", "campaign", "consent"]).nullable(),
  source: z.enum(["live", "import"]),
  content: messageContentJson,
  files: z.array(fileJson),
  status: messageStatusJson,
  failure: failureJson.nullable(),
  quoted: quotedJson.nullable(),
  reactions: z.array(reactionJson),
  clientId: z.string().nullable(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  pinnedAt: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
  statusAt: z.iso.datetime(),
});
export type MessageJson = z.infer<typeof messageJson>;

const draftCardValues = z.object({
  headerFileId: z.string().exactOptional(),
  headerProduct: productChoiceJson.exactOptional(),
  body: z.record(z.string(), z.string()).exactOptional(),
  buttons: z.record(z.string(), z.string()).exactOptional(),
});

/** What a member fills a template with; files by their ids. */
export const draftValuesJson = draftCardValues.extend({
  header: z.record(z.string(), z.string()).exactOptional(),
  headerPlace: placeJson.exactOptional(),
  products: z.record(z.string(), productSectionsJson).exactOptional(),
  offerEndsAt: z.iso.datetime().exactOptional(),
  cards: z.array(draftCardValues).max(10).exactOptional(),
});
export type DraftValuesJson = z.infer<typeof draftValuesJson>;

/** What a member asks to send. Files are uploaded before, by POST /api/v1/files. */
export const draftJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.enum(["image", "video", "audio", "voice", "document", "sticker"]),
    fileId: z.string(),
    caption: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal("buttons"),
    text: z.string(),
    footer: z.string().exactOptional(),
    buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  z.object({
    kind: z.literal("list"),
    text: z.string(),
    footer: z.string().exactOptional(),
    buttonTitle: z.string(),
    sections: z.array(
      z.object({
        title: z.string().exactOptional(),
        rows: z.array(
          z.object({ id: z.string(), title: z.string(), description: z.string().exactOptional() }),
        ),
      }),
    ),
  }),
  z.object({ kind: z.literal("contacts"), cards: z.array(contactCardJson) }),
  /** A message with one button that opens a page. */
  z.object({
    kind: z.literal("link"),
    text: z.string(),
    footer: z.string().exactOptional(),
    title: z.string(),
    url: z.string(),
  }),
  z.object({
    kind: z.literal("template"),
    templateId: z.string(),
    values: draftValuesJson,
  }),
]);
export type DraftJson = z.infer<typeof draftJson>;
