import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { Socket } from "node:net";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import pg from "pg";
import { connect } from "../connect.ts";
import { type Database, inWorkspace } from "../database.ts";
import { startPostgres } from "../embedded/start-postgres.ts";
import { migrate } from "../migrate.ts";

/** A migrated database of a test's own. Disposing of it closes it and drops it. */
export type FreshDatabase = AsyncDisposable & {
  readonly db: Database;
  /** Signs in as the owner; whoever connects with `connect` is confined as the server is. */
  readonly url: string;
  /** Runs statements that the server may not: as the owner of the tables. */
  asOwner(statements: string): Promise<void>;
  /** Makes a workspace with nothing in it. */
  workspace(name?: string): Promise<WorkspaceId>;
};

/** The database that fresh ones are copies of. */
export const TEMPLATE = "galka_template";

/**
 * Makes a database by copying a migrated template.
 *
 * It is made in the cluster of GALKA_TEST_DATABASE_URL, which `npm test` starts
 * once for all files; a single file run by hand starts a cluster of its own.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = await testCluster();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(cluster, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = databaseIn(cluster, name);
  const db = await connect({ url, name: "test", size: 8 });
  return {
    db,
    url,
    asOwner: (statements) => asOwner(url, statements),
    workspace: (title = "Salon") => insertWorkspace(db, title),
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await asOwner(cluster, `drop database ${name} with (force)`);
    },
  };
}

/** Makes the template in the cluster at `url`. Called once per cluster. */
export async function createTemplate(url: string): Promise<void> {
  await asOwner(url, `create database ${TEMPLATE}`);
  await migrate(databaseIn(url, TEMPLATE));
}

/** A PostgreSQL for tests alone: without fsync, in a directory that goes with it. */
export async function startTestCluster(): Promise<AsyncDisposable & { readonly url: string }> {
  const directory = mkdtempSync(join(quickestPlace(), "galka-test-"));
  const postgres = await startPostgres({
    directory: join(directory, "database"),
    durability: "for-tests",
    say: () => {},
  });
  const guard = endWithThisProcess(postgres.pid, directory);
  await createTemplate(postgres.url);
  return {
    url: postgres.url,
    async [Symbol.asyncDispose]() {
      // Before the process id can be somebody else's.
      guard?.kill("SIGKILL");
      await postgres[Symbol.asyncDispose]();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const GIB = 1024 ** 3;

/**
 * In memory where there is plenty of it: a run of all tests makes and drops
 * hundreds of databases of a thousand files each, which costs a disk's file
 * system more than the tests themselves. A gigabyte is more than all of them need at once.
 */
function quickestPlace(): string {
  const memory = "/dev/shm";
  if (process.platform !== "linux" || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= 2 * GIB && freemem() >= 6 * GIB ? memory : tmpdir();
}

/** A test that is killed cannot clean up; a shell that waits for the end of a pipe from it can. */
function endWithThisProcess(pid: number, directory: string): ChildProcess | null {
  if (process.platform === "win32") return null;
  const script = 'read -r _; kill -QUIT "$1"; sleep 1; rm -rf "$2"';
  const guard = spawn("sh", ["-c", script, "sh", String(pid), directory], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.unref();
  // The pipe is a socket, which keeps the process alive unless it is told not to.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

let own: ReturnType<typeof startTestCluster> | null = null;

async function testCluster(): Promise<string> {
  const shared = process.env["GALKA_TEST_DATABASE_URL"];
  if (shared) return shared;
  own ??= startOwnCluster();
  return (await own).url;
}

/** Lives as long as this process has anything to do. */
async function startOwnCluster(): ReturnType<typeof startTestCluster> {
  const cluster = await startTestCluster();
  process.once("beforeExit", () => void cluster[Symbol.asyncDispose]());
  return cluster;
}

async function insertWorkspace(db: Database, name: string): Promise<WorkspaceId> {
  const id = idOf<"workspace">(randomUUID());
  await inWorkspace(db, id, async (tx) => {
    await tx.insertInto("workspaces").values({ id, name, created_at: new Date() }).execute();
  });
  return id;
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseIn(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}
