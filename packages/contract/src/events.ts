import { z } from "zod";
import { chatImportJson } from "./json/chat-import.ts";
import { activityJson } from "./json/activity.ts";
import { contactJson, conversationJson } from "./json/conversation.ts";
import { messageJson } from "./json/message.ts";
import { channelJson, memberJson } from "./json/workspace.ts";

/** The lists that are fetched whole and again when something of them has changed. */
export const COLLECTIONS = [
  "members",
  "roles",
  "teams",
  "labels",
  "hours",
  "distribution",
  "contact-fields",
  "quick-replies",
  "macros",
  "views",
  "segments",
  "audience-lists",
  "rules",
  "scheduled-messages",
  "mentions",
  "satisfaction",
  "consent",
  "settings",
  "sla",
  "sla-alerts",
  "health",
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/**
 * What happened in the workspace, in the order of `seq`, which has no holes.
 *
 * An event carries the thing as it is when it is told, not as it was when it
 * happened; applying it replaces what was there. So a client that applies all
 * of them ends where a fresh fetch would, however many it takes at once.
 */
export const eventJson = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message-added"),
    seq: z.number(),
    message: messageJson,
    conversation: conversationJson,
  }),
  z.object({
    kind: z.literal("message-changed"),
    seq: z.number(),
    message: messageJson,
    conversation: conversationJson,
  }),
  z.object({
    kind: z.literal("conversation-changed"),
    seq: z.number(),
    conversation: conversationJson,
  }),
  /** The conversation was merged into another one or is gone. */
  z.object({
    kind: z.literal("conversation-removed"),
    seq: z.number(),
    conversationId: z.string(),
  }),
  /** Something was done with the conversation that its thread tells of. */
  z.object({
    kind: z.literal("activity-added"),
    seq: z.number(),
    conversationId: z.string(),
    activity: activityJson,
  }),
  z.object({ kind: z.literal("contact-changed"), seq: z.number(), contact: contactJson }),
  /** The contact was made one with another, or erased. */
  z.object({ kind: z.literal("contact-removed"), seq: z.number(), contactId: z.string() }),
  z.object({ kind: z.literal("channel-changed"), seq: z.number(), channel: channelJson }),
  z.object({ kind: z.literal("channel-removed"), seq: z.number(), channelId: z.string() }),
  z.object({ kind: z.literal("templates-changed"), seq: z.number(), channelId: z.string() }),
  z.object({ kind: z.literal("member-changed"), seq: z.number(), member: memberJson }),
  /** Something of a list that is small enough to be asked for whole: a label, a team, a quick reply. */
  z.object({
    kind: z.literal("collection-changed"),
    seq: z.number(),
    collection: z.enum(COLLECTIONS),
  }),
  z.object({ kind: z.literal("import-changed"), seq: z.number(), import: chatImportJson }),
  /** A campaign was moved, or its figures are others by now: told at most once a second. */
  z.object({ kind: z.literal("campaign-changed"), seq: z.number(), campaignId: z.string() }),
  /** Many messages were added at once (an import): what is shown of this conversation is to be fetched again. */
  z.object({
    kind: z.literal("conversation-refilled"),
    seq: z.number(),
    conversation: conversationJson,
  }),
  /** Nothing is left to be told of it: a later event carries the same thing, or what it named is gone. It only moves seq on. */
  z.object({ kind: z.literal("passed"), seq: z.number() }),
]);
export type EventJson = z.infer<typeof eventJson>;

/** Who is here and what they do. Not in the event log: it is told, and forgotten. */
export const presenceJson = z.object({
  memberId: z.string(),
  name: z.string(),
  viewing: z.string().nullable(),
  typing: z.string().nullable(),
});
export type PresenceJson = z.infer<typeof presenceJson>;

/** What the browser says over the socket. */
export const clientMessage = z.discriminatedUnion("type", [
  /** First of all: where this client is. `since` null means that it holds nothing. */
  z.object({ type: z.literal("hello"), since: z.number().nullable() }),
  z.object({ type: z.literal("viewing"), conversationId: z.string().nullable() }),
  z.object({ type: z.literal("typing"), conversationId: z.string().nullable() }),
  z.object({ type: z.literal("ping") }),
]);
export type ClientMessage = z.infer<typeof clientMessage>;

/** What the server says over the socket. */
export const serverMessage = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("welcome"),
    seq: z.number(),
    now: z.iso.datetime(),
    version: z.string(),
    presence: z.array(presenceJson),
  }),
  z.object({ type: z.literal("events"), events: z.array(eventJson) }),
  /** What was asked for is gone: start from a snapshot. */
  z.object({ type: z.literal("resync") }),
  z.object({ type: z.literal("presence"), presence: z.array(presenceJson) }),
  /** The business's clock has been moved. */
  z.object({ type: z.literal("clock"), now: z.iso.datetime() }),
  z.object({ type: z.literal("pong") }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
