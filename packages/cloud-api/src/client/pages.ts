import { answer, isObject } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { Page } from "../wire/json.ts";
import type { CallOptions } from "./options.ts";

/** Where a list begins and how long a page of it is. */
export type PageOptions = CallOptions & {
  readonly limit?: number;
  /** The cursor after which the page begins. */
  readonly after?: string | undefined;
};

/** The page of a list whose items have `keys`. */
export function pageOf<T extends object>(keys: {
  readonly [Key in keyof T]?: Reader<unknown>;
}): Reader<Page<T>> {
  const readItem = answer<T>(keys);
  return answer<Page<T>>({ data: every(readItem) });
}

/** The first item of a list that has one item by its nature. */
export function onlyItem<T>(read: Reader<T>): Reader<T> {
  return (value) => {
    const data = isObject(value) ? value["data"] : undefined;
    return Array.isArray(data) ? read(data[0]) : undefined;
  };
}

/**
 * Walks every item of a list, loading page after page as they are needed.
 *
 * Ends when Meta names no next page, or names the page it has just given.
 */
export async function* walk<T>(
  load: (after: string | undefined) => Promise<Page<T>>,
  from?: string,
): AsyncGenerator<T, void, undefined> {
  let after = from;
  for (;;) {
    const page = await load(after);
    yield* page.data;

    const next = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    if (next === undefined || next === after) return;
    after = next;
  }
}

function every<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map((item) => read(item)).filter((item) => item !== undefined);
    return items.length === value.length ? items : undefined;
  };
}
