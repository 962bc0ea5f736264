// `npm run galka -- <command>`: what is done from a terminal. Each command is a file in cli/.
import { UserError } from "@galka/postgres/user-error";
import type { Command } from "./cli/command.ts";

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import("./cli/import-command.ts")).importCommand,
  restored: async () => (await import("./cli/restored-command.ts")).restoredCommand,
  secrets: async () => (await import("./cli/secrets-command.ts")).secretsCommand,
  serve: async () => (await import("./cli/serve.ts")).serve,
};

try {
  const [name = "", ...args] = process.argv.slice(2);
  const load = COMMANDS[name];
  if (!load) throw new UserError(await usage(name));
  await (await load()).run(args, (line) => console.log(line));
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}

async function usage(name: string): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map((command) => `  galka ${command.usage}`);
  return [
    name === "" ? "Which command?" : `There is no command "${name}".`,
    "Commands:",
    ...lines,
  ].join("\n");
}
