import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { Durability } from "./settings.ts";
import { type Owner, type RunAs, commandAs } from "./run-as.ts";
import { UserError } from "../user-error.ts";

/** The name of the superuser and of the database that Galka lives in. */
export const NAME = "galka";

/** The major version of PostgreSQL whose binaries npm brings. */
const MAJOR = 18;

/** Where the parts of one embedded PostgreSQL are, all under one directory of its own. */
export type Cluster = {
  readonly data: string;
  readonly password: string;
  readonly port: string;
  readonly log: string;
};

export function clusterIn(directory: string): Cluster {
  return {
    data: join(directory, "cluster"),
    password: join(directory, "password"),
    port: join(directory, "port"),
    log: join(directory, "log"),
  };
}

/**
 * Makes the directory that PostgreSQL's owner shall have, and gives it to them.
 *
 * The mode is 0700: the password lies in it.
 */
export function giveDirectory(directory: string, owner: Owner | null): void {
  if (owner) chownSync(directory, owner.uid, owner.gid);
  chmodSync(directory, 0o700);
}

/**
 * Creates the cluster, unless it is there.
 *
 * It is made beside its place and moved there when complete, so a start that
 * was killed half-way leaves nothing that looks like a database.
 *
 * @throws UserError for data of another major version of PostgreSQL.
 */
export function createCluster(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  durability: Durability,
): void {
  if (existsSync(join(cluster.data, "PG_VERSION"))) return checkVersion(cluster);

  const draft = `${cluster.data}.draft`;
  rmSync(draft, { recursive: true, force: true });
  writePassword(cluster.password, runAs.owner);
  const args = [
    `--pgdata=${draft}`,
    `--username=${NAME}`,
    `--pwfile=${cluster.password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...ctype(),
    "--no-instructions",
    ...(durability === "for-tests" ? ["--no-sync"] : []),
  ];
  const command = commandAs(runAs, binaries.initdb, args, ["ignore", "pipe", "pipe"]);
  const result = spawnSync(command.file, command.args, { ...command.options, encoding: "utf8" });
  if (result.status !== 0) {
    const said = `${result.stdout ?? ""}${result.stderr ?? ""}`
      .trim()
      .split("\n")
      .slice(-3)
      .join(" ");
    throw new UserError(`PostgreSQL could not create its files in ${cluster.data}: ${said}`);
  }
  renameSync(draft, cluster.data);
}

export function readPassword(cluster: Cluster): string {
  return readFileSync(cluster.password, "utf8").trim();
}

function checkVersion(cluster: Cluster): void {
  const found = Number(readFileSync(join(cluster.data, "PG_VERSION"), "utf8"));
  if (found === MAJOR) return;
  throw new UserError(
    found > MAJOR
      ? `The data in ${cluster.data} is of PostgreSQL ${found}, newer than this Galka's ${MAJOR}. Start the Galka that wrote it, or a newer one.`
      : `The data in ${cluster.data} is of PostgreSQL ${found}; this Galka runs ${MAJOR}. Move it with pg_dump and pg_restore of your own PostgreSQL, or set DATABASE_URL.`,
  );
}

function writePassword(path: string, owner: Owner | null): void {
  writeFileSync(path, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/**
 * The trigram index takes letters for what the C library's locale says they
 * are; under plain "C" a Cyrillic word has none. Linux has C.UTF-8 built in.
 */
function ctype(): string[] {
  if (process.platform === "linux") return ["--locale=C", "--lc-ctype=C.UTF-8"];
  if (process.platform === "darwin") return ["--locale=C", "--lc-ctype=en_US.UTF-8"];
  return [];
}
