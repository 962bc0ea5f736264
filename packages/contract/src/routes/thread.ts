import { z } from "zod";
import { draftJson, messageJson } from "../json/message.ts";
import {
  LABEL_COLORS,
  LABEL_SHAPES,
  labelJson,
  mentionJson,
  scheduledMessageJson,
} from "../json/thread.ts";
import { type Route, byId, done, id, limit, pageOf } from "../route.ts";

const noteBody = z.object({ text: z.string().max(20_000), mentions: z.array(id).max(50) });
const labelBody = z.object({
  name: z.string().max(200),
  color: z.enum(LABEL_COLORS),
  shape: z.enum(LABEL_SHAPES),
});
const threadSettings = z.object({
  /** Whether contacts are shown that somebody writes to them. */
  showsTyping: z.boolean(),
});

/** What a team keeps inside its conversations: labels, notes, pins, drafts, messages for later. */
export const THREAD_ROUTES = {
  listLabels: {
    method: "GET",
    path: "/api/v1/labels",
    summary: "Every label of the workspace, by name",
    answer: z.object({ items: z.array(labelJson) }),
  },
  createLabel: {
    method: "POST",
    path: "/api/v1/labels",
    summary: "Make a label",
    body: labelBody,
    answer: labelJson,
  },
  updateLabel: {
    method: "PATCH",
    path: "/api/v1/labels/:id",
    summary: "Change a label's name, colour or shape",
    params: byId,
    body: z.object({
      name: z.string().max(200).exactOptional(),
      color: z.enum(LABEL_COLORS).exactOptional(),
      shape: z.enum(LABEL_SHAPES).exactOptional(),
    }),
    answer: labelJson,
  },
  deleteLabel: {
    method: "DELETE",
    path: "/api/v1/labels/:id",
    summary: "Take a label away, from every conversation that has it too",
    params: byId,
    answer: done,
  },
  changeLabels: {
    method: "POST",
    path: "/api/v1/conversations/:id/labels",
    summary: "Put labels on a conversation and take others off it",
    params: byId,
    body: z.object({ add: z.array(id).max(50), remove: z.array(id).max(50) }),
    answer: done,
  },
  addNote: {
    method: "POST",
    path: "/api/v1/conversations/:id/notes",
    summary:
      "Write a note for the team; it is never sent. The same clientId never makes a second one",
    params: byId,
    body: noteBody.extend({ clientId: id, replyTo: id.exactOptional() }),
    answer: z.object({ messageId: z.string() }),
  },
  changeNote: {
    method: "PATCH",
    path: "/api/v1/notes/:id",
    summary: "Write one's own note anew",
    params: byId,
    body: noteBody,
    answer: done,
  },
  deleteNote: {
    method: "DELETE",
    path: "/api/v1/notes/:id",
    summary: "Take back one's own note; with conversations.assign anybody's",
    params: byId,
    answer: done,
  },
  listMentions: {
    method: "GET",
    path: "/api/v1/mentions",
    summary: "The notes in which the signed-in member is named, the latest first",
    query: z.object({ cursor: z.string().exactOptional(), limit }),
    answer: z.object({
      items: z.array(mentionJson),
      next: z.string().nullable(),
      unreadCount: z.number(),
    }),
  },
  readMentions: {
    method: "POST",
    path: "/api/v1/mentions/read",
    summary: "Mark one's mentions as read: those in these notes, or all of them",
    body: z.object({ messageIds: z.array(id).max(1000).exactOptional() }),
    answer: done,
  },
  pinMessage: {
    method: "PUT",
    path: "/api/v1/messages/:id/pin",
    summary: "Pin a message to the top of its conversation for the team, or take the pin off",
    params: byId,
    body: z.object({ pinned: z.boolean() }),
    answer: done,
  },
  listPinned: {
    method: "GET",
    path: "/api/v1/conversations/:id/pinned",
    summary: "The pinned messages of a conversation, the latest pin first",
    params: byId,
    answer: z.object({ items: z.array(messageJson) }),
  },
  getDraft: {
    method: "GET",
    path: "/api/v1/conversations/:id/draft",
    summary: "What the signed-in member has written here and not sent",
    params: byId,
    answer: z.object({ text: z.string(), updatedAt: z.iso.datetime().nullable() }),
  },
  saveDraft: {
    method: "PUT",
    path: "/api/v1/conversations/:id/draft",
    summary: "Keep what the signed-in member has written here; an empty text forgets it",
    params: byId,
    body: z.object({ text: z.string().max(20_000) }),
    answer: done,
  },
  scheduleMessage: {
    method: "POST",
    path: "/api/v1/conversations/:id/scheduled",
    summary: "Send a message at a time. The same clientId never makes a second one",
    params: byId,
    body: z.object({
      clientId: id,
      draft: draftJson,
      sendAt: z.iso.datetime(),
      replyTo: id.exactOptional(),
    }),
    answer: scheduledMessageJson,
  },
  listScheduled: {
    method: "GET",
    path: "/api/v1/scheduled-messages",
    summary: "Messages that wait for their time or could not be sent at it, the next one first",
    query: z.object({ conversationId: id.exactOptional() }),
    answer: z.object({ items: z.array(scheduledMessageJson) }),
  },
  updateScheduled: {
    method: "PATCH",
    path: "/api/v1/scheduled-messages/:id",
    summary: "Change what is sent or when; one that failed waits again",
    params: byId,
    body: z.object({ draft: draftJson.exactOptional(), sendAt: z.iso.datetime().exactOptional() }),
    answer: done,
  },
  cancelScheduled: {
    method: "DELETE",
    path: "/api/v1/scheduled-messages/:id",
    summary: "Do not send it; of one that failed, put it away",
    params: byId,
    answer: done,
  },
  blockContact: {
    method: "PUT",
    path: "/api/v1/conversations/:id/block",
    summary: "Have the conversation's number hear its contact no more, or again",
    params: byId,
    body: z.object({ blocked: z.boolean() }),
    answer: done,
  },
  transferConversation: {
    method: "POST",
    path: "/api/v1/conversations/:id/transfer",
    summary:
      "Go on with the contact on another number; where its window is closed, with a template",
    params: byId,
    body: z.object({
      clientId: id,
      channelId: id,
      /** Where the contact has not written for 24 hours, a template; else it may be left out. */
      draft: draftJson.exactOptional(),
    }),
    answer: z.object({ conversationId: z.string(), messageId: z.string().nullable() }),
  },
  listContactMessages: {
    method: "GET",
    path: "/api/v1/contacts/:id/messages",
    summary: "Everything said with a contact on all numbers, newest first",
    params: byId,
    query: z.object({ cursor: z.string().exactOptional(), limit }),
    answer: pageOf(messageJson),
  },
  getThreadSettings: {
    method: "GET",
    path: "/api/v1/settings/conversations",
    summary: "How conversations are kept in this workspace",
    answer: threadSettings,
  },
  updateThreadSettings: {
    method: "PATCH",
    path: "/api/v1/settings/conversations",
    summary: "Change how conversations are kept in this workspace",
    body: z.object({ showsTyping: z.boolean().exactOptional() }),
    answer: threadSettings,
  },
} as const satisfies Record<string, Route>;
