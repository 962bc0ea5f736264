import type { EventJson } from "@galka/contract/events";
import type { ContactJson, ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { unreachable } from "@galka/core/kernel/unreachable";
import { ALL, reachIn, type Thread, type WorkspaceState } from "./workspace-state.ts";
import { withActivity, withMessage } from "./thread.ts";

/** As many as may come while a page is on its way; beyond it the page is asked for again. */
const RECENT_COUNT = 1000;

/**
 * The workspace after `event`.
 *
 * An event that is not newer than the state changes nothing, so a repetition
 * is harmless. Whether one is missing before it is for `applyEvents` to see.
 *
 * Must agree with what the server would answer to a fresh fetch:
 * `tests/system/agreement.test.ts` does each action both ways and compares.
 */
export function applyEvent(state: WorkspaceState, event: EventJson): WorkspaceState {
  if (event.seq <= state.seq) return state;
  const recent = [...state.recent, event].slice(-RECENT_COUNT);
  return { ...settle(state, event), seq: event.seq, recent };
}

/**
 * The workspace after those of `events` that follow without a hole.
 * `missing` is true when one was not there; the rest is to be asked for again.
 */
export function applyEvents(
  state: WorkspaceState,
  events: readonly EventJson[],
): { readonly state: WorkspaceState; readonly missing: boolean } {
  let after = state;
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    if (event.seq > after.seq + 1) return { state: after, missing: true };
    after = applyEvent(after, event);
  }
  return { state: after, missing: false };
}

/** What `event` says, put where it belongs, whatever its place in the order. Used again when a page comes late. */
export function settle(state: WorkspaceState, event: EventJson): WorkspaceState {
  switch (event.kind) {
    case "message-added":
    case "message-changed":
      return withThreadMessage(withConversation(state, event.conversation), event.message);
    case "conversation-changed":
      return withConversation(state, event.conversation);
    case "conversation-removed":
      return withoutConversation(state, event.conversationId);
    case "conversation-refilled":
      return withStaleThread(withConversation(state, event.conversation), event.conversation.id);
    case "activity-added":
      return withThread(state, event.conversationId, (it) => withActivity(it, event.activity));
    case "contact-changed":
      return withContact(state, event.contact);
    case "channel-changed":
      return { ...state, channels: withKey(state.channels, event.channel.id, event.channel) };
    case "channel-removed":
      return { ...state, channels: withoutKey(state.channels, event.channelId) };
    case "templates-changed":
      return {
        ...state,
        templatesSeq: withKey(state.templatesSeq, event.channelId, event.seq),
      };
    case "member-changed":
      return { ...state, members: withKey(state.members, event.member.id, event.member) };
    case "import-changed":
      return { ...state, imports: withKey(state.imports, event.import.id, event.import) };
    case "passed":
    // What a contact's conversations become is told by itself.
    case "contact-removed":
    // Small lists and campaigns are queries, fetched again by features/shell/use-fresh-queries.
    case "collection-changed":
      return state;
    case "campaign-changed":
      return withStaleClosedThreads(state);
    default:
      return unreachable(event);
  }
}

function withConversation(state: WorkspaceState, conversation: ConversationJson): WorkspaceState {
  const before = state.conversations.get(conversation.id);
  const change = unreadOf(conversation) - (before ? unreadOf(before) : 0);
  const wasClosed = before?.status === "closed" && conversation.status !== "closed";
  return {
    ...(wasClosed ? withStaleThread(state, conversation.id) : state),
    conversations: withKey(state.conversations, conversation.id, conversation),
    unreadConversations: state.unreadConversations + change,
    unreadIsExact: state.unreadIsExact && (before !== undefined || allAreHeld(state)),
  };
}

function withoutConversation(state: WorkspaceState, id: string): WorkspaceState {
  const before = state.conversations.get(id);
  return {
    ...state,
    conversations: withoutKey(state.conversations, id),
    threads: withoutKey(state.threads, id),
    unreadConversations: state.unreadConversations - (before ? unreadOf(before) : 0),
    unreadIsExact: state.unreadIsExact && (before !== undefined || allAreHeld(state)),
  };
}

function unreadOf(conversation: ConversationJson): 0 | 1 {
  return conversation.unreadCount > 0 ? 1 : 0;
}

function allAreHeld(state: WorkspaceState): boolean {
  return reachIn(state, ALL)?.next === null;
}

function withThreadMessage(state: WorkspaceState, message: MessageJson): WorkspaceState {
  return withThread(state, message.conversationId, (thread) => withMessage(thread, message));
}

/** What a campaign writes into closed conversations is told to nobody: their threads are fetched again. */
function withStaleClosedThreads(state: WorkspaceState): WorkspaceState {
  const closed = [...state.threads.keys()].filter(
    (id) => state.conversations.get(id)?.status === "closed",
  );
  return closed.reduce(withStaleThread, state);
}

function withStaleThread(state: WorkspaceState, id: string): WorkspaceState {
  return withThread(state, id, (thread) => ({ ...thread, stale: true }));
}

function withThread(
  state: WorkspaceState,
  id: string,
  change: (thread: Thread) => Thread,
): WorkspaceState {
  const thread = state.threads.get(id);
  return thread ? { ...state, threads: withKey(state.threads, id, change(thread)) } : state;
}

function withContact(state: WorkspaceState, contact: ContactJson): WorkspaceState {
  const conversations = new Map(state.conversations);
  for (const [id, conversation] of conversations) {
    if (conversation.contact.id === contact.id) {
      conversations.set(id, { ...conversation, contact });
    }
  }
  return { ...state, conversations };
}

function withKey<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function withoutKey<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
