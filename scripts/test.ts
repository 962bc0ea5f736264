// `npm test [path …]`: every test, or those whose file begins with one of the paths. One PostgreSQL serves them all.
import { spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { startTestCluster } from "@galka/postgres/testing/fresh-database";
import { buildPages } from "./build-pages.ts";

const root = join(import.meta.dirname, "..");
const wanted = process.argv.slice(2).map((path) => path.replace(/^\.?\//, ""));

/** Run by Node itself; the two pages' tests need their JSX transformed, and go to Vitest. */
const NODE_TESTS = [
  "packages/*/src/**/*.test.ts",
  "apps/server/src/**/*.test.ts",
  "tests/**/*.test.ts",
];
const PAGES = ["apps/web", "apps/phone"];

/** Two more than there are processors: files that wait for a browser, a database or a tick leave them idle. */
const FILES_AT_ONCE = availableParallelism() + 2;

const files = globSync(NODE_TESTS, { cwd: root })
  .filter((file) => !file.startsWith(join("tests", "chaos")))
  .filter(isWanted)
  .sort();
const pages = PAGES.filter((page) => existsSync(join(root, page, "package.json"))).filter(
  (page) =>
    wanted.length === 0 || wanted.some((path) => path.startsWith(page) || page.startsWith(path)),
);

const failed: string[] = [];
// Only what is tested through a whole Galka needs the pages; a page that does not build fails the rest of nothing.
if (files.some((file) => /^(tests|apps)\b/.test(file))) {
  await buildPages().catch((error: unknown) => {
    console.error(error);
    failed.push("pages");
  });
}
if (files.length > 0) await runNodeTests();
for (const page of pages) await runPageTests(page);

if (files.length === 0 && pages.length === 0) {
  console.error(`No test's path begins with ${wanted.join(" or ")}.`);
  process.exit(1);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
console.log("\nAll tests passed.");

function isWanted(file: string): boolean {
  return wanted.length === 0 || wanted.some((path) => file.startsWith(path));
}

async function runNodeTests(): Promise<void> {
  await using cluster = await startTestCluster();
  console.log(`Running ${files.length} test files …`);
  const args = [
    "--conditions=@galka/source",
    "--test",
    `--test-concurrency=${FILES_AT_ONCE}`,
    ...files,
  ];
  if (!(await succeeds(args, root, { GALKA_TEST_DATABASE_URL: cluster.url })))
    failed.push("node tests");
}

async function runPageTests(page: string): Promise<void> {
  console.log(`\nRunning the tests of ${page} …`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  // A path inside the page narrows its tests; Vitest takes it as a filter.
  const inside = wanted
    .filter((path) => path.startsWith(`${page}/`))
    .map((path) => path.slice(page.length + 1));
  if (!(await succeeds([vitest, "run", "--passWithNoTests", ...inside], join(root, page), {})))
    failed.push(page);
}

/** Runs Node and answers whether it ended well. Ctrl-C reaches the child by itself, and is waited for. */
function succeeds(
  args: readonly string[],
  cwd: string,
  environment: Record<string, string>,
): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  const pass = () => child.kill("SIGTERM");
  process.once("SIGTERM", pass);
  process.on("SIGINT", ignore);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("SIGTERM", pass);
      process.off("SIGINT", ignore);
      resolve(code === 0);
    });
  });
}

function ignore(): void {}
