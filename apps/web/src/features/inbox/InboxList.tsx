import { Inbox, ListFilter, MailCheck, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { UNREAD } from "../../sync/workspace-state.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BulkBar } from "../bulk/BulkBar.tsx";
import type { ListInSight } from "../filters/use-list.ts";
import { ConversationList } from "./ConversationList.tsx";
import { EmptyInbox } from "./EmptyInbox.tsx";
import type { InboxSearch } from "./inbox-search.ts";
import { ListHead } from "./ListHead.tsx";
import { useConversations } from "./use-conversations.ts";

type Props = {
  readonly search: InboxSearch;
  readonly inSight: ListInSight;
  readonly selectedId: string | null;
};

/** The list of conversations with its head, in every state it can be in. */
export function InboxList({ search, inSight, selectedId }: Props) {
  const { t } = useTranslation();
  const { list, lost } = inSight;
  const { conversations, error, fetchMore } = useConversations(list, selectedId);

  return (
    <section aria-label={t("inbox.region")} className="flex h-full min-h-0 flex-col bg-surface">
      <ListHead search={search} list={list} />
      {list && conversations ? (
        <BulkBar key={list.key} list={list} shown={conversations.map(({ id }) => id)} />
      ) : null}
      {lost ? (
        <EmptyState
          icon={<SearchX size={28} />}
          title={t("filters.lost.title")}
          text={t("filters.lost.text")}
        />
      ) : error !== null && conversations === null ? (
        <ErrorState error={error} onRetry={fetchMore} />
      ) : conversations === null || list === null ? (
        <Skeleton rows={8} kind="rows" />
      ) : conversations.length > 0 ? (
        <ConversationList
          key={list.key}
          conversations={conversations}
          selectedId={selectedId}
          onEnd={fetchMore}
        />
      ) : list.key === UNREAD.key ? (
        <EmptyState
          icon={<MailCheck size={28} />}
          title={t("inbox.allRead.title")}
          text={t("inbox.allRead.text")}
        />
      ) : list.filter.all.length > 0 ? (
        <EmptyState
          icon={<ListFilter size={28} />}
          title={t("filters.nothing.title")}
          text={t("filters.nothing.text")}
        />
      ) : (
        <EmptyInbox icon={<Inbox size={28} />} />
      )}
    </section>
  );
}
