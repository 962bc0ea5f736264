import { type FilterJson, filterJson } from "@galka/contract/json/filter";

/** What the inbox's address says beside the conversation: a link shows a colleague the same. */
export type InboxSearch = {
  readonly filter?: "unread";
  /** A saved view. */
  readonly view?: string;
  /** A filter that is not saved. */
  readonly where?: FilterJson;
  /** A message to show and point at. */
  readonly message?: string;
};

/** Reads the address; what is not understood is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const { filter, view, where, message } = search;
  const parsed = filterJson.safeParse(where);
  return {
    ...(filter === "unread" ? { filter } : {}),
    ...(typeof view === "string" ? { view } : {}),
    ...(parsed.success ? { where: parsed.data } : {}),
    ...(typeof message === "string" ? { message } : {}),
  };
}

/** The list stays as it is while a conversation is opened in it or left. */
export function sameList({ filter, view, where }: InboxSearch): InboxSearch {
  return {
    ...(filter ? { filter } : {}),
    ...(view ? { view } : {}),
    ...(where ? { where } : {}),
  };
}
