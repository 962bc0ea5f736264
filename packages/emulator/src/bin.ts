#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { HELP } from "./cli/help.ts";
import { runCommand, UsageError } from "./cli/run-command.ts";
import { ControlCallError } from "./control/client.ts";
import { ControlKeyError } from "./control/control-key.ts";
import { WorldDescriptionError } from "./description/read-description.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "./start-emulator.ts";
import { SnapshotError } from "./snapshots/snapshot-file.ts";
import { NewerDataError } from "./store/sqlite.ts";

const USUAL_URL = "http://127.0.0.1:4001";

/** Errors that say what to do by themselves. */
const CLEAR = [
  NewerDataError,
  ControlKeyError,
  ControlCallError,
  WorldDescriptionError,
  SnapshotError,
  UsageError,
];

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const controlKey = values["control-key"] ?? fromEnvironment("GALKA_EMULATOR_CONTROL_KEY");
  if (positionals.length > 0) {
    console.log(await runCommand(positionals, { url: values.of ?? USUAL_URL, key: controlKey }));
    return;
  }
  const emulator = await startEmulator({
    ...optionsOf(values),
    ...(controlKey === undefined ? {} : { controlKey }),
  });
  introduce(emulator, controlKey);
  const stop = () => void emulator[Symbol.asyncDispose]().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (values["end-with-parent"] === true) process.stdin.once("end", stop).resume();
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string" },
      host: { type: "string" },
      data: { type: "string" },
      world: { type: "string" },
      snapshot: { type: "string" },
      seed: { type: "string" },
      "log-size": { type: "string" },
      url: { type: "string" },
      "control-key": { type: "string" },
      of: { type: "string" },
      "end-with-parent": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
}

type Values = ReturnType<typeof readArguments>["values"];

function optionsOf(values: Values): EmulatorOptions {
  const { host, data, url, seed, world, snapshot } = values;
  const logSize = values["log-size"];
  return {
    port: portFrom(values.port ?? fromEnvironment("GALKA_EMULATOR_PORT") ?? "4001"),
    ...(host === undefined ? {} : { host }),
    ...(data === undefined ? {} : { dataDir: data }),
    ...(url === undefined ? {} : { publicUrl: url }),
    ...(seed === undefined ? {} : { seed }),
    ...(world === undefined ? {} : { world }),
    ...(snapshot === undefined ? {} : { snapshot: readFileSync(snapshot) }),
    ...(logSize === undefined ? {} : { requestLogSize: countFrom(logSize) }),
  };
}

function introduce({ url, ids }: Emulator, controlKey: string | undefined): void {
  const entry = controlKey === undefined ? "" : `/?key=${encodeURIComponent(controlKey)}`;
  console.log(`Galka emulator listening on ${url}`);
  console.log(`  Graph API   ${url}/v26.0/${ids.phoneNumberId}/messages`);
  console.log(`  Token       ${ids.accessToken}`);
  console.log(`  App secret  ${ids.appSecret}`);
  console.log(`  Phones      ${url}${entry}`);
  console.log(`  Control     ${url}/_emulator/docs`);
}

/** An empty variable is one that was not set. */
function fromEnvironment(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`"${text}" is not a port. Use a number from 0 to 65535.`);
}

function countFrom(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error(`"${text}" is not a number of calls. Use 0 or more.`);
}

/** What went wrong and what to do about it. */
function explain(error: unknown): string {
  if (CLEAR.some((it) => error instanceof it)) return messageOf(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return "The port is taken. Stop what listens there, or choose another with --port or GALKA_EMULATOR_PORT.";
  }
  if (code === "ENOENT") return `There is no such file: ${messageOf(error)}.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `No permission: ${messageOf(error)}. Choose a port above 1023, or a --data directory you may write to.`;
  }
  if (code === "ERR_SQLITE_ERROR") {
    return `The state cannot be opened: ${messageOf(error)}. Choose another --data directory, or stop the emulator that uses it.`;
  }
  if (error instanceof TypeError && error.message === "fetch failed") {
    return "No emulator answers there. Start one, or name its address with --of.";
  }
  return `${messageOf(error)} See --help.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
