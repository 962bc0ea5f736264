// `npm run dev`: Galka restarting at every change of the server, and both pages from Vite, reloading at every change of theirs.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildPages } from "./build-pages.ts";

const root = join(import.meta.dirname, "..");
const vite = join(root, "node_modules", "vite", "bin", "vite.js");

// Galka itself serves pages too, as they were when this began.
await buildPages();
console.log(
  "The pages reload from http://localhost:4010 (team) and http://localhost:4011 (phones).",
);
console.log("Sign in through the link below first; both addresses share the cookie.\n");

const children = [
  node(
    [
      "--watch",
      "--watch-preserve-output",
      "--conditions=@galka/source",
      "apps/server/src/start.ts",
      "--keep-pages",
    ],
    root,
  ),
  node([vite, "--port=4010", "--strictPort", "--logLevel=warn"], join(root, "apps/web")),
  node([vite, "--port=4011", "--strictPort", "--logLevel=warn"], join(root, "apps/phone")),
];

// Ctrl-C reaches the children by itself; Galka needs a moment to stop in order.
process.on("SIGINT", () => {});
process.on("SIGTERM", stopAll);
await Promise.race(children.map((child) => once(child, "exit")));
stopAll();
await Promise.all(children.map(ended));

function node(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: "inherit" });
}

function stopAll(): void {
  for (const child of children) child.kill("SIGTERM");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
