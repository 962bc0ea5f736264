import { filterJson } from "@galka/contract/json/filter";
import type { Filter } from "@galka/core/filters/filter";
import { RefusedRequest } from "../refusals.ts";

/** Reads a filter out of an address. */
export function parseWhere(where: string): Filter {
  const parsed = filterJson.safeParse(readJson(where));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    field: ["where", ...issue.path].join("."),
    problem: issue.message,
  }));
  throw new RefusedRequest("invalid-request", { problems });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest("invalid-request", {
      problems: [{ field: "where", problem: 'is no JSON; write a filter like {"all":[]}' }],
    });
  }
}
