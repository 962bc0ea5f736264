import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { createAppRole } from "./app-role.ts";
import { UserError } from "./user-error.ts";

const MIGRATIONS = join(import.meta.dirname, "migrations");
const POLICIES = join(import.meta.dirname, "policies");

/** How long the webhook log is kept, and how far ahead its parts are made. */
const WEBHOOK_LOG_DAYS = { ahead: 7, kept: 30 };

type Step = { readonly name: string; readonly sql: string; readonly checksum: string };

/**
 * Brings the database at `url` to what this code expects, as the owner of its tables.
 *
 * Forward only, each step in a transaction of its own, so a start that is
 * killed half-way goes on where it stopped. Two nodes that start at once wait
 * for each other. A second call changes nothing.
 *
 * @throws UserError for a database that is too old a PostgreSQL, was written by
 * a newer Galka, or does not let Galka make what it needs.
 */
export async function migrate(url: string, say: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "galka migrate" });
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw new UserError(`The database cannot be reached: ${messageOf(error)}. Check DATABASE_URL.`);
  });
  try {
    await checkServer(client);
    await client.query("select pg_advisory_lock(hashtext('galka.migrate'))");
    await createAppRole(client);
    await applyMigrations(client, say);
    await applyPolicies(client, url);
    await client.query("select keep_webhook_partitions($1, $2)", [
      WEBHOOK_LOG_DAYS.ahead,
      WEBHOOK_LOG_DAYS.kept,
    ]);
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    version: number;
    knows_letters: boolean;
    encoding: string;
  }>(
    `select current_setting('server_version_num')::integer as version,
       current_setting('server_encoding') as encoding, lower('Я') = 'я' as knows_letters`,
  );
  const server = rows[0];
  if (!server || server.version < 160_000) {
    throw new UserError("Galka needs PostgreSQL 16 or later; DATABASE_URL points at an older one.");
  }
  if (server.encoding !== "UTF8" || !server.knows_letters) {
    throw new UserError(
      "The database does not know letters beyond English. Create it with: " +
        "create database galka encoding 'UTF8' locale 'C.UTF-8' template template0",
    );
  }
}

async function applyMigrations(client: pg.Client, say: (line: string) => void): Promise<void> {
  await client.query(
    `create table if not exists galka_migrations (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const applied = await appliedSteps(client);
  const steps = stepsIn(MIGRATIONS);
  refuseNewer(applied, steps);
  for (const step of steps) {
    const before = applied.get(step.name);
    if (before === step.checksum) continue;
    if (before !== undefined) {
      throw new UserError(
        `The migration ${step.name} was changed after it had been applied to this database. Restore the file, or start with an empty database.`,
      );
    }
    say(`Migrating the database: ${step.name} …`);
    await applyStep(client, step);
  }
}

function refuseNewer(applied: ReadonlyMap<string, string>, steps: readonly Step[]): void {
  const known = new Set(["policies", ...steps.map((step) => step.name)]);
  const stranger = [...applied.keys()].find((name) => !known.has(name));
  if (stranger === undefined) return;
  throw new UserError(
    `The database was written by a newer Galka (it has ${stranger}). Start that version, or a newer one.`,
  );
}

/** Policies and functions are stated anew whenever they, or the tables they speak of, have changed. */
async function applyPolicies(client: pg.Client, url: string): Promise<void> {
  const files = stepsIn(POLICIES);
  const all = [...stepsIn(MIGRATIONS), ...files].map((step) => step.checksum).join();
  const policies: Step = {
    name: "policies",
    sql: files.map((file) => file.sql).join("\n"),
    checksum: checksumOf(all),
  };
  if ((await appliedSteps(client)).get("policies") === policies.checksum) return;
  // The job queue keeps migrations of its own, in a schema of its own.
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
  await applyStep(client, policies);
}

async function applyStep(client: pg.Client, step: Step): Promise<void> {
  await client.query("begin");
  try {
    await client.query(step.sql);
    await client.query(
      `insert into galka_migrations (name, checksum) values ($1, $2)
       on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
      [step.name, step.checksum],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The migration ${step.name} failed: ${messageOf(error)}`, { cause: error });
  }
}

async function appliedSteps(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from galka_migrations",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function stepsIn(directory: string): Step[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    });
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function messageOf(error: unknown): string {
  // A refused connection to a name with several addresses has its message in its parts.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
