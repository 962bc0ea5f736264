import { z } from "zod";
import { chatImportJson, importChoicesJson } from "./json/chat-import.ts";
import {
  checkJson,
  connectRequestJson,
  parkedJson,
  receiptDayJson,
  unknownSendJson,
} from "./json/connection.ts";
import { contactJson, conversationJson } from "./json/conversation.ts";
import { draftJson, fileJson, messageJson } from "./json/message.ts";
import { searchAnswerJson } from "./json/search.ts";
import {
  channelJson,
  meJson,
  memberJson,
  preferencesJson,
  templateJson,
} from "./json/workspace.ts";

/** One route of the API. What the server parses, what the client sends and what OpenAPI says come from here. */
export type Route = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A multipart upload with one file in the field `file`, instead of a JSON body. */
  readonly upload?: true;
  /** Whoever calls it need not be signed in. */
  readonly open?: true;
  readonly answer: z.ZodType;
};

const id = z.uuid();
const byId = z.object({ id });
const done = z.object({ done: z.literal(true) });
const limit = z.coerce.number().int().min(1).max(100).exactOptional();

/** A page of a list: `next` goes back as `cursor`, null at the end. `seq` is the event it is as new as. */
function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ seq: z.number(), items: z.array(item), next: z.string().nullable() });
}

