import { connect } from "@galka/postgres/connect";
import { findRunningPostgres } from "@galka/postgres/embedded/find-running";
import { migrate } from "@galka/postgres/migrate";
import { UserError } from "@galka/postgres/user-error";
import { systemClock } from "../../clock.ts";
import { type Config, pathsIn } from "../../config.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { uuidIds } from "../../ids.ts";
import { notifyWake } from "../../notify-wake.ts";
import type { ImportApp } from "../../operations/imports/import-app.ts";
import { prepareDataDirectory, signVersion } from "../../start/data-directory.ts";
import { lockInstance } from "../../start/instance-lock.ts";
import { startDatabase } from "../../start/start-database.ts";
import { pinoLog } from "../../telemetry/pino-log.ts";

/** Wires what an import needs, on the same data that Galka works on; `house` closes it. */
export async function openImportApp(
  config: Config,
  say: (line: string) => void,
  house: AsyncDisposableStack,
): Promise<ImportApp> {
  prepareDataDirectory(config.data);
  const url = await openDatabase(config, say, house);
  const log = pinoLog(config.logLevel);
  const db = house.adopt(await connect({ url, name: "import" }), (it) => it.destroy());
  const wake = house.use(notifyWake(url, log));
  const files = diskFiles(pathsIn(config.data).files);
  return { db, wake, files, log, clock: systemClock, ids: uuidIds() };
}

/** The database of a Galka that runs on this data, or else one that this command starts for itself. */
async function openDatabase(
  config: Config,
  say: (line: string) => void,
  house: AsyncDisposableStack,
): Promise<string> {
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
