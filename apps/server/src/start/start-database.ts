import { startPostgres } from "@galka/postgres/embedded/start-postgres";
import { type Config, pathsIn } from "../config.ts";
import { keepRunning } from "./keep-running.ts";

/** Starts the embedded PostgreSQL and keeps it running, or takes the one that the configuration names. */
export async function startDatabase(
  config: Config,
  say: (line: string) => void,
): Promise<AsyncDisposable & { readonly url: string }> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, [Symbol.asyncDispose]: async () => {} };
  }
  // A demo world is made by a million commits of which none is anybody's: they need not wait for the disk.
  const durability = config.world === null ? "durable" : "hasty";
  const directory = pathsIn(config.data).database;
  const kept = await keepRunning({ name: "PostgreSQL", say }, async () =>
    startPostgres({ directory, durability, say }),
  );
  return { url: kept.first.url, [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]() };
}
