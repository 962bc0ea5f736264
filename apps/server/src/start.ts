// `npm start`: everything that Galka is, in one command, step by step; and in reverse when it stops.
import { migrate } from "@galka/postgres/migrate";
import { UserError } from "@galka/postgres/user-error";
import { pathsIn, readConfig } from "./config.ts";
import { welcome } from "./first-run.ts";
import { startServer } from "./main.ts";
import { askedWorld } from "./start/asked-world.ts";
import { buildPages } from "./start/build-pages.ts";
import { checkPorts } from "./start/check-ports.ts";
import { prepareDataDirectory, signVersion } from "./start/data-directory.ts";
import { lockInstance } from "./start/instance-lock.ts";
import { startDatabase } from "./start/start-database.ts";
import { emulatorHost, startEmulator } from "./start/start-emulator.ts";
import { listenForStop } from "./start/stop-request.ts";

try {
  await start((line) => console.log(line));
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}

/** Returns when Galka has been asked to stop, and has. */
async function start(say: (line: string) => void): Promise<void> {
  const config = readConfig(undefined, askedWorld(process.argv.slice(2)));
  if (config.world !== null && !config.demo) {
    throw new UserError("A world needs the emulator. Leave GALKA_DEMO=off out.");
  }
  const paths = pathsIn(config.data);
  await using house = new AsyncDisposableStack();
  const stop = house.use(listenForStop(say));

  prepareDataDirectory(config.data);
  house.use(await lockInstance(paths.lock));
  signVersion(paths.version);
  await checkPorts([
    { variable: "GALKA_PORT", host: config.host, port: config.port },
    ...(config.demo
      ? [{ variable: "GALKA_EMULATOR_PORT", host: emulatorHost(config), port: config.emulatorPort }]
      : []),
  ]);

  // `npm run dev` serves the pages from Vite, and does not want them built at every restart.
  if (!process.argv.includes("--keep-pages")) await buildPages();
  // From here on, whatever is written is for this user alone.
  process.umask(0o077);
  const database = house.use(await startDatabase(config, say));
  await migrate(database.url, say);
  if (config.demo) house.use(await startEmulator(config, say));
  const server = house.use(await startServer({ ...config, databaseUrl: database.url }));
  // Filling the demo takes a while; whoever changes their mind meanwhile does not wait for it.
  const address = await Promise.race([welcome(server, config, say), stop.asked]);
  if (address === undefined) return;

  say(`Galka is ready: ${address}`);
  await stop.asked;
}
