#!/usr/bin/env node
import { parseArgs } from "node:util";
import { DEMO } from "./demo.ts";
import { ControlKeyError } from "./control/control-key.ts";
import { startEmulator } from "./start-emulator.ts";
import { NewerDataError } from "./store/sqlite.ts";

const HELP = `galka-emulator: Meta's WhatsApp Cloud API on your desk

  --port N     where to listen (4001, or GALKA_EMULATOR_PORT)
  --host H     address to listen on (127.0.0.1)
  --data DIR   where to keep the state; without it the world ends with the process
  --url URL    address that others reach it by, for media URLs
  --end-with-parent  stop when standard input ends
  --control-key K  what the control API and the phones page ask for
               (or GALKA_EMULATOR_CONTROL_KEY); needed when --host is not this machine alone
  --help       this text
`;

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string" },
      data: { type: "string" },
      url: { type: "string" },
      "control-key": { type: "string" },
      "end-with-parent": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const controlKey = values["control-key"] ?? fromEnvironment("GALKA_EMULATOR_CONTROL_KEY");
  const emulator = await startEmulator({
    port: portFrom(values.port ?? fromEnvironment("GALKA_EMULATOR_PORT") ?? "4001"),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    ...(values.url === undefined ? {} : { publicUrl: values.url }),
    ...(controlKey === undefined ? {} : { controlKey }),
  });
  console.log(`Galka emulator listening on ${emulator.url}`);
  console.log(`  Graph API   ${emulator.url}/v26.0/${DEMO.phoneNumberId}/messages`);
  console.log(`  Token       ${DEMO.accessToken}`);
  console.log(`  App secret  ${DEMO.appSecret}`);
  console.log(`  Control     ${emulator.url}/_emulator/openapi.json`);
  const stop = () => void emulator[Symbol.asyncDispose]().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (values["end-with-parent"] === true) process.stdin.once("end", stop).resume();
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

/** One line that says what to do. */
function explain(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return "The port is taken. Stop what listens there, or choose another with --port or GALKA_EMULATOR_PORT.";
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `No permission: ${messageOf(error)}. Choose a port above 1023, or a --data directory you may write to.`;
  }
  if (code === "ERR_SQLITE_ERROR") {
    return `The state cannot be opened: ${messageOf(error)}. Choose another --data directory, or stop the emulator that uses it.`;
  }
  if (error instanceof NewerDataError || error instanceof ControlKeyError) return error.message;
  return `${messageOf(error)} See --help.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
