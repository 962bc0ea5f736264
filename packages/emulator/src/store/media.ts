import { createHash } from "node:crypto";
import { flag, int, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

export type Media = {
  readonly id: string;
  /** The only number that may use it; `null` for what lies on a person's phone. */
  readonly phoneNumberId: string | null;
  readonly sha256: string;
  readonly mimeType: string;
  readonly filename: string | null;
  readonly sizeBytes: number;
  readonly expiresAt: number;
  /** Deleted for the business; the phones that received it keep theirs. */
  readonly deleted: boolean;
};

export function storeBytes(db: Database, bytes: Uint8Array): string {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  db.run("insert or ignore into blobs (sha256, bytes) values (?, ?)", sha256, bytes);
  return sha256;
}

export function insertMedia(db: Database, media: Omit<Media, "deleted">): Media {
  db.run(
    "insert into media (id, phone_number_id, sha256, mime_type, filename, size, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
    media.id,
    media.phoneNumberId,
    media.sha256,
    media.mimeType,
    media.filename,
    media.sizeBytes,
    media.expiresAt,
  );
  return { ...media, deleted: false };
}

export function findMedia(db: Database, id: string): Media | null {
  const row = db.get("select * from media where id = ?", id);
  return row === undefined ? null : fromRow(row);
}

export function deleteMedia(db: Database, id: string): void {
  db.run("update media set deleted = 1 where id = ?", id);
}

export function loadBytes(db: Database, sha256: string): Uint8Array {
  const bytes = db.get("select bytes from blobs where sha256 = ?", sha256)?.["bytes"];
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error(`The bytes ${sha256} of a media file are gone`);
}

function fromRow(row: Row): Media {
  return {
    id: text(row, "id"),
    phoneNumberId: textOrNull(row, "phone_number_id"),
    sha256: text(row, "sha256"),
    mimeType: text(row, "mime_type"),
    filename: textOrNull(row, "filename"),
    sizeBytes: int(row, "size"),
    expiresAt: int(row, "expires_at"),
    deleted: flag(row, "deleted"),
  };
}
