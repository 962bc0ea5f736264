import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@galka/postgres/user-error";
import { type Config, pathsIn } from "../config.ts";
import { type Running, keepRunning } from "./keep-running.ts";

const BIN = join(import.meta.dirname, "../../../../packages/emulator/src/bin.ts");
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 5_000;

/** Starts the emulator of Meta as a process of its own, as Meta is, and keeps it running. */
export async function startEmulator(
  config: Config,
  say: (line: string) => void,
): Promise<AsyncDisposable> {
  const host = emulatorHost(config);
  if (host !== config.host) {
    say(
      `The phones of the demo listen on ${host} alone. Set GALKA_EMULATOR_CONTROL_KEY to open them to other machines.`,
    );
  }
  return keepRunning({ name: "The emulator", say }, () => spawnEmulator(config));
}

/**
 * Where the emulator listens: beyond this machine only with a control key, since whoever
 * reaches its control API can play with the demo. The key itself reaches it by the environment.
 */
export function emulatorHost({ host, controlKey }: Config): string {
  return controlKey === null ? "127.0.0.1" : host;
}

async function spawnEmulator(config: Config): Promise<Running> {
  const args = [
    "--conditions=@galka/source",
    BIN,
    `--host=${emulatorHost(config)}`,
    `--port=${config.emulatorPort}`,
    `--data=${pathsIn(config.data).emulator}`,
    "--end-with-parent",
  ];
  // A process group of its own: Ctrl-C reaches Galka, which ends the emulator after itself. The open
  // pipe is what ends it when Galka is killed.
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(child, "exit").then(() => {});
  await untilReady(child);
  return { ended, [Symbol.asyncDispose]: () => stop(child, ended) };
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (!child.stdout) throw new Error("The emulator has no output to listen to.");
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<true>((resolve) => {
    lines.on("line", (line) => /listening on http/.test(line) && resolve(true));
  });
  const exit = once(child, "exit").then(() => "it ended at once");
  const late = sleep(READY_WITHIN_MS, `it said nothing for ${READY_WITHIN_MS / 1000} s`, {
    ref: false,
  });
  const outcome = await Promise.race([ready, exit, late]);
  if (outcome === true) return;
  child.kill("SIGKILL");
  throw new UserError(`The emulator did not start: ${outcome}. Its own message stands above.`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  const late = await Promise.race([
    ended.then(() => false),
    sleep(STOP_WITHIN_MS, true, { ref: false }),
  ]);
  // Its state is in SQLite, which loses nothing by this.
  if (late) child.kill("SIGKILL");
  await ended;
}
