/** One page of a list and where the next one begins; null at the end. */
export type Page<Item, Cursor> = {
  readonly items: readonly Item[];
  readonly next: Cursor | null;
};

/** Cuts the one row too many that was asked for to learn whether there is more. */
export function pageOf<Item, Cursor>(
  rows: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => Cursor,
): Page<Item, Cursor> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last) : null };
}

/** A place in a list ordered by time; ids decide between equal times. */
export type TimeCursor = { readonly at: Date; readonly id: string };
