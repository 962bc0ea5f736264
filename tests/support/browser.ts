import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from "playwright-core";

/** A Chromium that came with the packages: no download, nothing of the machine's. */
export async function startBrowser(): Promise<Browser & AsyncDisposable> {
  return playwright.launch({
    executablePath: await unpackedChromium(),
    headless: true,
    args: [
      "--no-sandbox",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--disable-background-networking",
    ],
  });
}

const PACKAGE = join(import.meta.dirname, "../../node_modules/@sparticuz/chromium");

/**
 * Unpacked once, inside its package, so that it goes when another version comes:
 * it is two hundred megabytes, and some twenty files of tests start it. Of several that
 * unpack it at once, the first one's is taken.
 */
async function unpackedChromium(): Promise<string> {
  const unpacked = join(PACKAGE, "unpacked");
  if (!existsSync(unpacked)) {
    const home = await mkdtemp(join(PACKAGE, "unpacking-"));
    await unpackInto(home);
    await rename(home, unpacked).catch(() => rm(home, { recursive: true }));
  }
  return join(unpacked, "chromium");
}

/** Chromium unpacks itself into TMPDIR, and nowhere else. */
async function unpackInto(home: string): Promise<void> {
  const { TMPDIR } = process.env;
  process.env["TMPDIR"] = home;
  try {
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  }
}

export type View = {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  readonly locale?: "en" | "ru";
};

/** How a page is looked at: a desk unless said otherwise. */
export function viewOf(view: View = {}): BrowserContextOptions {
  return {
    viewport: { width: view.width ?? 1440, height: view.height ?? 900 },
    colorScheme: view.theme ?? "light",
    locale: view.locale === "ru" ? "ru-RU" : "en-US",
    reducedMotion: "reduce",
    permissions: ["microphone", "clipboard-read", "clipboard-write"],
  };
}

const AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Finding = {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary?: string;
  }[];
};

/** What axe finds on the page, by these tags or rules, each as a line: empty is the floor. */
export async function axeFindings(
  page: Page,
  rules: readonly string[] = AXE_RULES,
): Promise<string[]> {
  // The page's own policy forbids foreign scripts; axe is put in by the browser, not by the page.
  if (!(await page.evaluate<boolean>(`"axe" in window`))) await page.evaluate(axe.source);
  // As text, because it runs in the page: there is no `document` among the types of a test.
  const found = await page.evaluate<Finding[]>(`
    axe
      .run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
      .then(({ violations }) => violations)
  `);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}

/** Every error that the page writes to its console, refused by its policy or thrown. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(`${line.text()} ${line.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}
