/** Any JSON object whose keys are not known beforehand, such as the data of a flow. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * One of Meta's words, or a word Meta added after this package was made.
 *
 * The known words are offered by an editor; a `switch` over them still needs a `default`.
 */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/** A page of a list edge of the Graph API. */
export type Page<Item> = {
  readonly data: readonly Item[];
  readonly paging?: Paging;
};

/** Where a page stands; `next` is present only when there is a further page. */
export type Paging = {
  readonly cursors?: { readonly before?: string; readonly after?: string };
  readonly next?: string;
  readonly previous?: string;
};

/** What Meta answers to a change of state. */
export type Success = { readonly success: boolean };
