import { connect } from "@galka/postgres/connect";
import { systemClock } from "../../clock.ts";
import { type Config, pathsIn } from "../../config.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { openDatabase } from "../open-database.ts";
import { uuidIds } from "../../ids.ts";
import { notifyWake } from "../../notify-wake.ts";
import type { ImportApp } from "../../operations/imports/import-app.ts";
import { pinoLog } from "../../telemetry/pino-log.ts";

/** Wires what an import needs, on the same data that Galka works on; `house` closes it. */
export async function openImportApp(
  config: Config,
  say: (line: string) => void,
  house: AsyncDisposableStack,
): Promise<ImportApp> {
  const url = await openDatabase(config, say, house);
  const log = pinoLog(config.logLevel);
  const db = house.adopt(await connect({ url, name: "import" }), (it) => it.destroy());
  const wake = house.use(notifyWake(url, log));
  const files = diskFiles(pathsIn(config.data).files);
  return { db, wake, files, log, clock: systemClock, ids: uuidIds() };
}
