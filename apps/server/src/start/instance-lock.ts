import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@galka/postgres/user-error";
import { z } from "zod";
import { startOfProcess } from "./process-start.ts";

const holderSchema = z.object({ pid: z.number(), started: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

/** A Galka that was just told to stop needs no longer than this to be gone. */
const WAIT_MS = 3_000;

/**
 * Holds the data directory for this process until it is disposed of.
 *
 * The file names the process and when that process began, so that neither a
 * kill -9 nor a pid that belongs to somebody else by now keeps Galka from starting.
 *
 * @throws UserError when another Galka lives on the same data, and goes on living.
 */
export async function lockInstance(path: string, waitMs = WAIT_MS): Promise<Disposable> {
  const own: Holder = { pid: process.pid, started: startOfProcess(process.pid) };
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    await untilClaimed(draft, path, waitMs);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    [Symbol.dispose]() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

async function untilClaimed(draft: string, path: string, waitMs: number): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (!claim(draft, path)) {
    const holder = removeIfStale(path);
    if (!holder) continue;
    if (performance.now() >= deadline) throw inUse(path, holder);
    await sleep(100);
  }
}

/** A link appears whole or not at all, and never in place of another. */
function claim(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Answers who holds the lock; null when nobody did, and it is gone.
 *
 * Moves the lock aside before it looks again, so that of two starts only one takes a stale lock away.
 */
function removeIfStale(path: string): Holder | null {
  const holder = readHolder(path);
  if (holder && isAlive(holder)) return holder;

  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return null;
  }
  const moved = readHolder(aside);
  if (moved && isAlive(moved)) {
    renameSync(aside, path);
    return moved;
  }
  rmSync(aside, { force: true });
  return null;
}

function inUse(path: string, holder: Holder): UserError {
  return new UserError(
    `Galka already runs on this data (process ${holder.pid}, lock ${path}). Stop it, or set GALKA_DATA to another directory.`,
  );
}

function isAlive(holder: Holder): boolean {
  const started = startOfProcess(holder.pid);
  return started !== null && (holder.started === null || holder.started === started);
}

/** Null for a lock that is gone or was never whole. */
function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
