import type { EventJson } from "@galka/contract/events";
import type { ActivityJson } from "@galka/contract/json/activity";
import type { ChatImportJson } from "@galka/contract/json/chat-import";
import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import type { ChannelJson, MemberJson } from "@galka/contract/json/workspace";
import { EVERYTHING, type Filter } from "@galka/core/filters/filter";

/** The part of a conversation's messages that this browser holds: one stretch without holes, oldest first. */
export type Thread = {
  readonly messages: readonly MessageJson[];
  /** What was done with the conversation in the time of these messages, oldest first. */
  readonly activity: readonly ActivityJson[];
  /** Where older messages continue; null at the beginning of the conversation. */
  readonly older: string | null;
  /** Where newer ones continue; null when the stretch reaches the newest. */
  readonly newer: string | null;
  /** True when so much was added at once that the stretch is to be fetched again. */
  readonly stale: boolean;
};

/** A list of conversations: the filter that makes it, and the key under which it is held. */
export type List = { readonly key: string; readonly filter: Filter };

export const ALL: List = { key: "all", filter: EVERYTHING };
export const UNREAD: List = { key: "unread", filter: { all: [{ field: "unread" }] } };

/** The list of what a filter means. Equal filters have the same key. */
export function listOf(filter: Filter): List {
  return filter.all.length === 0 ? ALL : { key: JSON.stringify(filter), filter };
}

/** How far down a list has been fetched. Below `edge` there may be conversations that are not here. */
export type ListReach = {
  readonly next: string | null;
  readonly edge: { readonly at: string; readonly id: string } | null;
};

/**
 * What this browser knows of the workspace, as new as event `seq`.
 *
 * Pure data: it is made from a snapshot and pages, moved on by `applyEvent`,
 * and compared with fresh fetches in the agreement test.
 */
export type WorkspaceState = {
  readonly seq: number;
  readonly members: ReadonlyMap<string, MemberJson>;
  readonly channels: ReadonlyMap<string, ChannelJson>;
  readonly conversations: ReadonlyMap<string, ConversationJson>;
  readonly threads: ReadonlyMap<string, Thread>;
  readonly imports: ReadonlyMap<string, ChatImportJson>;
  /** By the key of the list; one that is not here has not been fetched. */
  readonly lists: Readonly<Record<string, ListReach>>;
  readonly unreadConversations: number;
  /** False after an event about a conversation that is not held: whether it was unread before is not known then. */
  readonly unreadIsExact: boolean;
  /** The event that last changed a channel's templates. */
  readonly templatesSeq: ReadonlyMap<string, number>;
  /** The latest events, for pages that were fetched before them and arrive after them. */
  readonly recent: readonly EventJson[];
};

export type SnapshotJson = {
  readonly seq: number;
  readonly members: readonly MemberJson[];
  readonly channels: readonly ChannelJson[];
  readonly conversations: readonly ConversationJson[];
  readonly nextConversations: string | null;
  readonly unreadConversations: number;
};

/** The state of a client that has just fetched `snapshot` and nothing else. */
export function startFrom(snapshot: SnapshotJson): WorkspaceState {
  return {
    seq: snapshot.seq,
    members: byId(snapshot.members),
    channels: byId(snapshot.channels),
    conversations: byId(snapshot.conversations),
    threads: new Map(),
    imports: new Map(),
    lists: {
      all: reachOf(snapshot.conversations, snapshot.nextConversations),
    },
    unreadConversations: snapshot.unreadConversations,
    unreadIsExact: true,
    templatesSeq: new Map(),
    recent: [],
  };
}

/** How far a list has been fetched; null before its first page is here. */
export function reachIn(state: Pick<WorkspaceState, "lists">, list: List): ListReach | null {
  return (Object.hasOwn(state.lists, list.key) ? state.lists[list.key] : undefined) ?? null;
}

/** The reach of a list whose last fetched page is `page`. */
export function reachOf(page: readonly ConversationJson[], next: string | null): ListReach {
  const last = page.at(-1);
  if (next === null || !last) return { next, edge: null };
  return { next, edge: { at: last.lastMessageAt, id: last.id } };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
