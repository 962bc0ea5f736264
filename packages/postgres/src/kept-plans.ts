import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const MARK = "/* plan kept */";

/**
 * Stands at the beginning of a statement that is run many times a second: each
 * connection parses it once, and PostgreSQL plans it once where no plan of the
 * values at hand would be better.
 *
 * Its text must be the same each time, and its plan good for tables of any
 * size. So it belongs into a transaction that finds by keys (`inWorkspace`), and
 * names each row of a large table: in a list (`= any`), or one by one (`lateral`
 * with `offset 0`).
 */
export const PLAN_KEPT = sql.raw(MARK);

/** Has `client` give marked statements a name, which Kysely has no place for. */
export function keepPlans(client: pg.PoolClient): void {
  const ask: unknown = client.query;
  if (typeof ask !== "function") throw new TypeError("A connection cannot be asked anything.");
  const query = (what: unknown, ...rest: unknown[]): unknown => {
    const named = typeof what === "string" && what.startsWith(MARK) ? nameOf(what) : null;
    if (named === null) return Reflect.apply(ask, client, [what, ...rest]);
    const [values, ...after] = rest;
    return Reflect.apply(ask, client, [{ name: named, text: what, values }, ...after]);
  };
  Object.defineProperty(client, "query", { value: query });
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 24);
  names.set(text, name);
  return name;
}
