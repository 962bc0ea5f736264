import type pg from "pg";
import { APP_ROLE } from "./pool.ts";
import { sqlStateOf } from "./retry.ts";
import { UserError } from "./user-error.ts";

/** Another start made the role in the same moment: the name is taken, or its row is. */
const ALREADY_THERE = new Set(["42710", "23505"]);

/**
 * Makes sure that `galka_app` exists, is confined, and may be taken by the owner of the tables.
 *
 * Roles belong to the whole cluster, so another database of the same one may
 * have made it already.
 */
export async function createAppRole(client: pg.Client): Promise<void> {
  try {
    if (!(await roleIsThere(client))) await createRole(client);
    if (!(await mayTakeRole(client))) await client.query(`grant ${APP_ROLE} to current_user`);
  } catch (error) {
    if (sqlStateOf(error) !== "42501") throw error;
    throw new UserError(
      `DATABASE_URL's user may not create the role that confines Galka. Ask a superuser to run: ` +
        `create role ${APP_ROLE} nologin; grant ${APP_ROLE} to "${client.user ?? "the user"}";`,
    );
  }
  const { rows } = await client.query<{ confined: boolean }>(
    "select not (rolsuper or rolbypassrls) as confined from pg_roles where rolname = $1",
    [APP_ROLE],
  );
  if (rows[0]?.confined !== true) {
    throw new UserError(
      `The role ${APP_ROLE} would see every workspace. Run: alter role ${APP_ROLE} nosuperuser nobypassrls`,
    );
  }
}

async function roleIsThere(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  return rowCount === 1;
}

async function createRole(client: pg.Client): Promise<void> {
  await client.query(`create role ${APP_ROLE} nologin`).catch((error: unknown) => {
    if (!ALREADY_THERE.has(sqlStateOf(error) ?? "")) throw error;
  });
}

async function mayTakeRole(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>("select pg_has_role($1, 'SET') as may", [
    APP_ROLE,
  ]);
  return rows[0]?.may === true;
}
