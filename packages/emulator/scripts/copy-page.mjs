// Part of `npm run build`: puts the built phones page into the package that is published.
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

const page = join(import.meta.dirname, "../../../apps/phone/dist");
if (!existsSync(join(page, "index.html"))) {
  console.error("The phones page is not built. Run `npm run build` in the repository first.");
  process.exit(1);
}
cpSync(page, join(import.meta.dirname, "../dist/page"), { recursive: true });
