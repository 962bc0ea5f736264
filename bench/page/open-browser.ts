// A browser of its own for each measurement: nothing is kept from the one before.
import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type BrowserContext, chromium as playwright } from "playwright-core";
import { freePort } from "../../tests/support/galka-process.ts";

export type OpenBrowser = AsyncDisposable & {
  readonly context: BrowserContext;
  /** Where Chrome's own tools reach it. */
  readonly port: number;
};

/** A Chromium with an empty profile, signed in by these cookies where there are any. */
export async function openBrowser(url: string, cookie: string | null): Promise<OpenBrowser> {
  const executablePath = await (unpacked ??= unpack());
  const home = await mkdtemp(join(tmpdir(), "profile-"));
  const port = await freePort();
  const context = await playwright.launchPersistentContext(home, {
    executablePath,
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    args: ["--no-sandbox", "--disable-background-networking", `--remote-debugging-port=${port}`],
  });
  if (cookie !== null) await context.addCookies(cookiesOf(new URL(url).origin, cookie));
  return {
    context,
    port,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

let unpacked: Promise<string> | null = null;

/** Chromium unpacks itself into TMPDIR, once for all browsers of this process. */
function unpack(): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), "galka-bench-browser-"));
  process.env["TMPDIR"] = place;
  process.on("exit", () => rmSync(place, { recursive: true, force: true }));
  return chromium.executablePath();
}

function cookiesOf(url: string, header: string) {
  return header.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
