import { type FilterJson, filterJson } from "@galka/contract/json/filter";
import { type PeopleFilterJson, peopleFilterJson } from "@galka/contract/json/people/people-table";
import type { z } from "zod";
import { RefusedRequest } from "../refusals.ts";

/** Reads a filter over conversations out of an address. */
export function parseWhere(where: string): FilterJson {
  return parsed(filterJson, where);
}

/** Reads a filter over contacts out of an address. */
export function parsePeopleWhere(where: string): PeopleFilterJson {
  return parsed(peopleFilterJson, where);
}

function parsed<T>(schema: z.ZodType<T>, where: string): T {
  const read = schema.safeParse(readJson(where));
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => ({
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