const LISTS_AND_MESSAGES = {
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
    answer: pageOf(messageJson).extend({ newer: z.string().nullable() }),
  },
  sendMessage: {
    method: "POST",
    path: "/api/v1/conversations/:id/messages",
    summary: "Queue a message. The same clientId never makes a second one",
    params: byId,
    body: z.object({ clientId: id, draft: draftJson, replyTo: id.exactOptional() }),
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

const PEOPLE_AND_FILES = {
  listContacts: {
    method: "GET",
    path: "/api/v1/contacts",
    summary: "Contacts by name",
    query: z.object({
      q: z.string().max(200).exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: pageOf(contactJson),
  },
  getContact: {
    method: "GET",
    path: "/api/v1/contacts/:id",
    summary: "One contact",
    params: byId,
    answer: contactJson,
  },
  updateContact: {
    method: "PATCH",
    path: "/api/v1/contacts/:id",
    summary: "Name a contact, set or remove (null) fields",
    params: byId,
    body: z.object({
      name: z.string().max(200).nullable().exactOptional(),
      fields: z.record(z.string().min(1).max(60), z.string().max(2000).nullable()).exactOptional(),
    }),
    answer: contactJson,
  },
  uploadFile: {
    method: "POST",
    path: "/api/v1/files",
    summary: "Store a file, to be sent with a message afterwards",
    upload: true,
    answer: fileJson,
  },
} as const satisfies Record<string, Route>;

const CHANNELS = {
  listChannels: {
    method: "GET",
    path: "/api/v1/channels",
    summary: "Connected numbers",
    answer: z.object({ items: z.array(channelJson) }),
  },
  probeNumbers: {
    method: "POST",
    path: "/api/v1/channels/probe",
    summary: "Which numbers a token and an account give access to, before connecting one",
    body: connectRequestJson.pick({
      accessToken: true,
      wabaId: true,
      baseUrl: true,
      apiVersion: true,
    }),
    answer: z.object({
      numbers: z.array(
        z.object({
          phoneNumberId: z.string(),
          displayPhone: z.string(),
          verifiedName: z.string(),
          connectedHere: z.boolean(),
        }),
      ),
    }),
  },
  connectChannel: {
    method: "POST",
    path: "/api/v1/channels",
    summary: "Connect a number: check the values, store the secrets sealed, subscribe the webhook",
    body: connectRequestJson,
    answer: channelJson,
  },
  updateChannel: {
    method: "PATCH",
    path: "/api/v1/channels/:id",
    summary: "Rename, pause, resume, or give new secrets",
    params: byId,
    body: z.object({
      name: z.string().min(1).max(100).exactOptional(),
      status: z.enum(["connected", "paused"]).exactOptional(),
      accessToken: z.string().min(1).exactOptional(),
      appSecret: z.string().min(1).exactOptional(),
    }),
    answer: channelJson,
  },
  removeChannel: {
    method: "DELETE",
    path: "/api/v1/channels/:id",
    summary: "Disconnect a number; its conversations stay readable",
    params: byId,
    answer: done,
  },
  examineChannel: {
    method: "POST",
    path: "/api/v1/channels/:id/doctor",
    summary: "Test each prerequisite of the connection live",
    params: byId,
    answer: z.object({ checks: z.array(checkJson) }),
  },
  repairChannel: {
    method: "POST",
    path: "/api/v1/channels/:id/repair",
    summary: "Let Galka mend what the doctor found",
    params: byId,
    body: z.object({
      repair: z.enum(["subscribe", "register", "set-callback"]),
      pin: z
        .string()
        .regex(/^\d{6}$/)
        .exactOptional(),
    }),
    answer: z.object({ checks: z.array(checkJson) }),
  },
  listTemplates: {
    method: "GET",
    path: "/api/v1/channels/:id/templates",
    summary: "Templates of the number's account",
    params: byId,
    answer: z.object({ items: z.array(templateJson), syncedAt: z.iso.datetime().nullable() }),
  },
  syncTemplates: {
    method: "POST",
    path: "/api/v1/channels/:id/templates/sync",
    summary: "Read the templates from Meta again",
    params: byId,
    answer: z.object({ items: z.array(templateJson), syncedAt: z.iso.datetime().nullable() }),
  },
  listReceipts: {
    method: "GET",
    path: "/api/v1/channels/:id/receipts",
    summary: "Per day: webhooks accepted, applied, parked",
    params: byId,
    query: z.object({ days: z.coerce.number().int().min(1).max(90).exactOptional() }),
    answer: z.object({ days: z.array(receiptDayJson) }),
  },
  listParked: {
    method: "GET",
    path: "/api/v1/parked",
    summary: "Members of webhooks that could not be applied",
    answer: z.object({ items: z.array(parkedJson) }),
  },
  retryParked: {
    method: "POST",
    path: "/api/v1/parked/:id/retry",
    summary: "Try to apply a parked member again",
    params: byId,
    answer: z.object({ applied: z.boolean() }),
  },
  listUnknownSends: {
    method: "GET",
    path: "/api/v1/sends/unknown",
    summary: "Messages of which nobody knows yet whether Meta took them",
    answer: z.object({ items: z.array(unknownSendJson) }),
  },
} as const satisfies Record<string, Route>;

const IMPORTS = {
  uploadChatExport: {
    method: "POST",
    path: "/api/v1/imports/chat",
    summary:
      "Read a chat export (text or zip) and say what was understood; nothing is imported yet",
    upload: true,
    answer: chatImportJson,
  },
  listImports: {
    method: "GET",
    path: "/api/v1/imports",
    summary: "Imports, newest first",
    answer: z.object({ items: z.array(chatImportJson) }),
  },
  getImport: {
    method: "GET",
    path: "/api/v1/imports/:id",
    summary: "One import with its report and progress",
    params: byId,
    answer: chatImportJson,
  },
  startImport: {
    method: "POST",
    path: "/api/v1/imports/:id/start",
    summary: "Import what was understood, as chosen; a repetition adds nothing twice",
    params: byId,
    body: importChoicesJson,
    answer: chatImportJson,
  },
  stopImport: {
    method: "POST",
    path: "/api/v1/imports/:id/stop",
    summary: "Stop a running import; what is in stays",
    params: byId,
    answer: chatImportJson,
  },
} as const satisfies Record<string, Route>;

const SIGN_IN = {
  signIn: {
    method: "POST",
    path: "/api/v1/sign-in",
    summary:
      "Sign in with e-mail and password; the answer sets the session's cookie. Wrong ones are not-signed-in",
    open: true,
    body: z.object({ email: z.string().min(3).max(320), password: z.string().min(1).max(256) }),
    answer: done,
  },
  signOut: {
    method: "POST",
    path: "/api/v1/sign-out",
    summary: "End this session, here and on the realtime socket",
    open: true,
    answer: done,
  },
} as const satisfies Record<string, Route>;

/** Every route of the API by the name of its operation. */
export const ROUTES = {
  ...SIGN_IN,
  ...LISTS_AND_MESSAGES,
  ...PEOPLE_AND_FILES,
  ...CHANNELS,
  ...IMPORTS,
} as const;
export type RouteName = keyof typeof ROUTES;
