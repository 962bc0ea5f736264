import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When the process with this id began, in words that only compare; null if there is none.
 *
 * An id is given again to another process, a pair of id and beginning is not.
 */
export function startOfProcess(pid: number): string | null {
  try {
    if (process.platform === "linux") return fromProc(pid);
    if (process.platform === "win32") return fromSignal(pid);
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null
    );
  } catch {
    return null;
  }
}

/** Ticks since the machine came up, after which the id of that uptime makes them comparable across restarts. */
function fromProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in parentheses may hold anything; the state and the numbers come after the last one.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, ticks] = [fields[0], fields[19]];
  if (state === "Z" || ticks === undefined) return null;
  return `${ticks} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
}

function fromSignal(pid: number): string {
  process.kill(pid, 0);
  return "unknown";
}
