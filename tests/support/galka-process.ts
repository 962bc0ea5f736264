import { randomInt } from "node:crypto";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export type GalkaProcess = AsyncDisposable & {
  readonly child: ChildProcess;
  readonly url: string;
  readonly emulatorUrl: string;
  /** The one-time link that the first start printed; null on a later start. */
  readonly signInLink: string | null;
  readonly data: string;
  readonly port: number;
  readonly emulatorPort: number;
  readonly output: () => string;
  /** Ctrl-C, as a person would; answers the exit code. */
  stop(): Promise<number | null>;
};

export type StartOptions = {
  /** Kept after the process has ended when it is given; otherwise a temporary one. */
  readonly data?: string;
  readonly port?: number;
  readonly emulatorPort?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly readyWithinMs?: number;
  /** Serves the pages as they were built last, for tests that look at none. */
  readonly keepPages?: boolean;
};

/**
 * Starts Galka as `npm start` does, in a process of its own, and waits for its ready line.
 * A port that another test took between the look at it and its use is chosen anew.
 */
export async function startGalka(options: StartOptions = {}): Promise<GalkaProcess> {
  try {
    return await startOnce(options);
  } catch (error) {
    const isChosenHere = options.port === undefined && options.emulatorPort === undefined;
    if (isChosenHere && /EADDRINUSE/.test(String(error))) return startGalka(options);
    throw error;
  }
}

async function startOnce(options: StartOptions): Promise<GalkaProcess> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), "galka-data-")));
  const port = options.port ?? (await freePort());
  const emulatorPort = options.emulatorPort ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      "--conditions=@galka/source",
      join(ROOT, "apps/server/src/start.ts"),
      ...(options.keepPages === true ? ["--keep-pages"] : []),
    ],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        GALKA_DATA: data,
        GALKA_PORT: String(port),
        GALKA_EMULATOR_PORT: String(emulatorPort),
        ...options.environment,
      },
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));

  const ready = await readyLine(() => output, ended, options.readyWithinMs ?? 180_000);
  const stop = async () => {
    child.kill("SIGINT");
    return ended;
  };
  return {
    child,
    url: `http://localhost:${port}`,
    emulatorUrl: `http://localhost:${emulatorPort}`,
    signInLink: /sign-in\/link/.test(ready) ? ready : null,
    data,
    port,
    emulatorPort,
    output: () => output,
    stop,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await stop();
      if (options.data === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}

async function readyLine(
  output: () => string,
  ended: Promise<number | null>,
  withinMs: number,
): Promise<string> {
  const deadline = performance.now() + withinMs;
  let over = false;
  void ended.then(() => (over = true));
  while (performance.now() < deadline) {
    const found = /Galka is ready: (http\S+)/.exec(output());
    if (found?.[1]) return found[1];
    if (over) throw new Error(`Galka ended before it was ready:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Galka was not ready after ${withinMs} ms:\n${output()}`);
}

/**
 * A port that nobody listens on at the moment. It is below those that systems
 * give away by themselves, so no connection or other listener takes it by chance before it is used.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
