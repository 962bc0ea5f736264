import { z } from "zod";
import { messageContentJson } from "./content.ts";
import { messageStatusJson } from "./message.ts";

export const identityJson = z.object({
  id: z.string(),
  kind: z.enum(["phone", "bsuid", "username"]),
  value: z.string(),
});

export const contactJson = z.object({
  id: z.string(),
  /** What the team calls them; null while nobody named them. */
  name: z.string().nullable(),
  /** What they call themselves on WhatsApp. */
  profileName: z.string().nullable(),
  identities: z.array(identityJson),
  fields: z.record(z.string(), z.string()),
  /** The member who looks after them; null while nobody does. */
  responsibleId: z.string().nullable(),
  /** The language they are written to in, as somebody said (ISO 639); null while nobody has, then it is their country's. */
  language: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type ContactJson = z.infer<typeof contactJson>;

export const lastMessageJson = z.object({
  id: z.string(),
  direction: z.enum(["in", "out"]),
  content: messageContentJson,
  status: messageStatusJson,
  at: z.iso.datetime(),
});

export const slaTargetJson = z.enum(["first-answer", "next-answer", "resolution"]);

/** How a conversation stands to what the team set itself as targets. */
export const slaJson = z.object({
  /** The clock that is due first; null when none runs, or all of them stand still. */
  running: z
    .object({ target: slaTargetJson, dueAt: z.iso.datetime(), warnAt: z.iso.datetime() })
    .nullable(),
  /** When a target of the last case was first broken; null when none was. */
  brokenAt: z.iso.datetime().nullable(),
  /** When a target of the last case was last kept; null when none was. */
  keptAt: z.iso.datetime().nullable(),
});
export type SlaJson = z.infer<typeof slaJson>;

/** One line of the inbox: all that the list shows, so that the list needs nothing else. */
export const conversationJson = z.object({
  id: z.string(),
  channelId: z.string(),
  contact: contactJson,
  /** The state of the work: core/conversations/work. */
  status: z.enum(["open", "pending", "snoozed", "closed"]),
  priority: z.enum(["urgent", "high", "normal", "low"]),
  assigneeId: z.string().nullable(),
  teamId: z.string().nullable(),
  labelIds: z.array(z.string()),
  /** The campaigns that the contact has answered here. */
  answeredCampaignIds: z.array(z.string()),
  /** When a snoozed one comes back; null while snoozed means with the contact's next message. */
  snoozedUntil: z.iso.datetime().nullable(),
  /** Since when the contact waits for a person's answer; null when nobody waits. */
  waitingSince: z.iso.datetime().nullable(),
  /** The service window follows from it: core/conversations/window. */
  lastInboundAt: z.iso.datetime().nullable(),
  lastMessageAt: z.iso.datetime(),
  lastMessage: lastMessageJson.nullable(),
  unreadCount: z.number(),
  /** Since when this number does not hear the contact any more; null while it does. */
  blockedAt: z.iso.datetime().nullable(),
  sla: slaJson,
  /** The latest answer to the question how the contact was served: `score` of `of`; null when there is none. */
  rating: z.object({ score: z.number(), of: z.number(), at: z.iso.datetime() }).nullable(),
});
export type ConversationJson = z.infer<typeof conversationJson>;
