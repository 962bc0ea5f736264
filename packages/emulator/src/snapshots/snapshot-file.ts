import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SCHEMA_VERSION } from "../store/schema.ts";
import { Database } from "../store/sqlite.ts";

/** Grows with each change to what a snapshot says of itself. */
const FORMAT = 1;

/** The file is no snapshot, or a newer emulator made it. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}

/** Writes the whole world into one file's bytes. `takenAt` is the emulator's instant. */
export function writeSnapshot(db: Database, takenAt: number): Uint8Array {
  return inFile((path) => {
    db.copyTo(path);
    const copy = new DatabaseSync(path);
    // The file lives for a moment: it needs neither a journal nor the disk's word.
    copy.exec("pragma journal_mode = off; pragma synchronous = off");
    copy.exec("create table galka_snapshot (format integer not null, taken_at integer not null)");
    copy.prepare("insert into galka_snapshot values (?, ?)").run(FORMAT, takenAt);
    copy.close();
    return new Uint8Array(readFileSync(path));
  });
}

/**
 * Exchanges the world in `db` for the one in the snapshot; answers its instant.
 *
 * @throws SnapshotError when the bytes are none, or newer than this emulator; nothing has changed then.
 */
export function readSnapshot(db: Database, bytes: Uint8Array): number {
  return inFile((path) => {
    writeFileSync(path, bytes);
    const { takenAt, version } = inspect(path);
    // Opening it brings an older one to today's tables.
    if (version < SCHEMA_VERSION) new Database(path).close();
    db.exchange(path);
    return takenAt;
  });
}

function inspect(path: string): { readonly takenAt: number; readonly version: number } {
  const file = open(path);
  try {
    const told = file.prepare("select format, taken_at from galka_snapshot").get();
    const version = Number(file.prepare("pragma user_version").get()?.["user_version"]);
    if (Number(told?.["format"]) > FORMAT || version > SCHEMA_VERSION) {
      throw new SnapshotError(
        "The snapshot was made by a newer emulator. Restore it there, or make it again with this one.",
      );
    }
    return { takenAt: Number(told?.["taken_at"]), version };
  } catch (error) {
    if (error instanceof SnapshotError) throw error;
    throw new SnapshotError(
      "This is not a snapshot of the emulator. Make one with GET /_emulator/snapshot or `galka-emulator snapshot save`.",
    );
  } finally {
    file.close();
  }
}

function open(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true });
}

function inFile<T>(work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "galka-snapshot-"));
  try {
    return work(join(folder, "world.sqlite"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
