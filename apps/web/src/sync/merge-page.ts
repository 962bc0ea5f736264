import type { ActivityJson } from "@galka/contract/json/activity";
import type { ChatImportJson } from "@galka/contract/json/chat-import";
import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { settle } from "./apply-event.ts";
import { type List, reachOf, type WorkspaceState } from "./workspace-state.ts";
import { joinActivity, joinMessages } from "./thread.ts";

/**
 * The state with something fetched put into it.
 *
 * What was fetched is as new as `seq`. Events that came in meanwhile are told
 * once more on top of it, so a slow answer never takes the screen back. Null
 * when those events are no longer held: fetch again.
 */
function merge(
  state: WorkspaceState,
  seq: number,
  put: (state: WorkspaceState) => WorkspaceState,
): WorkspaceState | null {
  const oldest = state.recent[0];
  const reaches = seq >= state.seq || (oldest !== undefined && oldest.seq <= seq + 1);
  if (!reaches) return null;
  // The count is kept by the events themselves and must not hear them twice. A page
  // from ahead of the state hides from the coming events what was unread before them.
  const { unreadConversations } = state;
  const unreadIsExact = state.unreadIsExact && seq <= state.seq;
  const later = state.recent.filter((event) => event.seq > seq);
  return { ...later.reduce(settle, put(state)), unreadConversations, unreadIsExact };
}

type ConversationPage = {
  readonly seq: number;
  readonly items: readonly ConversationJson[];
  readonly next: string | null;
};

/** One more page of a list. */
export function mergeConversations(
  state: WorkspaceState,
  list: List,
  page: ConversationPage,
): WorkspaceState | null {
  return merge(state, page.seq, (before) => ({
    ...withConversations(before, page.items),
    lists: { ...before.lists, [list.key]: reachOf(page.items, page.next) },
  }));
}

/** One conversation that was asked for by itself. */
export function mergeConversation(
  state: WorkspaceState,
  seq: number,
  conversation: ConversationJson,
): WorkspaceState | null {
  return merge(state, seq, (before) => withConversations(before, [conversation]));
}

function withConversations(
  state: WorkspaceState,
  items: readonly ConversationJson[],
): WorkspaceState {
  const conversations = new Map(state.conversations);
  for (const item of items) conversations.set(item.id, item);
  return { ...state, conversations };
}

export type MessagePage = {
  readonly seq: number;
  /** Newest first, as the API answers. */
  readonly items: readonly MessageJson[];
  readonly next: string | null;
  readonly newer: string | null;
  /** Oldest first, of the time of these messages. */
  readonly activity: readonly ActivityJson[];
};

/** How a page of messages joins what is held: in place of it, or at one of its ends. */
export type PagePlace = "instead" | "older" | "newer";

/** A page of a conversation's messages. */
export function mergeMessages(
  state: WorkspaceState,
  conversationId: string,
  page: MessagePage,
  place: PagePlace,
): WorkspaceState | null {
  return merge(state, page.seq, (before) => {
    const held = before.threads.get(conversationId);
    const joined = place === "instead" ? undefined : held;
    const thread = {
      messages: joinMessages(joined?.messages ?? [], page.items),
      activity: joinActivity(joined?.activity ?? [], page.activity),
      older: joined && place === "newer" ? joined.older : page.next,
      newer: joined && place === "older" ? joined.newer : page.newer,
      stale: false,
    };
    return { ...before, threads: new Map(before.threads).set(conversationId, thread) };
  });
}

/** Imports as a fetch that carries no `seq` told them: an event that came before keeps its word. */
export function mergeImports(
  state: WorkspaceState,
  items: readonly ChatImportJson[],
): WorkspaceState {
  const imports = new Map(state.imports);
  for (const item of items) if (!imports.has(item.id)) imports.set(item.id, item);
  return { ...state, imports };
}

/** The exact number of unread conversations as of `seq`; ignored when the state is at another event. */
export function mergeUnread(state: WorkspaceState, seq: number, count: number): WorkspaceState {
  if (seq !== state.seq) return state;
  return { ...state, unreadConversations: count, unreadIsExact: true };
}
