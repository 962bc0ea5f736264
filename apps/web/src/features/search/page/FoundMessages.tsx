import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { FoundRow } from "./FoundRow.tsx";
import type { FoundSearch } from "./search-search.ts";
import { useFoundMessages } from "./use-found.ts";

/** What was found in threads, the latest first, in every state that the list can be in. */
export function FoundMessages({ search }: { readonly search: FoundSearch }) {
  const { t } = useTranslation();
  const query = useFoundMessages(search);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isUnfinished = query.data?.pages.at(-1)?.isUnfinished ?? false;
  if (query.isPending) return <Skeleton rows={6} kind="rows" />;
  if (query.isError) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      {items.length === 0 && !query.hasNextPage ? (
        <EmptyState
          icon={<SearchX size={28} />}
          title={t("found.none.title")}
          text={t("found.none.text")}
        />
      ) : (
        <ul aria-label={t("found.results")} className="flex flex-col">
          {items.map((found) => (
            <FoundRow key={found.messageId} found={found} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {isUnfinished ? t("found.older") : t("peopleTable.more")}
          </Button>
          {isUnfinished ? (
            <p className="flex-1 text-list text-ink-2">{t("found.unfinished")}</p>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
