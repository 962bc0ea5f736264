import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { Key, KeyRing } from "./key-ring.ts";
import { SealBrokenError, type Sealer } from "./sealer.ts";

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + 4 + NONCE;

/**
 * AES-256-GCM with the context as associated data.
 *
 * A sealed value is: one byte of version, four of the key's id, twelve of nonce,
 * the encrypted bytes, sixteen of tag.
 */
export function aesSealer(keys: KeyRing): Sealer {
  const [sealing] = keys;
  const signing = keys.map((key) => derivedKey(key, "galka ids"));
  const marking = keys.map((key) => derivedKey(key, "galka fingerprints"));
  const signingNow = derivedKey(sealing, "galka ids");

  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", sealing.bytes, nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), sealing.id, nonce, body, cipher.getAuthTag()]);
    },

    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEAD + TAG || bytes[0] !== VERSION) {
        throw new SealBrokenError("This was not sealed by Galka, or by a newer version of it.");
      }
      const key = keys.find(({ id }) => id.equals(bytes.subarray(1, 5)));
      if (!key) throw new SealBrokenError("This was sealed with a key that is not known here.");
      return opened(key, bytes, context);
    },

    sign: (text) => signatureOf(signingNow, text),

    hasSigned: (text, signature) =>
      signature.length === 8 &&
      signing.some((key) => timingSafeEqual(signatureOf(key, text), signature)),

    fingerprints: (text) =>
      marking.map((key) => createHmac("sha256", key).update(text).digest("hex")),
  };
}

function opened(key: Key, bytes: Buffer, context: string): string {
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(5, HEAD));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const plain = [decipher.update(bytes.subarray(HEAD, -TAG)), decipher.final()];
    return Buffer.concat(plain).toString("utf8");
  } catch {
    throw new SealBrokenError("What was sealed has been changed, or belongs to another row.");
  }
}

/** As an object: to make one anew costs several times as much as the signature itself. */
function derivedKey(key: Key, purpose: string): KeyObject {
  return createSecretKey(createHmac("sha256", key.bytes).update(purpose).digest());
}

function signatureOf(key: KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest().subarray(0, 8);
}
