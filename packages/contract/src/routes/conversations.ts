import { z } from "zod";
import { activityJson } from "../json/activity.ts";
import { conversationJson } from "../json/conversation.ts";
import { draftJson, messageJson } from "../json/message.ts";
import { searchAnswerJson } from "../json/search.ts";
import { channelJson, meJson, memberJson, preferencesJson } from "../json/workspace.ts";
import { where } from "./views.ts";
import { type Route, byId, done, id, limit, pageOf } from "../route.ts";

export const CONVERSATION_ROUTES = {
  getMe: { method: "GET", path: "/api/v1/me", summary: "Who is signed in", answer: meJson },
  updateMe: {
    method: "PATCH",
    path: "/api/v1/me",
    summary: "Change one's own name and preferences",
    body: z.object({
      name: z.string().min(1).max(100).exactOptional(),
      preferences: preferencesJson.exactOptional(),
    }),
    answer: meJson,
  },
  getSnapshot: {
    method: "GET",
    path: "/api/v1/snapshot",
    summary:
      "Where a client starts: members, channels, the newest conversations and the seq they are as new as",
    answer: z.object({
      seq: z.number(),
      members: z.array(memberJson),
      channels: z.array(channelJson),
      conversations: z.array(conversationJson),
      nextConversations: z.string().nullable(),
      unreadConversations: z.number(),
    }),
  },
  listConversations: {
    method: "GET",
    path: "/api/v1/conversations",
    summary: "Conversations, newest message first",
    query: z.object({
      filter: z.enum(["all", "unread"]).exactOptional(),
      channelId: id.exactOptional(),
      contactId: id.exactOptional(),
      /** A saved view; with `where` both must hold. */
      view: id.exactOptional(),
      where,
      labelId: id.exactOptional(),
      status: z.enum(["open", "pending", "snoozed", "closed"]).exactOptional(),
      assignee: z.union([id, z.enum(["me", "none"])]).exactOptional(),
      teamId: id.exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: pageOf(conversationJson),
  },
  startConversation: {
    method: "POST",
    path: "/api/v1/conversations",
    summary: "Find or begin the conversation with a phone number, to write first",
    body: z.object({
      channelId: id,
      phone: z.string().min(3).max(40),
      name: z.string().max(200).exactOptional(),
    }),
    answer: conversationJson,
  },
  getConversation: {
    method: "GET",
    path: "/api/v1/conversations/:id",
    summary: "One conversation",
    params: byId,
    answer: z.object({ seq: z.number(), conversation: conversationJson }),
  },
  listMessages: {
    method: "GET",
    path: "/api/v1/conversations/:id/messages",
    summary: "Messages of a conversation, newest first; `around` puts one message in the middle",
    params: byId,
    query: z.object({
      cursor: z.string().exactOptional(),
      around: id.exactOptional(),
      direction: z.enum(["older", "newer"]).exactOptional(),
      limit,
    }),
    answer: pageOf(messageJson).extend({
      newer: z.string().nullable(),
      /** What was done with the conversation in the time of these messages, oldest first. */
      activity: z.array(activityJson),
    }),
  },
  sendMessage: {
    method: "POST",
    path: "/api/v1/conversations/:id/messages",
    summary: "Queue a message. The same clientId never makes a second one",
    params: byId,
    body: z.object({
      clientId: id,
      draft: draftJson,
      replyTo: id.exactOptional(),
      /** The quick reply that it was made of: its uses are counted. */
      quickReplyId: id.exactOptional(),
      /** Sends although a colleague has answered a moment ago. */
      afterAnswer: z.boolean().exactOptional(),
    }),
    answer: z.object({ messageId: z.string() }),
  },
  reactToMessage: {
    method: "PUT",
    path: "/api/v1/messages/:id/reaction",
    summary: "Put a reaction on a message, or take it back with null",
    params: byId,
    body: z.object({ emoji: z.string().min(1).max(40).nullable() }),
    answer: done,
  },
  settleUnknown: {
    method: "POST",
    path: "/api/v1/messages/:id/settle",
    summary: "Decide about a message of which nobody knows whether it was sent",
    params: byId,
    body: z.object({ decision: z.enum(["send-again", "leave"]) }),
    answer: done,
  },
  markRead: {
    method: "POST",
    path: "/api/v1/conversations/:id/read",
    summary: "Mark all messages of a conversation as read, here and on the contact's phone",
    params: byId,
    answer: done,
  },
  markUnread: {
    method: "POST",
    path: "/api/v1/conversations/:id/unread",
    summary: "Mark a conversation as unread for the team",
    params: byId,
    answer: done,
  },
  search: {
    method: "GET",
    path: "/api/v1/search",
    summary: "Contacts and message texts: English and Russian word forms, and parts of words",
    query: z.object({ q: z.string().min(1).max(200), limit }),
    answer: searchAnswerJson,
  },
} as const satisfies Record<string, Route>;
