// `node --conditions=@galka/source scripts/emulator-world-schema.ts`: writes what a world file of the emulator may say to packages/emulator/world.schema.json.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { worldSchema } from "../packages/emulator/src/description/world-schema.ts";

const FILE = join(import.meta.dirname, "../packages/emulator/world.schema.json");

writeFileSync(FILE, `${JSON.stringify(worldSchema(), null, 2)}\n`);
