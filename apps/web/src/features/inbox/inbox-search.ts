import type { ListFilter } from "../../sync/workspace-state.ts";

/** What the inbox's address says beside the conversation: a link shows a colleague the same. */
export type InboxSearch = {
  readonly filter?: Exclude<ListFilter, "all">;
  /** A message to show and point at. */
  readonly message?: string;
};

/** Reads the address; what is not understood is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const { filter, message } = search;
  return {
    ...(filter === "unread" ? { filter } : {}),
    ...(typeof message === "string" ? { message } : {}),
  };
}
