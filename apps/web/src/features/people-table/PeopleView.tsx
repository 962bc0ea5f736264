import { SearchX, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { PeopleBulkBar } from "./bulk/PeopleBulkBar.tsx";
import { useColumns } from "./columns.ts";
import { PeopleCards } from "./PeopleCards.tsx";
import { PeopleHead } from "./PeopleHead.tsx";
import type { PeopleSearch } from "./people-search.ts";
import { PeopleTable } from "./PeopleTable.tsx";
import { usePeople } from "./use-people.ts";

type Props = { readonly search: PeopleSearch; readonly selectedId: string | null };

/** The contacts that the address means, in every state that the list can be in. */
export function PeopleView({ search, selectedId }: Props) {
  const { t } = useTranslation();
  const { query, people } = usePeople(search);
  const columns = useColumns();
  const Rows = useMedia(NARROW) ? PeopleCards : PeopleTable;
  const isNarrowed = search.q !== undefined || search.who !== undefined;
  const onEnd = () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };

  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PeopleHead search={search} columns={columns} />
      <PeopleBulkBar search={search} people={people} />
      {query.isPending ? <Skeleton rows={8} kind="rows" /> : null}
      {query.isError && people.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && people.length === 0 ? (
        <EmptyState
          icon={isNarrowed ? <SearchX size={28} /> : <Users size={28} />}
          title={isNarrowed ? t("contacts.noneFound.title") : t("contacts.empty.title")}
          text={isNarrowed ? t("peopleTable.noneFound") : t("contacts.empty.text")}
        />
      ) : null}
      {people.length > 0 ? (
        <Rows
          people={people}
          columns={columns.chosen}
          search={search}
          selectedId={selectedId}
          onEnd={onEnd}
        />
      ) : null}
    </div>
  );
}
