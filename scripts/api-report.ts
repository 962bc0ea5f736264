// `node scripts/api-report.ts`: writes what @galka/cloud-api offers to packages/cloud-api/api-report.md, to be reviewed with the code.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

const HOME = join(import.meta.dirname, "..", "packages", "cloud-api");

/** Where the report is kept. */
export const REPORT = join(HOME, "api-report.md");

/** The report as the code says it: every declaration the entry point leads to, without comments. */
export function apiReport(): string {
  const folder = mkdtempSync(join(tmpdir(), "api-report-"));
  try {
    emitDeclarations(folder);
    const files = reachable(join(folder, "index.d.ts"));
    const parts = files.map((file) => section(relative(folder, file), readFileSync(file, "utf8")));
    return ["# What @galka/cloud-api offers\n", ...parts].join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function emitDeclarations(outDir: string): void {
  const args = ["-p", "tsconfig.build.json", "--emitDeclarationOnly", "--removeComments"];
  const tsc = join(import.meta.dirname, "..", "node_modules", "typescript", "bin", "tsc");
  const done = spawnSync(process.execPath, [tsc, ...args, "--outDir", outDir], {
    cwd: HOME,
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`The declarations do not compile:\n${done.stdout}`);
}

/** The files an entry imports or exports from, each once, in a stable order. */
function reachable(entry: string): readonly string[] {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, target] of readFileSync(file, "utf8").matchAll(
      /(?:from |import\()"(\.[^"]+)\.ts"/g,
    )) {
      waiting.push(join(dirname(file), `${target}.d.ts`));
    }
  }
  return [...found].toSorted();
}

function section(name: string, declarations: string): string {
  return `## ${name.replaceAll("\\", "/")}\n\n\`\`\`ts\n${declarations.trim()}\n\`\`\`\n`;
}

if (import.meta.main) writeFileSync(REPORT, apiReport());
