import type { ConversationJson } from "@galka/contract/json/conversation";
import type { Asking } from "@galka/core/filters/filter";
import { matches } from "@galka/core/filters/matches";
import { type List, reachIn, type WorkspaceState } from "../../sync/workspace-state.ts";

/** Whose list it is and when it is looked at; the conversation that is open stays in it. */
export type Looking = Asking & { readonly opened: string | null };

/**
 * The conversations of a list as far down as it has been fetched, newest message first.
 *
 * The open one stays while it is being worked on although the filter no longer
 * means it, so that it does not vanish under the reader's hand.
 */
export function conversationOrder(
  state: Pick<WorkspaceState, "conversations" | "lists">,
  list: List,
  looking: Looking,
): readonly ConversationJson[] | null {
  const reach = reachIn(state, list);
  if (reach === null) return null;
  const { edge } = reach;
  const end = edge && { atMs: Date.parse(edge.at), id: edge.id };
  return [...state.conversations.values()]
    .filter((it) => it.id === looking.opened || matches(list.filter, it, looking))
    .map((it) => ({ atMs: Date.parse(it.lastMessageAt), id: it.id, conversation: it }))
    .filter((it) => end === null || compare(it, end) <= 0)
    .sort(compare)
    .map(({ conversation }) => conversation);
}

/** The time is read once and not at every comparison: the list is put in order at every event. */
type Place = { readonly atMs: number; readonly id: string };

/** Newest first; by id, downwards, where the time is equal: as the API pages. */
function compare(a: Place, b: Place): number {
  return b.atMs - a.atMs || (a.id > b.id ? -1 : a.id < b.id ? 1 : 0);
}

/**
 * The order to show while a reader is further down: `held` as it was, without
 * what is gone, with what was fetched below it. `risen` is how many now stand
 * above what the reader saw as the first.
 */
export function heldOrder(
  held: readonly string[],
  fresh: readonly string[],
): { readonly order: readonly string[]; readonly risen: number } {
  const known = new Set(held);
  const current = new Set(fresh);
  const kept = held.filter((id) => current.has(id));
  const lastKept = Math.max(-1, ...kept.slice(-1).map((id) => fresh.indexOf(id)));
  const below = fresh.slice(lastKept + 1).filter((id) => !known.has(id));
  const first = kept[0];
  return { order: [...kept, ...below], risen: first === undefined ? 0 : fresh.indexOf(first) };
}
