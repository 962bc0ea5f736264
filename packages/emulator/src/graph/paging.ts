import type { JsonObject } from "../json.ts";
import type { Call } from "./call.ts";
import { GraphError } from "./error.ts";

const LIMIT = 25;
const LIMIT_MAX = 1000;

/**
 * One page of a list, with Meta's cursors.
 *
 * A cursor is the place of an item; it says nothing to whoever holds it.
 *
 * @throws GraphError 131059 for a cursor that is not one.
 */
export function page<T>(
  call: Call,
  items: readonly T[],
  present: (item: T) => JsonObject,
): JsonObject {
  const limit = limitOf(call);
  const after = cursor(call, "after");
  const before = cursor(call, "before");
  const start = before === null ? (after ?? -1) + 1 : Math.max(0, before - limit);
  const end = before === null ? start + limit : before;
  const shown = items.slice(start, end);
  if (shown.length === 0) return { data: [] };
  const last = start + shown.length - 1;
  const links = {
    ...(last + 1 < items.length ? { next: link(call, "after", last) } : {}),
    ...(start > 0 ? { previous: link(call, "before", start) } : {}),
  };
  return {
    data: shown.map(present),
    paging: { cursors: { before: write(start), after: write(last) }, ...links },
  };
}

function limitOf(call: Call): number {
  const limit = Number(call.params.optionalText("limit") ?? LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, LIMIT_MAX) : LIMIT;
}

function cursor(call: Call, key: "after" | "before"): number | null {
  const text = call.params.optionalText(key);
  if (text === undefined || text === "") return null;
  const place = /^item:(\d+)$/.exec(Buffer.from(text, "base64url").toString())?.[1];
  if (place === undefined) {
    throw new GraphError({ code: 131059, details: `The cursor ${text} is not valid.` });
  }
  return Number(place);
}

function write(place: number): string {
  return Buffer.from(`item:${place}`).toString("base64url");
}

function link(call: Call, key: "after" | "before", place: number): string {
  const url = new URL(`${call.world.publicUrl()}/v26.0/${call.id}/${call.edge}`);
  for (const name of ["fields", "limit", "status", "category", "language", "name"]) {
    const value = call.params.values[name];
    if (typeof value === "string") url.searchParams.set(name, value);
  }
  url.searchParams.set(key, write(place));
  return url.href;
}
