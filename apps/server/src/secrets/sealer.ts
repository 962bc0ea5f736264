/** Keeps a channel's secrets unreadable in the database and in its backups. */
export interface Sealer {
  /** `context` is bound to the result: what was sealed for one row cannot be opened for another. */
  seal(plain: string, context: string): Uint8Array;
  /** Throws when it was sealed with a key that is not known here, or for another context. */
  open(sealed: Uint8Array, context: string): string;
}
