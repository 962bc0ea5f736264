import { migrate } from "@galka/postgres/migrate";
import { UserError } from "@galka/postgres/user-error";
import { readConfig } from "../config.ts";
import { welcome } from "../first-run.ts";
import { startServer } from "../main.ts";
import { prepareDataDirectory } from "../start/data-directory.ts";
import { listenForStop } from "../start/stop-request.ts";
import type { Command } from "./command.ts";

/**
 * The server alone, in the roles of GALKA_ROLES, on a database of one's own.
 *
 * Any number of these work on one database, on one machine or several; they
 * meet in PostgreSQL and nowhere else. The demo and its emulator belong to `npm start`,
 * and so does the printed link: here the first owner comes from GALKA_OWNER_EMAIL.
 */
export const serve: Command = {
  usage: "serve    run the roles of GALKA_ROLES (all by default) on the database of DATABASE_URL",
  async run(_args, say) {
    const config = { ...readConfig(), demo: false };
    const { databaseUrl } = config;
    if (databaseUrl === null) {
      throw new UserError(
        "galka serve needs DATABASE_URL. npm start brings a database of its own.",
      );
    }
    await using house = new AsyncDisposableStack();
    const stop = house.use(listenForStop(say));
    prepareDataDirectory(config.data);
    await migrate(databaseUrl, say);
    const server = house.use(await startServer({ ...config, databaseUrl }));
    if (config.owner) await welcome(server, config, say);
    say(`Galka serves ${[...config.roles].join(", ")}: ${server.url}`);
    await stop.asked;
  },
};
