import type { JsonObject } from "../json.ts";
import { type Field, type Node, selectFields } from "./fields.ts";

const LIMIT = 25;

/**
 * A list of other objects as a field of a node: `fields=phone_numbers.limit(5){id,status}`.
 *
 * What is wanted inside is taken from each object, so a field that it does not
 * have is refused as it is on the object itself.
 */
export function edgeField<T>(
  field: Field,
  items: readonly T[],
  nodeOf: (item: T) => Node,
): JsonObject {
  const limit = Number(field.modifiers["limit"] ?? LIMIT);
  const shown = items.slice(0, Number.isInteger(limit) && limit > 0 ? limit : LIMIT);
  const wanted = field.inner.length === 0 ? undefined : field.inner.map(write).join(",");
  if (shown.length === 0) return { data: [] };
  const cursor = (place: number) => Buffer.from(`item:${place}`).toString("base64url");
  return {
    data: shown.map((item) => selectFields(nodeOf(item), wanted)),
    paging: { cursors: { before: cursor(0), after: cursor(shown.length - 1) } },
  };
}

/** The field as it was asked for. */
function write(field: Field): string {
  const modifiers = Object.entries(field.modifiers).map(([key, value]) => `.${key}(${value})`);
  const inner = field.inner.length === 0 ? "" : `{${field.inner.map(write).join(",")}}`;
  return `${field.name}${modifiers.join("")}${inner}`;
}
