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
 * Ends the PostgreSQL that a killed Galka left running on `data`, and clears what one that was killed itself left.
 *
 * The pid in the file may long belong to somebody else (after a restart of the
 * machine it usually does), and PostgreSQL would then refuse to start. So the
 * process is asked what it is: another program's pid is a stale file, removed.
 * Whoever calls this holds the instance lock, so no living Galka uses `data`.
 */
export async function takeOver(data: string): Promise<"nothing" | "stale" | "stopped"> {
  const found = readPostmasterPid(data);
  if (!found) return "nothing";
  if (!isPostgresOf(found.pid, data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
    return "stale";
  }
  stopFast(found.pid);
  await untilGone(found.pid, data);
  return "stopped";
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
  while (isPostgresOf(pid, data)) {
    if (Date.now() > deadline) {
      throw new UserError(
        `The PostgreSQL with process id ${pid} still runs on ${data} and does not stop. End it (kill -INT ${pid}) and start again.`,
      );
    }
    await sleep(50);
  }
}

function isPostgresOf(pid: number, data: string): boolean {
  const line = commandLineOf(pid);
  // Where the system tells nothing about its processes, PostgreSQL's own check decides.
  return line !== null && line.includes("postgres") && line.includes(data);
}

function commandLineOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      // A zombie keeps its pid but has no command line any more.
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    if (process.platform === "win32") {
      return execFileSync("tasklist", ["/fi", `pid eq ${pid}`, "/fo", "csv", "/nh"], {
        encoding: "utf8",
      });
    }
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return null;
  }
}
