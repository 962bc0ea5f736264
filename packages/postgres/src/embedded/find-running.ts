import { existsSync, readFileSync } from "node:fs";
import { NAME, clusterIn, readPassword } from "./cluster.ts";
import { readPostmasterPid } from "./postmaster-pid.ts";

/** The address of the embedded PostgreSQL that another process of ours runs in `directory`; null when none is ready. */
export function findRunningPostgres(directory: string): string | null {
  const cluster = clusterIn(directory);
  if (readPostmasterPid(cluster.data)?.ready !== true || !existsSync(cluster.port)) return null;
  const port = Number(readFileSync(cluster.port, "utf8"));
  return `postgres://${NAME}:${readPassword(cluster)}@127.0.0.1:${port}/postgres`;
}
