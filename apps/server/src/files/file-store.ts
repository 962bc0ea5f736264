/** Where bytes live, by the hash of their content. Disk by default, S3 by setting. */
export interface FileStore {
  /** Stores the stream and answers its hash and size; equal content is stored once. Refuses above `maxBytes`. */
  put(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile>;
  /** Null when it is not there. */
  open(sha256: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes it unless it was stored less than `settledMs` ago; what is not there is removed. */
  remove(sha256: string, settledMs: number): Promise<"removed" | "too-fresh">;
}

/** Both ends inclusive, as HTTP has them. */
export type ByteRange = { readonly start: number; readonly end: number };

export type StoredFile = { readonly sha256: string; readonly sizeBytes: number };

/** Thrown by `put`; nothing is kept. */
export class FileTooLargeError extends Error {
  override readonly name = "FileTooLargeError";
}
