import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A key of 32 bytes and the four bytes by which what it sealed names it. */
export type Key = { readonly id: Buffer; readonly bytes: Buffer };

/** The keys that are known; the first one seals, the others still open. */
export type KeyRing = readonly [Key, ...Key[]];

/** Thrown when the keys cannot be read; the message says what to do. */
export class KeyRingError extends Error {
  override readonly name = "KeyRingError";
}

/**
 * Reads keys as a person writes them: base64 of 32 bytes each, one a line or
 * separated by commas. To rotate, a new key is put in front of the others.
 *
 * @throws KeyRingError
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text
    .split(/[\s,]+/u)
    .filter((part) => part !== "")
    .map(keyOf);
  const [first, ...rest] = keys;
  if (!first) throw new KeyRingError("There is no key. Give base64 of 32 random bytes.");
  return [first, ...rest];
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== 32) {
    throw new KeyRingError(
      `A key has ${bytes.length} bytes instead of 32. Make one with: openssl rand -base64 32`,
    );
  }
  return {
    bytes,
    id: createHash("sha256").update("galka key id").update(bytes).digest().subarray(0, 4),
  };
}

/**
 * Reads the key file, or makes it with one key when there is none. Only its owner may read it.
 *
 * @throws KeyRingError when it is there and cannot be read: a new key in its
 * place would lock the installation out of its own secrets.
 */
export function loadKeyFile(path: string): KeyRing {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  }
  try {
    chmodSync(path, 0o600);
    return parseKeyRing(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KeyRingError(`The key file ${path} cannot be used: ${why}`);
  }
}
