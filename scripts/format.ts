// `npm run format`: formats every file in place.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const result = spawnSync("oxfmt", process.argv.slice(2), {
  cwd: join(import.meta.dirname, ".."),
  stdio: "inherit",
});
process.exit(result.status ?? 1);
