// One process of Galka for the roles of GALKA_ROLES, as on a machine of its own. Database and emulator are somebody else's.
import { markDemoFilled } from "@galka/postgres/stores/installation";
import { readConfig } from "@galka/server/config";
import { welcome } from "@galka/server/first-run";
import { startServer } from "@galka/server/main";

const config = readConfig();
const { databaseUrl } = config;
if (databaseUrl === null) throw new Error("Set DATABASE_URL.");
const server = await startServer({ ...config, databaseUrl });
if (config.roles.has("web")) {
  // An empty workspace: the scenario brings its own people.
  await markDemoFilled(server.app.db, { at: new Date(), world: null });
  await welcome(server, config, () => {});
}
console.log("ready");
process.once("SIGTERM", () => void server[Symbol.asyncDispose]().then(() => process.exit(0)));
// Whoever started it is gone without a word.
process.stdin.once("end", () => process.exit(1)).resume();
