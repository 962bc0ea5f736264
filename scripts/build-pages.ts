// Builds a page with Vite unless what is in its dist was built from these very sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packPage } from "./pack-page.ts";

const root = join(import.meta.dirname, "..");

type PageName = "web" | "phone";

/** What a page is made of: a change in any of these makes its dist stale. */
const PAGES: readonly { readonly name: PageName; readonly sources: readonly string[] }[] = [
  { name: "web", sources: ["apps/web", "packages/core/src", "packages/contract/src"] },
  { name: "phone", sources: ["apps/phone", "packages/emulator/src/wire"] },
];

/** Builds what is stale of these pages; a second call with nothing changed only reads files. */
export async function buildPages(names: readonly PageName[] = ["web", "phone"]): Promise<void> {
  for (const page of PAGES.filter(({ name }) => names.includes(name))) {
    if (!existsSync(join(root, "apps", page.name, "index.html"))) continue;
    const marker = join(root, "apps", page.name, "dist", ".built-from");
    const fingerprint = fingerprintOf(page.sources);
    if (existsSync(marker) && readFileSync(marker, "utf8") === fingerprint) continue;

    console.log(`Building the ${page.name} page …`);
    await vite(join(root, "apps", page.name));
    await packPage(join(root, "apps", page.name, "dist"));
    writeFileSync(marker, fingerprint);
  }
}

function fingerprintOf(sources: readonly string[]): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  const files = sources
    .flatMap((source) => globSync(`${source}/**/*`, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](dist|node_modules)[\\/]|\.test\./.test(path))
    .sort();
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function vite(home: string): Promise<void> {
  const bin = join(root, "node_modules", "vite", "bin", "vite.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, "build", "--logLevel", "warn"], {
      cwd: home,
      stdio: "inherit",
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build failed in ${home}`)),
    );
  });
}
