import { z } from "zod";
import { draftJson } from "./message.ts";
import { REFUSALS } from "../refusals.ts";

export const LABEL_COLORS = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "violet",
  "gray",
] as const;
export const LABEL_SHAPES = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "star",
  "heart",
  "flag",
  "hexagon",
] as const;

/** A word for a kind of conversation, told by its colour and by its shape. */
export const labelJson = z.object({
  id: z.string(),
  name: z.string(),
  color: z.enum(LABEL_COLORS),
  shape: z.enum(LABEL_SHAPES),
});
export type LabelJson = z.infer<typeof labelJson>;

/** A note in which the signed-in member is named. */
export const mentionJson = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  contactName: z.string(),
  authorMemberId: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type MentionJson = z.infer<typeof mentionJson>;

/** A message that waits for its time, or that could not be sent when it had come. */
export const scheduledMessageJson = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Null for a contact who has no name. */
  contactName: z.string().nullable(),
  authorMemberId: z.string(),
  draft: draftJson,
  replyTo: z.string().nullable(),
  sendAt: z.iso.datetime(),
  state: z.enum(["waiting", "sent", "failed", "cancelled"]),
  /** Why it failed: the same codes as everywhere. */
  failedBecause: z.enum(REFUSALS).nullable(),
});
export type ScheduledMessageJson = z.infer<typeof scheduledMessageJson>;
