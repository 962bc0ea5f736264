import { Inbox, MailCheck } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync, useWorkspace } from "../../sync/SyncProvider.tsx";
import { isUnfetched, type ListFilter } from "../../sync/workspace-state.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { conversationOrder } from "./conversation-order.ts";
import { ConversationList } from "./ConversationList.tsx";
import { EmptyInbox } from "./EmptyInbox.tsx";
import { ListHead } from "./ListHead.tsx";

type Props = { readonly filter: ListFilter; readonly selectedId: string | null };

/** The list of conversations with its head, in every state it can be in. */
export function InboxList({ filter, selectedId }: Props) {
  const { t } = useTranslation();
  const { conversations, error, fetchMore } = useConversations(filter, selectedId);

  return (
    <section aria-label={t("inbox.region")} className="flex h-full min-h-0 flex-col bg-surface">
      <ListHead filter={filter} />
      {error !== null && conversations === null ? (
        <ErrorState error={error} onRetry={fetchMore} />
      ) : conversations === null ? (
        <Skeleton rows={8} kind="rows" />
      ) : conversations.length > 0 ? (
        <ConversationList conversations={conversations} selectedId={selectedId} onEnd={fetchMore} />
      ) : filter === "unread" ? (
        <EmptyState
          icon={<MailCheck size={28} />}
          title={t("inbox.allRead.title")}
          text={t("inbox.allRead.text")}
        />
      ) : (
        <EmptyInbox icon={<Inbox size={28} />} />
      )}
    </section>
  );
}

function useConversations(filter: ListFilter, selectedId: string | null) {
  const sync = useSync();
  const held = useWorkspace((state) => state.conversations);
  const lists = useWorkspace((state) => state.lists);
  const [error, setError] = useState<unknown>(null);
  const conversations = useMemo(
    () =>
      held && lists ? conversationOrder({ conversations: held, lists }, filter, selectedId) : null,
    [held, lists, filter, selectedId],
  );

  const fetchMore = useCallback(() => {
    const reach = sync.workspace.get()?.lists[filter];
    if (!reach || (reach.next === null && !isUnfetched(reach))) return;
    sync.load.conversations(filter).then(() => setError(null), setError);
  }, [sync, filter]);

  const unfetched = lists !== null && isUnfetched(lists[filter]);
  useEffect(() => {
    if (unfetched) fetchMore();
  }, [unfetched, fetchMore]);

  return { conversations, error, fetchMore };
}
