import { isObject, parseJson } from "../json.ts";
import { invalidParameter } from "./error.ts";
import { type Node, selectFields } from "./fields.ts";
import type { Params } from "./params.ts";

/** One condition of `filtering=`. */
export type Filter = {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
};

/**
 * The conditions of `filtering=[{"field":…,"operator":…,"value":…}]`. Meta's own
 * examples write them with single quotes, and Graph reads those too.
 *
 * @throws GraphError 100 when they cannot be read.
 */
export function filtersOf(params: Params): readonly Filter[] {
  if (!params.has("filtering")) return [];
  const given = params.values["filtering"];
  const list = typeof given === "string" ? parseJson(given.replaceAll("'", '"')) : given;
  if (!Array.isArray(list)) throw invalidParameter("Param filtering must be an array.");
  return list.map((it: unknown, index) => {
    const { field, operator, value } = isObject(it) ? it : {};
    if (typeof field !== "string" || typeof operator !== "string") {
      throw invalidParameter(`Param filtering[${index}] must have a field and an operator.`);
    }
    return { field, operator: operator.toUpperCase(), value };
  });
}

/** Whether a node fits all conditions. */
export function fits(node: Node, filters: readonly Filter[]): boolean {
  return filters.every((filter) => {
    const known = wordOf(selectFields(node, filter.field)[filter.field]);
    const wanted = [filter.value].flat().map(wordOf);
    switch (filter.operator) {
      case "EQUAL":
      case "IN":
        return wanted.includes(known);
      case "NOT_EQUAL":
      case "NOT_IN":
        return !wanted.includes(known);
      case "CONTAIN":
        return wanted.some((it) => known.includes(it));
      default:
        throw invalidParameter(`Param filtering has an unknown operator "${filter.operator}".`);
    }
  });
}

function wordOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
