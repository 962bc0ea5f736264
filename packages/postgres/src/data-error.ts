import { sqlStateOf } from "./retry.ts";

/** Connection lost, transaction given up for another's sake, resources short, an operator's doing, the system, timeouts. */
const OF_THE_DATABASE = /^(08|40|53|55|57|58|XX|25)/u;

/** No answer of the database at all: pg and the socket name these instead of a state. */
const OF_THE_LINE = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

/**
 * Whether an error is about what was written, so that writing it again will fail
 * again. False for what passes: a lost connection, a deadlock, a full disk.
 */
export function isDataError(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null) return !OF_THE_DATABASE.test(state);
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && OF_THE_LINE.has(error.code))
    return false;
  return !/connection|timeout|client has encountered|driver has already been destroyed/iu.test(
    error.message,
  );
}

/**
 * Whether the database gave a statement up because it ran too long.
 *
 * One that always does is as much to blame as one that is wrong; whether it is
 * that one or the database that is slow, only another try can tell.
 */
export function isStatementTimeout(error: unknown): boolean {
  return sqlStateOf(error) === "57014";
}
