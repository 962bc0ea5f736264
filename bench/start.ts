// `npm run bench start`: how long a start takes, and how much memory Galka needs at rest.
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../tests/support/galka-process.ts";
import type { Table } from "./table.ts";

const ROOT = join(import.meta.dirname, "..");
const READY_WITHIN_MS = 180_000;
const REST_MS = 20_000;
const BARS = { secondStartMs: 5_000, memoryMiB: 450 };

type Started = AsyncDisposable & { readonly pid: number; readonly readyAfterMs: number };
type Memory = { readonly name: string; readonly pssMiB: number; readonly count: number };

/** Starts Galka twice on the same data, as a person does: through npm. */
export async function run(): Promise<Table[]> {
  const data = mkdtempSync(join(tmpdir(), "galka-bench-"));
  try {
    const first = await start(data);
    await first[Symbol.asyncDispose]();
    await using second = await start(data);
    await sleep(REST_MS);
    return [timesTable(first.readyAfterMs, second.readyAfterMs), memoryTable(memoryOf(second.pid))];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function start(data: string): Promise<Started> {
  const environment = {
    GALKA_DATA: data,
    GALKA_PORT: String(await freePort()),
    GALKA_EMULATOR_PORT: String(await freePort()),
  };
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
    // A group of its own, so that Ctrl-C can be sent to all of it, as a terminal does.
    detached: true,
  });
  const pid = child.pid ?? 0;
  const ended = once(child, "exit");
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes("Galka is ready:")) {
    if (child.exitCode !== null || performance.now() - began > READY_WITHIN_MS) {
      throw new Error(`Galka did not start:\n${output}`);
    }
    await sleep(5);
  }
  return {
    pid,
    readyAfterMs: performance.now() - began,
    async [Symbol.asyncDispose]() {
      process.kill(-pid, "SIGINT");
      await ended;
    },
  };
}

function timesTable(firstMs: number, secondMs: number): Table {
  return {
    title: "npm start until ready",
    columns: ["start", "ms"],
    rows: [
      ["first, with an empty data directory", Math.round(firstMs)],
      ["second", Math.round(secondMs)],
    ],
    bars: [
      {
        what: `second start within ${BARS.secondStartMs} ms`,
        holds: secondMs <= BARS.secondStartMs,
      },
    ],
  };
}

function memoryTable(processes: readonly Memory[]): Table {
  const total = processes.reduce((sum, one) => sum + one.pssMiB, 0);
  return {
    title: `memory at rest, ${REST_MS / 1000} s after the second start`,
    columns: ["process", "count", "PSS MiB"],
    rows: [
      ...processes.map(({ name, count, pssMiB }) => [name, count, pssMiB.toFixed(1)]),
      ["all", processes.reduce((sum, one) => sum + one.count, 0), total.toFixed(1)],
    ],
    bars: [{ what: `at most ${BARS.memoryMiB} MiB in all`, holds: total <= BARS.memoryMiB }],
  };
}

/** Proportional set size: what several processes share is divided among them, so the sum is what the machine gives. */
function memoryOf(root: number): Memory[] {
  const byName = new Map<string, Memory>();
  for (const pid of descendantsOf(root)) {
    const pss = Number(
      /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0,
    );
    const name = nameOf(pid);
    const before = byName.get(name);
    byName.set(name, {
      name,
      pssMiB: (before?.pssMiB ?? 0) + pss / 1024,
      count: (before?.count ?? 0) + 1,
    });
  }
  return [...byName.values()];
}

function descendantsOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const path of globSync("/proc/[0-9]*/stat")) {
    try {
      const stat = readFileSync(path, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(path.split("/")[2])]);
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

function nameOf(pid: number): string {
  const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  if (line.includes("npm start") || line.startsWith("npm")) return "npm";
  if (line.includes("bootstrap.mjs")) return line.startsWith("sh") ? "shell" : "bootstrap";
  if (line.includes("emulator/src/bin.ts")) return "emulator";
  if (line.includes("start.ts")) return "server";
  return line.includes("postgres") ? "PostgreSQL" : line.trim();
}
