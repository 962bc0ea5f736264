import { sql } from "kysely";
import type { Database } from "./database.ts";
import { openPipelines } from "./pipeline.ts";
import { APP_ROLE, type PoolOptions, openPool } from "./pool.ts";
import { UserError } from "./user-error.ts";

/**
 * Opens a pool and proves that it is confined.
 *
 * @throws UserError when the connections do not work as `galka_app`, which is
 * what a proxy in between that drops start-up parameters would cause.
 */
export async function connect(options: PoolOptions): Promise<Database> {
  const db = await openPipelines(openPool(options));
  try {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
    if (rows[0]?.role === APP_ROLE) return db;
    throw new UserError(
      `The database ignores the role that Galka asks for (${APP_ROLE}). ` +
        "Point DATABASE_URL at PostgreSQL itself, not at a proxy that drops start-up options.",
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
