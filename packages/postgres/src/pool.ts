import pg from "pg";
import { keepPlans } from "./kept-plans.ts";

/** The role that the server works as, whoever DATABASE_URL signs in as. */
export const APP_ROLE = "galka_app";

export type PoolOptions = {
  readonly url: string;
  /** What the pool is for, as the database's operator reads it in pg_stat_activity. */
  readonly name: string;
  /** How many connections at most. */
  readonly size?: number;
  /** A statement that runs longer is cancelled. */
  readonly statementTimeoutMs?: number;
  /** Told when a connection is lost: a restart of the database, a failover. */
  readonly onLost?: (error: Error) => void;
};

/**
 * A pool of connections that are confined to `galka_app` from their first statement.
 *
 * The role is a start-up parameter: a connection that cannot take it is not
 * made, and `reset role` leads back to it. A connection that the database ends
 * is reported and replaced; it never ends the process.
 */
export function openPool(options: PoolOptions): pg.Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const lost = options.onLost ?? (() => {});
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `galka ${options.name}`,
    options: `-c role=${APP_ROLE} -c timezone=UTC`,
    max: options.size ?? 4,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeoutMs,
    // The database answers first; this one is for a database that does not answer any more.
    query_timeout: statementTimeoutMs + 5_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser },
  });
  pool.on("error", lost);
  // A connection that is ended while somebody holds it says so itself, and an unheard "error" ends the process.
  pool.on("connect", (client) => client.on("error", lost));
  pool.on("connect", keepPlans);
  return pool;
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, parseInteger],
  // A day is a day; a Date would be a moment in some time zone.
  [pg.types.builtins.DATE, (text) => text],
]);

type Oid = Parameters<typeof pg.types.getTypeParser>[0];

/** As pg's own, but a bigint is a number and a date a string. Reflected in tables.ts. */
function getTypeParser(oid: Oid, format?: "text" | "binary"): (value: string) => unknown {
  const own = format === "binary" ? undefined : parsers.get(oid);
  return own ?? pg.types.getTypeParser(oid, format);
}

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`The bigint ${text} is too large for a number.`);
  return value;
}
