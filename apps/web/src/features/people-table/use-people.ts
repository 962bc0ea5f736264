import type { EventJson } from "@galka/contract/events";
import type { PersonJson } from "@galka/contract/json/people/people-table";
import { EVERYBODY, meansRow } from "@galka/core/contacts/people-filter";
import type { Asking } from "@galka/core/filters/filter";
import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "../../api/me.ts";
import { useApi, useSync } from "../../sync/SyncProvider.tsx";
import { meantQuery, type PeopleSearch } from "./people-search.ts";

type PeoplePage = {
  readonly seq: number;
  readonly items: PersonJson[];
  readonly next: string | null;
};

const KEY = "people-table";

/** The contacts that the address means, page after page; what changes about one of them is shown where they stand. */
export function usePeople(search: PeopleSearch) {
  const api = useApi();
  const { sort = "name", way = sort === "name" ? "up" : "down" } = search;
  const queryKey = [KEY, meantQuery(search), sort, way] as const;
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }): Promise<PeoplePage> =>
      api(
        "listPeople",
        {
          query: {
            ...meantQuery(search),
            sort,
            way,
            limit: 60,
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  useFollow(search, queryKey);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return { query, people };
}

/** How many are meant, as far as they are counted. */
export function usePeopleCount(search: PeopleSearch) {
  const api = useApi();
  const meant = meantQuery(search);
  return useQuery({
    queryKey: [KEY, "count", meant],
    queryFn: ({ signal }) => api("countPeople", { query: meant }, { signal }),
    placeholderData: keepPreviousData,
  }).data;
}

/** Has the table fetched again, once many have changed. */
export function useFreshPeople(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: [KEY] });
    await queryClient.invalidateQueries({ queryKey: ["twins"] });
    await queryClient.invalidateQueries({ queryKey: ["contact"] });
  };
}

function useFollow(search: PeopleSearch, queryKey: readonly unknown[]): void {
  const sync = useSync();
  const { member } = useMe();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      sync.onEvent((event) => {
        if (event.kind !== "contact-changed" && event.kind !== "contact-removed") return;
        const asking: Asking = { now: new Date(), memberId: member.id, teamIds: [] };
        queryClient.setQueryData<InfiniteData<PeoplePage>>(queryKey, (before) =>
          before
            ? { ...before, pages: before.pages.map((it) => after(it, event, search, asking)) }
            : before,
        );
      }),
    [sync, queryClient, queryKey, search, member.id],
  );
}

/** The page after an event: whoever is no longer meant leaves it, as far as a row tells that, and nobody else moves. */
function after(
  page: PeoplePage,
  event: Extract<EventJson, { kind: "contact-changed" | "contact-removed" }>,
  { who = EVERYBODY }: PeopleSearch,
  asking: Asking,
): PeoplePage {
  const items = page.items.flatMap((person) => {
    if (event.kind === "contact-removed") return person.id === event.contactId ? [] : [person];
    if (person.id !== event.contact.id) return [person];
    const now = { ...person, ...event.contact };
    return meansRow(who, now, asking) === false ? [] : [now];
  });
  return { ...page, items };
}
