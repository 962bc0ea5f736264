import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { complaintsOf, viewOf } from "./browser.ts";
import type { SignedInGalka } from "./signed-in.ts";
import { PATIENCE_MS } from "./until.ts";

const SCREENS = join(import.meta.dirname, "../browser/out");

/** A page at which the owner sits, and what it complains of in its console. */
export async function openDesk(
  browser: Browser,
  galka: SignedInGalka,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(viewOf());
  context.setDefaultTimeout(PATIENCE_MS);
  await foldPhone(context);
  await letIn(context, galka);
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page) };
}

/** Lets a browser in as the owner, without the form. */
export async function letIn(context: BrowserContext, galka: SignedInGalka): Promise<void> {
  const [name = "", value = ""] = galka.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: galka.url }]);
}

/** Folds the docked phone until somebody opens it: most of what is looked at is beside it. */
export async function foldPhone(context: BrowserContext): Promise<void> {
  await context.addInitScript(`
    localStorage.getItem("galka.phone") ?? localStorage.setItem("galka.phone", "hidden")
  `);
}

/** Keeps what was on the screen when a test failed: it says more than the error. */
export async function keepScreen(test: object, name: string, page: Page): Promise<void> {
  if (!("passed" in test) || test.passed === true) return;
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name.replaceAll(/\W+/g, "-")}.png`) });
}

/** Lays a text file on what `selector` finds, as a mouse drops it or the clipboard pastes it. */
export async function giveFile(
  page: Page,
  selector: string,
  how: "drop" | "paste",
  file: { readonly name: string; readonly text: string },
): Promise<void> {
  // As text, because it runs in the page: there is no `document` among the types of a test.
  await page.evaluate(`{
    const data = new DataTransfer();
    const { name, text } = ${JSON.stringify(file)};
    data.items.add(new File([text], name, { type: "text/plain" }));
    const init = { bubbles: true, cancelable: true };
    const event = ${JSON.stringify(how)} === "drop"
      ? new DragEvent("drop", { ...init, dataTransfer: data })
      : new ClipboardEvent("paste", { ...init, clipboardData: data });
    document.querySelector(${JSON.stringify(selector)}).dispatchEvent(event);
  }`);
}
