import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { keepRunning, type Running } from "@galka/server/start/keep-running";

type Process = Running & { readonly pid: number };

/** A process of the house that is started again whenever it ends by itself, as a supervisor does. */
export type Part = {
  readonly name: string;
  up(): Promise<void>;
  /** An orderly stop; nobody starts it again. */
  down(): Promise<void>;
  /** kill -9; resolves when it is back. */
  kill(): Promise<void>;
  signal(signal: "SIGSTOP" | "SIGCONT"): void;
  readonly deaths: () => number;
};

export function openPart(name: string, start: () => Promise<Process>): Part {
  let kept: AsyncDisposable | null = null;
  let current: Process | null = null;
  let deaths = 0;
  let onUp: (() => void) | null = null;
  const begin = async (): Promise<Process> => {
    current = await start();
    onUp?.();
    return current;
  };
  return {
    name,
    async up() {
      kept = await keepRunning({ name, say: () => {} }, begin);
    },
    async down() {
      await kept?.[Symbol.asyncDispose]();
      kept = null;
      current = null;
    },
    async kill() {
      const back = new Promise<void>((resolve) => (onUp = resolve));
      process.kill(pidOf(current), "SIGKILL");
      deaths += 1;
      await back;
      onUp = null;
    },
    signal(signal) {
      process.kill(pidOf(current), signal);
    },
    deaths: () => deaths,
  };
}

function pidOf(running: Process | null): number {
  if (!running) throw new Error("It does not run.");
  return running.pid;
}

export type NodeProcess = {
  readonly script: string;
  readonly args: readonly string[];
  /** Of Node's own, before the script. */
  readonly options?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What it prints when it is ready. */
  readonly ready: RegExp;
};

/** A Node process that ends with this one. */
export async function startNode(wish: NodeProcess): Promise<Process> {
  const child = spawn(
    process.execPath,
    ["--conditions=@galka/source", ...(wish.options ?? []), wish.script, ...wish.args],
    {
      stdio: ["pipe", "pipe", process.env["CHAOS_LOG"] === undefined ? "ignore" : "inherit"],
      env: { ...process.env, ...wish.environment },
    },
  );
  const ended = once(child, "exit").then(() => {});
  await untilReady(child, ended, wish);
  return {
    pid: child.pid ?? 0,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      // A stop waits for what is under way; a scenario does not wait for ever.
      const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
      await ended;
      clearTimeout(late);
    },
  };
}

async function untilReady(
  child: ChildProcess,
  ended: Promise<void>,
  { script, ready }: NodeProcess,
): Promise<void> {
  let output = "";
  const isReady = new Promise<true>((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2_000);
      if (ready.test(output)) resolve(true);
    });
  });
  if ((await Promise.race([isReady, ended])) !== true) {
    throw new Error(`${script} ended before it was ready: ${output}`);
  }
}
