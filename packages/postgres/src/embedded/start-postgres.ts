import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, findBinaries } from "./binaries.ts";
import {
  type Cluster,
  NAME,
  clusterIn,
  createCluster,
  giveDirectory,
  readPassword,
} from "./cluster.ts";
import { freePort } from "./free-port.ts";
import { readPostmasterPid, stopFast, takeOver } from "./postmaster-pid.ts";
import { type RunAs, chooseRunAs, commandAs } from "./run-as.ts";
import { type Durability, type Settings, asArguments, settingsFor } from "./settings.ts";
import { UserError } from "../user-error.ts";

export type PostgresOptions = {
  /** A directory of its own; made if it is not there. */
  readonly directory: string;
  /** `for-tests` gives up every safety against a crash for speed. */
  readonly durability: Durability;
  /** Told what takes long. */
  readonly say: (line: string) => void;
};

/** A PostgreSQL of Galka's own, as a child process. Disposing of it is a clean, fast shutdown. */
export type RunningPostgres = AsyncDisposable & {
  readonly url: string;
  readonly pid: number;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
};

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
const HELD_FOR_AT_MOST_MS = 15_000;
const LOG_BYTES = 5_000_000;

/**
 * Starts PostgreSQL on the files in `directory`, creating them the first time.
 *
 * Recovers from whatever an earlier start was killed at: a server left running
 * is stopped first, a stale lock file is removed, and PostgreSQL replays its
 * own log. The port is kept between starts as long as it is free.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const binaries = findBinaries();
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const directory = realpathSync(options.directory);
  const runAs = chooseRunAs(binaries, directory);
  giveDirectory(directory, runAs.owner);

  const cluster = clusterIn(directory);
  if (!existsSync(cluster.data)) options.say("Creating the database …");
  createCluster(cluster, binaries, runAs, options.durability);
  if (await takeOver(cluster.data)) {
    options.say("Stopped the PostgreSQL that an earlier Galka left running.");
  }

  const port = await choosePort(cluster);
  const launch = () =>
    launchPostmaster(cluster, binaries, runAs, settingsFor(port, options.durability));
  const child = await retryingWhileHeld(launch);
  return running(child, `postgres://${NAME}:${readPassword(cluster)}@127.0.0.1:${port}/postgres`);
}

async function launchPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  runAs: RunAs,
  settings: Settings,
): Promise<ChildProcess> {
  const log = openLog(cluster);
  const args = ["-D", cluster.data, ...asArguments(settings)];
  const command = commandAs(runAs, binaries.postgres, args, ["ignore", log, log]);
  // A process group of its own, so that Ctrl-C in the terminal does not end it before Galka is done with it.
  const child = spawn(command.file, command.args, { ...command.options, detached: true });
  closeSync(log);
  await untilReady(child, cluster);
  // Whoever holds it keeps their process alive by themselves; a database alone is no reason to.
  child.unref();
  return child;
}

/**
 * Tries again while the sessions of a server that was killed are still ending.
 * They hold its memory, and PostgreSQL does not start beside them.
 */
async function retryingWhileHeld(launch: () => Promise<ChildProcess>): Promise<ChildProcess> {
  const deadline = Date.now() + HELD_FOR_AT_MOST_MS;
  for (;;) {
    try {
      return await launch();
    } catch (error) {
      const held = error instanceof UserError && /shared memory block/.test(error.message);
      if (!held || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

function running(child: ChildProcess, url: string): RunningPostgres {
  const pid = child.pid ?? 0;
  let over = child.exitCode !== null || child.signalCode !== null;
  const ended = over ? Promise.resolve() : once(child, "exit").then(() => {});
  // A process that ends without disposing of it still asks it to stop.
  const atExit = () => stopFast(pid);
  process.once("exit", atExit);
  void ended.then(() => {
    over = true;
    process.off("exit", atExit);
  });
  return {
    url,
    pid,
    ended,
    async [Symbol.asyncDispose]() {
      if (over) return;
      child.ref();
      stopFast(pid);
      const gaveUp = await Promise.race([
        ended.then(() => false),
        sleep(STOP_WITHIN_MS, true, { ref: false }),
      ]);
      // Immediate shutdown: the next start recovers from the log.
      if (gaveUp) process.kill(pid, "SIGQUIT");
      await ended;
    },
  };
}

/** The port of the last start, or another if somebody has taken it since. */
async function choosePort(cluster: Cluster): Promise<number> {
  const kept = existsSync(cluster.port) ? Number(readFileSync(cluster.port, "utf8")) : 0;
  const port = await freePort(kept);
  if (port !== kept) writeFileSync(cluster.port, String(port));
  return port;
}

function openLog(cluster: Cluster): number {
  if (existsSync(cluster.log) && statSync(cluster.log).size > LOG_BYTES) {
    renameSync(cluster.log, `${cluster.log}.old`);
  }
  return openSync(cluster.log, "a", 0o600);
}

/** PostgreSQL writes "ready" into its lock file when it takes connections, after any recovery. */
async function untilReady(child: ChildProcess, cluster: Cluster): Promise<void> {
  let failure: Error | null = null;
  child.once("error", (error) => (failure = error));
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const said = readPostmasterPid(cluster.data);
    if (said?.ready && said.pid === child.pid) return;
    if (failure || child.exitCode !== null || child.signalCode !== null)
      throw didNotStart(cluster, failure);
    if (Date.now() > deadline) {
      child.kill("SIGQUIT");
      throw didNotStart(cluster, failure);
    }
    await sleep(10);
  }
}

function didNotStart(cluster: Cluster, failure: Error | null): UserError {
  const lines = readFileSync(cluster.log, "utf8").trim().split("\n").slice(-20);
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
  return new UserError(
    `PostgreSQL did not start: ${failure?.message ?? fatal.trim()} (its log is ${cluster.log})`,
  );
}
