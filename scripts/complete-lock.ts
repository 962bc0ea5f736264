// `node scripts/complete-lock.ts`: adds to package-lock.json the platform packages that npm left out of it.
//
// npm writes down only what it can look up. Where the registry lacks a package
// for some platform (mirrors often do), the lockfile lacks it too, and then
// `npm ci` refuses the whole lockfile, on every platform.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const FILE = join(import.meta.dirname, "..", "package-lock.json");

// Records keep their keys in the order of the file, which is npm's.
const recordSchema = z.record(z.string(), z.unknown());
const entrySchema = z.object({
  dev: z.boolean().default(false),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

const lock = recordSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
const locked = z.record(z.string(), recordSchema).parse(lock["packages"]);
const missing = Object.entries(locked).flatMap(([home, fields]) => {
  const entry = entrySchema.parse(fields);
  return Object.entries(entry.optionalDependencies)
    .filter(([name]) => !isLocked(home, name))
    .map(
      ([name, version]) => [`node_modules/${name}`, entryFor(name, version, entry.dev)] as const,
    );
});

if (missing.length > 0) {
  const { "": root = {}, ...rest } = { ...locked, ...Object.fromEntries(missing) };
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"));
  const packages = { "": root, ...Object.fromEntries(sorted) };
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
}
console.log(`Added ${missing.length} platform packages to package-lock.json.`);

/** A package is found in its own node_modules or in any above it. */
function isLocked(home: string, name: string): boolean {
  for (
    let place = home;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))
  ) {
    if (locked[`${place === "" ? "" : `${place}/`}node_modules/${name}`]) return true;
    if (place === "") return false;
    if (!place.includes("/node_modules/")) return locked[`node_modules/${name}`] !== undefined;
  }
}

/** The name says the platform, as in `binding-linux-x64-musl`; npm skips the entry on every other. */
function entryFor(name: string, version: string, dev: boolean): Record<string, unknown> {
  const match = /(android|darwin|freebsd|linux|openharmony|wasm32|win32)-(\w+)(?:-(\w+))?/.exec(
    name,
  );
  if (!match || !/^\d/.test(version)) {
    throw new Error(
      `${name}@${version} names no platform, or no exact version. Add it to package-lock.json by hand.`,
    );
  }
  const [, os = "", architecture = "", abi = ""] = match;
  const base = { version, ...(dev ? { dev } : {}), optional: true };
  if (os === "wasm32") return { ...base, cpu: [os] };
  const libc =
    os === "linux" && abi !== "" ? { libc: [abi.startsWith("musl") ? "musl" : "glibc"] } : {};
  return { ...base, os: [os], cpu: [architecture], ...libc };
}
