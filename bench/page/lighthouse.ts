// Google's own judgement of the built page, by the Lighthouse that is fetched when it is first needed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openBrowser } from "./open-browser.ts";

const VERSION = "13.5.0";

export type Preset = "desktop" | "mobile";

export type Verdict = {
  readonly performance: number;
  readonly accessibility: number;
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  /** The accessibility audits that do not hold, by name. */
  readonly failed: readonly string[];
};

const score = z.object({ score: z.number() });
const audit = z.object({
  title: z.string(),
  score: z.number().nullable(),
  numericValue: z.number().optional(),
});
const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  finalDisplayedUrl: z.string(),
  categories: z.object({
    performance: score,
    accessibility: score.extend({ auditRefs: z.array(z.object({ id: z.string() })) }),
  }),
  audits: z.record(z.string(), audit),
});

/** What Lighthouse says of one page, opened in a browser that has never seen it. */
export async function judge(
  home: string,
  url: string,
  { cookie, preset }: { readonly cookie: string | null; readonly preset: Preset },
): Promise<Verdict> {
  const cli = await lighthouseIn(home);
  await using browser = await openBrowser(url, cookie);
  const output = await run(process.execPath, [
    cli,
    url,
    `--port=${browser.port}`,
    "--output=json",
    "--quiet",
    "--only-categories=performance,accessibility",
    // The session lies in a cookie, which is to stay.
    "--disable-storage-reset",
    ...(preset === "desktop" ? ["--preset=desktop"] : []),
  ]);
  return verdictOf(report.parse(JSON.parse(output)), url);
}

function verdictOf(told: z.output<typeof report>, url: string): Verdict {
  if (told.runtimeError) throw new Error(told.runtimeError.message);
  if (!told.finalDisplayedUrl.startsWith(url)) {
    throw new Error(`${url} led to ${told.finalDisplayedUrl}.`);
  }
  const figure = (id: string) => told.audits[id]?.numericValue ?? Number.NaN;
  const { performance, accessibility } = told.categories;
  return {
    performance: Math.round(performance.score * 100),
    accessibility: Math.round(accessibility.score * 100),
    fcpMs: figure("first-contentful-paint"),
    lcpMs: figure("largest-contentful-paint"),
    tbtMs: figure("total-blocking-time"),
    cls: figure("cumulative-layout-shift"),
    failed: accessibility.auditRefs.flatMap(({ id }) => {
      const found = told.audits[id];
      return found && found.score !== null && found.score < 1 ? [found.title] : [];
    }),
  };
}

/** Not among Galka's packages: it is 176 MB, and only this needs it. */
async function lighthouseIn(home: string): Promise<string> {
  const place = join(home, `lighthouse-${VERSION}`);
  const cli = join(place, "node_modules", "lighthouse", "cli", "index.js");
  if (existsSync(cli)) return cli;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ private: true }));
  console.log(`  fetching Lighthouse ${VERSION} …`);
  await run("npm", [
    "install",
    `lighthouse@${VERSION}`,
    `--prefix=${place}`,
    "--save-exact",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  return cli;
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}.`);
  return Buffer.concat(chunks).toString("utf8");
}
