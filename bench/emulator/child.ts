import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** A Node process that the benchmark started; it ends when disposed. */
export type Child = AsyncDisposable & {
  readonly process: ChildProcess;
  /** The first address that it printed. */
  readonly url: string;
  /** From the start to that line. */
  readonly readyAfterMs: number;
};

/** Starts a script and waits until it prints where it listens. */
export async function startChild(script: string, args: readonly string[] = []): Promise<Child> {
  const began = performance.now();
  const child = node(script, args);
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /https?:\/\/\S+(?=\s)/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return {
    process: child,
    url,
    readyAfterMs: performance.now() - began,
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Runs a script to its end and answers its last line. */
export async function runChild(script: string, args: readonly string[]): Promise<string> {
  const child = node(script, args);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return output.trim().split("\n").at(-1) ?? "";
}

function node(script: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--conditions=@galka/source", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** What the process has of the machine's memory, in MiB. */
export function residentMiB(child: Child): number {
  const status = readFileSync(`/proc/${child.process.pid ?? 0}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

/** How much processor time the process has taken, in milliseconds. */
export function processorMs(child: Child): number {
  const stat = readFileSync(`/proc/${child.process.pid ?? 0}/stat`, "utf8");
  // The name in parentheses may have blanks; user and system time are the 12th and 13th behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Linux counts a hundred ticks a second, whatever the machine. */
const TICK_MS = 10;
