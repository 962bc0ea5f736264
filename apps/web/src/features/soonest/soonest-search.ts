/** Which queue is shown: windows that shut, or targets that are due. */
export type SoonestSearch = { readonly of?: "targets" };

/** Reads the address; what is not understood is left out. */
export function readSoonestSearch(search: Record<string, unknown>): SoonestSearch {
  return search["of"] === "targets" ? { of: "targets" } : {};
}
