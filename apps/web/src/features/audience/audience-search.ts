export const AUDIENCE_TABS = ["segments", "lists", "files"] as const;
export type AudienceTab = (typeof AUDIENCE_TABS)[number];

/** What the page's address says. Segments are shown when it says nothing. */
export type AudienceSearch = { readonly show?: Exclude<AudienceTab, "segments"> };

/** Reads the address; what is not understood is left out. */
export function readAudienceSearch({ show }: Record<string, unknown>): AudienceSearch {
  return show === "lists" || show === "files" ? { show } : {};
}
