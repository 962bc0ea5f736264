import { ROUTES, type RouteName } from "@galka/contract/routes";
import type { CallAnswer } from "@galka/contract/client";
import type { Api } from "../api/api.ts";
import { channel, contact, conversation, me, member, message, template } from "./builders.ts";

type Answers = {
  [R in RouteName]?: CallAnswer<R> | (() => CallAnswer<R> | Promise<CallAnswer<R>>);
};

export type FakeServer = {
  readonly api: Api;
  /** Every call, in order. */
  readonly calls: { readonly name: RouteName; readonly input: unknown }[];
};

/** A server that remembers what it was asked and answers what the test told it, else something usual. */
export function fakeServer(answers: Answers = {}): FakeServer {
  const all: Answers = { ...usualAnswers(), ...answers };
  const calls: { name: RouteName; input: unknown }[] = [];
  const api: Api = async (name, input) => {
    calls.push({ name, input });
    const answer: unknown = all[name];
    if (answer === undefined) throw new Error(`The fake server has no answer to ${name}.`);
    const value: unknown = typeof answer === "function" ? await answer() : answer;
    // What a test answers is read with the route's own schema, as the real answer was written with it.
    return ROUTES[name].answer.parse(value) as never;
  };
  return { api, calls };
}

function usualAnswers(): Answers {
  return {
    getMe: me(),
    updateMe: me(),
    getSnapshot: {
      seq: 10,
      members: [member(), member({ id: "member-luis", name: "Luis Ortega" })],
      channels: [channel()],
      conversations: [conversation()],
      nextConversations: null,
      unreadConversations: 0,
    },
    listConversations: { seq: 10, items: [conversation()], next: null },
    getConversation: { seq: 10, conversation: conversation() },
    listMessages: { seq: 10, items: [message()], next: null, newer: null, activity: [] },
    listLabels: { items: [] },
    changeLabels: { done: true },
    addNote: { messageId: "message-3" },
    listMentions: { items: [], next: null, unreadCount: 0 },
    readMentions: { done: true },
    pinMessage: { done: true },
    listPinned: { items: [] },
    getDraft: { text: "", updatedAt: null },
    saveDraft: { done: true },
    listScheduled: { items: [] },
    cancelScheduled: { done: true },
    getThreadSettings: { showsTyping: true },
    sendMessage: { messageId: "message-2" },
    reactToMessage: { done: true },
    markRead: { done: true },
    markUnread: { done: true },
    settleUnknown: { done: true },
    search: { contacts: [], messages: [] },
    listContacts: { seq: 10, items: [contact()], next: null },
    getContact: contact(),
    updateContact: contact(),
    listTemplates: { items: [template()], syncedAt: null },
    listParked: { items: [], next: null },
    listUnknownSends: { items: [] },
    listImports: { items: [] },
    listQuickReplies: { items: [] },
    listMacros: { items: [] },
    listViews: { items: [], ownTeamIds: [] },
    countViews: { upTo: 1000, items: [] },
  };
}
