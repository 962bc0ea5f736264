import { GraphError, invalidParameter } from "../graph/error.ts";
import { Params } from "../graph/params.ts";
import { type JsonObject, listAt } from "../json.ts";
import type { Field } from "../graph/fields.ts";

/**
 * What an analytics field or edge was asked for: modifiers such as `.start(…)`,
 * or query parameters of the same names.
 */
export class Filters {
  readonly #params: Params;

  constructor(values: JsonObject) {
    this.#params = new Params(values);
  }

  static ofField(field: Field): Filters {
    return new Filters(field.modifiers);
  }

  /** A UNIX timestamp that has to be there, as milliseconds. */
  instant(key: "start" | "end"): number {
    const text = this.#params.text(key);
    if (/^\d+$/.test(text)) return Number(text) * 1000;
    throw invalidParameter(`Param ${key} must be a UNIX timestamp - got "${text}".`);
  }

  /** As `instant`, or a date, which the caller places into a time zone. */
  instantOrDay(key: "start" | "end"): number | string {
    const text = this.#params.text(key);
    return /^\d{4}-\d\d-\d\d$/.test(text) ? text : this.instant(key);
  }

  oneOf<T extends string>(key: string, allowed: readonly T[], missing?: T): T {
    return this.#params.oneOf(key, allowed, missing);
  }

  flag(key: string): boolean {
    return this.#params.optionalText(key) === "true";
  }

  has(key: string): boolean {
    return this.list(key).length > 0;
  }

  /** `["A","B"]`, `[A,B]`, `A,B` or a list; empty when it is absent. */
  list(key: string): readonly string[] {
    const given = this.#params.values[key];
    const all = typeof given === "string" ? given.split(",") : listAt(this.#params.values, key);
    return all.map((it) => String(it).replaceAll(/[\s"'[\]]/g, "")).filter((it) => it !== "");
  }

  /** A list of words from `allowed`, in whatever case; all of them when it is empty. */
  choices<T extends string>(key: string, allowed: readonly T[]): readonly T[] {
    const chosen = this.words(key, allowed);
    return chosen.length === 0 ? allowed : chosen;
  }

  /** As `choices`, but empty stays empty. */
  words<T extends string>(key: string, allowed: readonly T[]): readonly T[] {
    return this.list(key).map((word) => {
      const found = allowed.find((it) => it.toLowerCase() === word.toLowerCase());
      if (found !== undefined) return found;
      const list = allowed.join(", ");
      throw invalidParameter(`Param ${key}[] must be one of {${list}} - got "${word}".`);
    });
  }
}

/** The time asked for; both ends in milliseconds, the second not included. */
export type Range = { readonly from: number; readonly to: number };

// Meta: messaging, conversation and pricing analytics look back 1 year since 2025-12-01,
// docs/…/analytics, read 2026-11.
const LOOKBACK_MS = 365 * 24 * 60 * 60 * 1000;

/** What lies further back than Meta looks is left out. */
export function readRange(filters: Filters, now: number): Range {
  const from = filters.instant("start");
  const to = filters.instant("end");
  if (to <= from) throw invalidParameter("Param end must be later than param start.");
  return { from: Math.max(from, now - LOOKBACK_MS), to };
}

/** Meta: the complaint about product types that cannot be asked for together, docs/…/groups/pricing, read 2026-11. */
export function invalidCombination(): GraphError {
  return new GraphError({
    code: 100,
    subcode: 2388077,
    message: "Invalid parameter",
    userTitle: "Insight Invalid Product Type Combination",
    userMessage:
      "Unable to query this combination of product types. Please query individually and try again.",
  });
}
