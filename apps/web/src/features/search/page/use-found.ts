import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { type FoundSearch, foundQueryOf } from "./search-search.ts";

/** Messages, notes and files that say what is asked, page after page. */
export function useFoundMessages(search: FoundSearch) {
  const api = useApi();
  const asked = foundQueryOf(search);
  return useInfiniteQuery({
    queryKey: ["found-messages", asked],
    queryFn: ({ pageParam, signal }) =>
      api(
        "findMessages",
        {
          query: {
            ...(asked ?? { q: "-" }),
            limit: 30,
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    enabled: asked !== null && search.tab !== "contacts",
    placeholderData: keepPreviousData,
  });
}

/** How many of those found are what; asked beside the results, which do not wait for it. */
export function useFoundFacets(search: FoundSearch) {
  const api = useApi();
  const asked = foundQueryOf(search);
  return useQuery({
    queryKey: ["found-facets", asked],
    queryFn: ({ signal }) => api("countFound", { query: asked ?? { q: "-" } }, { signal }),
    enabled: asked !== null && search.tab !== "contacts",
    placeholderData: keepPreviousData,
  }).data;
}

/** Contacts whose name or number says it, those heard of last first. */
export function useFoundPeople({ q = "", tab = "all" }: FoundSearch) {
  const api = useApi();
  const text = q.trim();
  return useQuery({
    queryKey: ["people-table", "found", text, tab],
    queryFn: ({ signal }) =>
      api(
        "listPeople",
        {
          query: { q: text, sort: "last-message", way: "down", limit: tab === "contacts" ? 50 : 5 },
        },
        { signal },
      ),
    enabled: text !== "" && (tab === "all" || tab === "contacts"),
    placeholderData: keepPreviousData,
  });
}
