import type { TemplateJson } from "@galka/contract/json/templates/template";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { ContactJson, ConversationJson } from "@galka/contract/json/conversation";
import type { FileJson, MessageJson } from "@galka/contract/json/message";
import {
  type ChannelJson,
  type MeJson,
  type MemberJson,
  permissionJson,
} from "@galka/contract/json/workspace";
import { startFrom, type WorkspaceState } from "../sync/workspace-state.ts";

export const NOON = "2026-11-22T12:00:00.000Z";

/** A moment so many minutes before noon. */
export function minutesBefore(minutes: number): string {
  return new Date(Date.parse(NOON) - minutes * 60_000).toISOString();
}

export function member(some: Partial<MemberJson> = {}): MemberJson {
  return {
    id: "member-ana",
    name: "Ana Lima",
    email: "ana@example.com",
    role: "owner",
    roleId: null,
    active: true,
    ...some,
  };
}

export function contact(some: Partial<ContactJson> = {}): ContactJson {
  return {
    id: "contact-anna",
    name: "Anna Petrova",
    profileName: "anna 🌿",
    identities: [{ id: "identity-1", kind: "phone", value: "4915123456789" }],
    fields: {},
    responsibleId: null,
    language: null,
    createdAt: minutesBefore(100_000),
    ...some,
  };
}

export function channel(some: Partial<ChannelJson> = {}): ChannelJson {
  return {
    id: "channel-1",
    kind: "whatsapp",
    name: "Flowers Online",
    status: "connected",
    statusReason: null,
    displayPhone: "+1 555-010-0001",
    verifiedName: "Flowers Online",
    phoneNumberId: "100001",
    wabaId: "200001",
    appId: "300001",
    baseUrl: "https://graph.facebook.com",
    apiVersion: "v23.0",
    webhookUrl: "https://galka.example.com/webhooks/meta/channel-1",
    quality: "green",
    throughputPerSecond: 80,
    lastHeardAt: minutesBefore(2),
    createdAt: minutesBefore(50_000),
    ...some,
  };
}

export function message(some: Partial<MessageJson> = {}): MessageJson {
  const direction = some.direction ?? "in";
  return {
    id: "message-1",
    conversationId: "conversation-1",
    direction,
    authorRule: null,
    authorSystem: null,
    authorMemberId: direction === "out" ? "member-ana" : null,
    source: "live",
    content: { kind: "text", text: "Where is my order?" },
    files: [],
    status: direction === "out" ? "read" : "received",
    failure: null,
    quoted: null,
    reactions: [],
    clientId: null,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    at: minutesBefore(10),
    statusAt: minutesBefore(9),
    ...some,
  };
}

export function text(words: string): MessageContentJson {
  return { kind: "text", text: words };
}

export function conversation(some: Partial<ConversationJson> = {}): ConversationJson {
  return {
    id: "conversation-1",
    channelId: "channel-1",
    contact: contact(),
    status: "open",
    priority: "normal",
    assigneeId: null,
    teamId: null,
    labelIds: [],
    snoozedUntil: null,
    waitingSince: null,
    lastInboundAt: minutesBefore(10),
    lastMessageAt: minutesBefore(10),
    lastMessage: {
      id: "message-1",
      direction: "in",
      content: text("Where is my order?"),
      status: "received",
      at: minutesBefore(10),
    },
    unreadCount: 0,
    blockedAt: null,
    sla: { running: null, brokenAt: null, keptAt: null },
    answeredCampaignIds: [],
    rating: null,
    ...some,
  };
}

export function file(some: Partial<FileJson> = {}): FileJson {
  return {
    id: "file-1",
    state: "stored",
    mediaType: "image/jpeg",
    name: "roses.jpg",
    sizeBytes: 245_000,
    width: 1200,
    height: 900,
    durationMs: null,
    url: "/files/file-1",
    previewUrl: "/files/file-1/preview",
    failure: null,
    ...some,
  };
}

export function template(some: Partial<TemplateJson> = {}): TemplateJson {
  return {
    id: "template-1",
    channelId: "channel-1",
    name: "order_ready",
    language: "en",
    category: "utility",
    status: "approved",
    rejectedReason: null,
    quality: "green",
    header: null,
    body: "Hello {{1}}, your order {{2}} is ready.",
    footer: null,
    buttons: [],
    ...some,
  };
}

export function me(some: Partial<MeJson> = {}): MeJson {
  return {
    member: member(),
    permissions: [...permissionJson.options],
    preferences: { locale: "en", theme: "light" },
    workspace: { id: "workspace-1", name: "Flowers Online", isDemo: false },
    now: NOON,
    version: "0.1.0",
    phonesUrl: null,
    ...some,
  };
}

/** A workspace with one conversation and its thread. */
export function workspace(some: Partial<WorkspaceState> = {}): WorkspaceState {
  const started = startFrom({
    seq: 10,
    members: [member()],
    channels: [channel()],
    conversations: [conversation()],
    nextConversations: null,
    unreadConversations: 0,
  });
  const threads = new Map([
    [
      "conversation-1",
      { messages: [message()], activity: [], older: null, newer: null, stale: false },
    ],
  ]);
  return { ...started, threads, ...some };
}
