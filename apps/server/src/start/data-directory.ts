import {
  constants,
  accessSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { UserError } from "@galka/postgres/user-error";

const PACKAGE = join(import.meta.dirname, "../../../../package.json");

/**
 * Makes the data directory if it is not there, and proves that it can be written.
 *
 * What lies in it is for Galka's own user alone; only when that is root may
 * others pass through, because the database then has a user of its own.
 *
 * @throws UserError when it cannot.
 */
export function prepareDataDirectory(data: string): void {
  try {
    const made = mkdirSync(data, { recursive: true, mode: 0o700 });
    if (made !== undefined && process.getuid?.() === 0) chmodSync(data, 0o711);
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new UserError(
      `Galka may not write to ${data}. Give this user the right to, or set GALKA_DATA to a directory of theirs.`,
    );
  }
}

/**
 * Refuses the data of a newer Galka, and signs what is older as this one's.
 *
 * @throws UserError naming both versions.
 */
export function signVersion(path: string, own = ownVersion()): void {
  const found = existsSync(path) ? readFileSync(path, "utf8").trim() : null;
  if (found === own) return;
  if (found !== null && compare(found, own) > 0) {
    throw new UserError(
      `The data was written by Galka ${found}; this is ${own}. Start that version or a newer one, or set GALKA_DATA to another directory.`,
    );
  }
  writeFileSync(path, `${own}\n`);
}

function ownVersion(): string {
  const described: unknown = JSON.parse(readFileSync(PACKAGE, "utf8"));
  if (typeof described === "object" && described !== null && "version" in described) {
    return String(described.version);
  }
  throw new Error(`${PACKAGE} names no version.`);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
