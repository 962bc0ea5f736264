// `npm run emulator [-- options]`: the emulator of Meta alone, with its phones; `--help` names the options.
import { buildPages } from "./build-pages.ts";

if (!process.argv.includes("--help")) await buildPages(["phone"]);
// The bin reads its options from the command line itself.
await import("../packages/emulator/src/bin.ts");
