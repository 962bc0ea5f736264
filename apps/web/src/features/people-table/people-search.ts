import { type PeopleFilterJson, peopleFilterJson } from "@galka/contract/json/people/people-table";

export type Sort = "name" | "created" | "last-message";
const SORTS: readonly Sort[] = ["name", "created", "last-message"];

/** What the address of the contacts says: a link shows a colleague the same people in the same order. */
export type PeopleSearch = {
  readonly q?: string;
  /** Not `where`: that is a filter over conversations. */
  readonly who?: PeopleFilterJson;
  readonly sort?: Sort;
  readonly way?: "up" | "down";
  readonly show?: "duplicates";
};

/** Reads the address; what is not understood is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const { q, who, sort, way, show } = search;
  const parsed = peopleFilterJson.safeParse(who);
  const known = SORTS.find((it) => it === sort);
  return {
    // A number in an address is read as one.
    ...(typeof q === "string" || typeof q === "number" ? { q: String(q) } : {}),
    ...(parsed.success ? { who: parsed.data } : {}),
    ...(known ? { sort: known } : {}),
    ...(way === "up" || way === "down" ? { way } : {}),
    ...(show === "duplicates" ? { show } : {}),
  };
}

/** Who is meant, as the API asks for it. */
export function meantQuery({ q, who }: PeopleSearch): { q?: string; where?: string } {
  return { ...(q ? { q } : {}), ...(who ? { where: JSON.stringify(who) } : {}) };
}
