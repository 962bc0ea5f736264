import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../user-error.ts";

const STOP_WITHIN_MS = 20_000;

/** What a running PostgreSQL says about itself in its data directory. */
export type PostmasterPid = { readonly pid: number; readonly ready: boolean };

/** The contents of `postmaster.pid`; null where there is none or it is half-written. */
export function readPostmasterPid(data: string): PostmasterPid | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : null;
  } catch {
    return null;
  }
}

/**
 * Ends the PostgreSQL that a killed Galka left running on `data`. Answers whether there was one.
 *
 * What a PostgreSQL that was killed itself left behind, PostgreSQL clears by
 * itself, except when the pid in its lock file is still taken: by somebody else
 * (after a restart of the machine it often is), or by a dead process that nobody
 * has waited for (as in a container without an init). It would refuse to start.
 * So that process is asked what it is, and the lock file of a stranger removed.
 * Whoever calls this holds the instance lock, so no living Galka uses `data`.
 */
export async function takeOver(data: string): Promise<boolean> {
  const found = readPostmasterPid(data);
  if (!found) return false;
  const line = commandLineOf(found.pid);
  if (line === null) return false;
  if (!isPostgresOf(line, data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
    return false;
  }
  stopFast(found.pid);
  await untilGone(found.pid, data);
  return true;
}

/** Asks for a fast shutdown: sessions end, everything is written, nothing needs recovery. */
export function stopFast(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It ended by itself in this very moment, which is what was wanted.
  }
}

async function untilGone(pid: number, data: string): Promise<void> {
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isPostgresOf(commandLineOf(pid) ?? "", data)) {
    if (Date.now() > deadline) {
      throw new UserError(
        `The PostgreSQL with process id ${pid} still runs on ${data} and does not stop. End it (kill -INT ${pid}) and start again.`,
      );
    }
    await sleep(50);
  }
}

function isPostgresOf(commandLine: string, data: string): boolean {
  return commandLine.includes("postgres") && commandLine.includes(data);
}

/** Null where no such process lives, and on Windows, where PostgreSQL's own check has to do. */
function commandLineOf(pid: number): string | null {
  try {
    if (process.platform === "win32") return null;
    if (process.platform === "linux") {
      // A process that has ended but is still listed has an empty command line: it is a stranger to anybody.
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return null;
  }
}
