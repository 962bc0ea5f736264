import type { PeopleFilter } from "../contacts/people-filter.ts";

/**
 * Where an audience takes people from.
 *
 * A segment or a filter means whoever it means at the moment it is asked; a list
 * holds those who were put into it. A file with columns of its own is a list:
 * its members bring what stood in their rows.
 */
export type AudiencePart =
  | { readonly from: "segment"; readonly segmentId: string }
  | { readonly from: "list"; readonly listId: string }
  | { readonly from: "filter"; readonly filter: PeopleFilter };

/**
 * Who is to be written to: whoever is in one of `of` and in none of `except`.
 *
 * Nobody is in it twice. Whoever is in several lists with columns brings the
 * values of the first of them.
 */
export type AudienceWish = {
  readonly of: readonly AudiencePart[];
  readonly except: readonly AudiencePart[];
};

/** All contacts. */
export const WHOLE_AUDIENCE: AudienceWish = {
  of: [{ from: "filter", filter: { all: [] } }],
  except: [],
};

export function partsOf(wish: AudienceWish): readonly AudiencePart[] {
  return [...wish.of, ...wish.except];
}
