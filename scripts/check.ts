// `npm run check`: format, lint, types and the rules of the house. Stops at nothing, reports everything.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const steps: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ["format", "oxfmt", ["--check", "."]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings", "."]],
  ["types", "tsc", ["-p", "tsconfig.json"]],
  ["types of core", "tsc", ["-p", "packages/core/tsconfig.json"]],
  ["types of web", "tsc", ["-p", "apps/web/tsconfig.json"]],
  ["types of phone", "tsc", ["-p", "apps/phone/tsconfig.json"]],
  ["tidy", process.execPath, ["--conditions=@galka/source", "--test", "tests/tidy/*.test.ts"]],
];

const failed = steps.filter(([name, command, args]) => {
  console.log(`\n── ${name}`);
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status !== 0;
});

if (failed.length > 0) {
  console.error(`\ncheck failed: ${failed.map(([name]) => name).join(", ")}`);
  process.exit(1);
}
console.log("\ncheck passed");
