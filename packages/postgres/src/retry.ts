import { setTimeout as sleep } from "node:timers/promises";

/** Serialization failure and deadlock: PostgreSQL rolled the transaction back, and asks to be tried again. */
const TRY_AGAIN = new Set(["40001", "40P01"]);

/**
 * Runs `work` again when PostgreSQL rolled it back for the sake of another transaction.
 *
 * `work` must be a whole transaction with nothing outside of it; everything
 * else that goes wrong is thrown at once.
 */
export async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !TRY_AGAIN.has(sqlStateOf(error) ?? "")) throw error;
      await sleep(5 * 2 ** attempt * Math.random());
    }
  }
}

/** PostgreSQL's five characters for what went wrong; null when the error is not PostgreSQL's. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}
