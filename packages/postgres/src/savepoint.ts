import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Runs `work` so that its failure undoes nothing but itself. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint galka_part`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint galka_part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint galka_part`.execute(tx);
    await sql`release savepoint galka_part`.execute(tx);
    throw error;
  }
}
