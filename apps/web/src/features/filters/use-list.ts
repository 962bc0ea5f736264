import { both, EVERYTHING } from "@galka/core/filters/filter";
import { useMemo } from "react";
import { type List, listOf, UNREAD } from "../../sync/workspace-state.ts";
import type { InboxSearch } from "../inbox/inbox-search.ts";
import { useViews } from "./views-query.ts";

export type ListInSight = {
  /** Null while the view that the address names is being fetched. */
  readonly list: List | null;
  /** The address names a view that is not here, or no longer. */
  readonly lost: boolean;
};

/** The list that the inbox's address means. */
export function useList({ filter, view, where }: InboxSearch): ListInSight {
  const { views, loaded } = useViews();
  const saved = view === undefined ? undefined : views.find(({ id }) => id === view);
  const list = useMemo(() => {
    if (filter === "unread" && !saved && !where) return UNREAD;
    const base =
      filter === "unread"
        ? both(saved?.filter ?? EVERYTHING, UNREAD.filter)
        : (saved?.filter ?? EVERYTHING);
    return listOf(both(base, where ?? EVERYTHING));
  }, [filter, saved, where]);
  if (view !== undefined && !saved) return { list: null, lost: loaded };
  return { list, lost: false };
}
