import { findRunningPostgres } from "@galka/postgres/embedded/find-running";
import { migrate } from "@galka/postgres/migrate";
import { UserError } from "@galka/postgres/user-error";
import { type Config, pathsIn } from "../config.ts";
import { prepareDataDirectory, signVersion } from "../start/data-directory.ts";
import { lockInstance } from "../start/instance-lock.ts";
import { startDatabase } from "../start/start-database.ts";

/** The database of a Galka that runs on this data, or else one that this command starts for itself. */
export async function openDatabase(
  config: Config,
  say: (line: string) => void,
  house: AsyncDisposableStack,
): Promise<string> {
  prepareDataDirectory(config.data);
  if (config.databaseUrl !== null) return config.databaseUrl;
  const paths = pathsIn(config.data);
  try {
    house.use(await lockInstance(paths.lock, 0));
  } catch (error) {
    const running = error instanceof UserError ? findRunningPostgres(paths.database) : null;
    if (running === null) throw error;
    return running;
  }
  signVersion(paths.version);
  const database = house.use(await startDatabase(config, say));
  await migrate(database.url, say);
  return database.url;
}
