/**
 * Keeps what must not be read or forged: a channel's secrets in the database and
 * its backups, and the ids that come back to us from outside.
 */
export interface Sealer {
  /** `context` is bound to the result: what was sealed for one row cannot be opened for another. */
  seal(plain: string, context: string): Uint8Array;
  /** Throws when it was sealed with a key that is not known here, or for another context. */
  open(sealed: Uint8Array, context: string): string;
  /** Eight bytes that only this installation can make of `text`. */
  sign(text: string): Uint8Array;
  /** True when `signature` was made of `text` with any key that is known here. */
  hasSigned(text: string, signature: Uint8Array): boolean;
  /**
   * By what `text` is found again without being kept, in hexadecimal: by every key
   * that is known here, the one in use first.
   */
  fingerprints(text: string): readonly string[];
}

/** Thrown by `open`: a wrong key, a wrong row, or bytes that were changed. */
export class SealBrokenError extends Error {
  override readonly name = "SealBrokenError";
}
