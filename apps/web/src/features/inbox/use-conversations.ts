import type { ConversationJson } from "@galka/contract/json/conversation";
import { isTimed } from "@galka/core/filters/filter";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useMe } from "../../api/me.ts";
import { useSync, useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { type List, reachIn } from "../../sync/workspace-state.ts";
import { useViews } from "../filters/views-query.ts";
import { conversationOrder } from "./conversation-order.ts";

/** How often a list that time alone changes is asked for anew. */
const ANEW_MS = 60_000;

export type Conversations = {
  /** Null before the first page of the list is here. */
  readonly conversations: readonly ConversationJson[] | null;
  readonly error: unknown;
  readonly fetchMore: () => void;
};

/** The conversations of a list, fetched as far as they are looked at and kept true by the events. */
export function useConversations(list: List | null, selectedId: string | null): Conversations {
  const sync = useSync();
  const { member } = useMe();
  const { ownTeamIds } = useViews();
  const now = useNow("halfMinute").getTime();
  const held = useWorkspace((state) => state.conversations);
  const lists = useWorkspace((state) => state.lists);
  const [error, setError] = useState<unknown>(null);
  const minute = list !== null && isTimed(list.filter) ? now : 0;
  const conversations = useMemo(() => {
    if (!held || !lists || !list) return null;
    const asking = { now: new Date(minute), memberId: member.id, teamIds: ownTeamIds };
    return conversationOrder({ conversations: held, lists }, list, {
      ...asking,
      opened: selectedId,
    });
  }, [held, lists, list, selectedId, member.id, ownTeamIds, minute]);

  const fetchMore = useCallback(() => {
    const state = sync.workspace.get();
    if (!state || !list || reachIn(state, list)?.next === null) return;
    sync.load.conversations(list).then(() => setError(null), setError);
  }, [sync, list]);

  const unfetched = lists !== null && list !== null && reachIn({ lists }, list) === null;
  useEffect(() => {
    if (unfetched) fetchMore();
  }, [unfetched, fetchMore]);
  useEffect(() => {
    if (!list || !isTimed(list.filter)) return undefined;
    const timer = setInterval(() => {
      sync.load.conversationsAnew(list).catch(() => undefined);
    }, ANEW_MS);
    return () => clearInterval(timer);
  }, [sync, list]);

  return { conversations, error, fetchMore };
}
