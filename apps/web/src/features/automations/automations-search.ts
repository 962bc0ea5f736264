/** What the page's address says: which rule is written, and which one's record is shown. */
export type AutomationsSearch = {
  /** A rule's id, or the starting point of a rule that is not written yet. */
  readonly edit?: string;
  readonly log?: string;
};

/** Reads the address; what is not understood is left out. */
export function readAutomationsSearch(search: Record<string, unknown>): AutomationsSearch {
  const { edit, log } = search;
  return {
    ...(typeof edit === "string" ? { edit } : {}),
    ...(typeof log === "string" ? { log } : {}),
  };
}
