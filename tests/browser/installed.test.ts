import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, letIn } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

/** The page as an app on a phone: installed, with a line that comes and goes. */
describe("the page on a phone", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    context = await browser.newContext(viewOf({ width: 360, height: 740 }));
    await letIn(context, galka);
    await foldPhone(context);
    page = await context.newPage();
    await page.goto(`${galka.url}/inbox`);
    await page.getByRole("listitem").first().waitFor();
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  it("can be installed", async () => {
    const session = await context.newCDPSession(page);
    const { errors, data } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.equal(JSON.parse(data ?? "{}").name, "Galka");
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A private window installs nothing; that is the only thing amiss.
    const amiss = installabilityErrors
      .map((it) => it.errorId)
      .filter((it) => it !== "in-incognito");
    assert.deepEqual(amiss, []);
  });

  it("opens again without a line, and says that there is none", async () => {
    await keptByWorker(page);
    await context.setOffline(true);
    await page.reload();
    await page
      .getByText(/There is no line|Galka cannot be reached/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await page.getByRole("listitem").first().waitFor();
  });

  it("sends what was written without a line when there is one, once, also after a reload", async () => {
    await page.getByRole("link", { name: /Анна/ }).first().click();
    const field = page.getByRole("textbox", { name: /message/i });
    await field.waitFor();
    await context.setOffline(true);
    await field.fill("Written in a tunnel");
    await field.press("Enter");
    await page.getByText("Written in a tunnel").waitFor();
    await page.reload();
    await context.setOffline(false);
    const conversationId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const sent = async () => {
      const { items } = await galka.api("listMessages", { params: { id: conversationId } });
      return items.filter(({ content }) => JSON.stringify(content).includes("in a tunnel"));
    };
    await until("it is sent", async () => (await sent()).length > 0);
    await page.getByText("Written in a tunnel").waitFor();
    assert.equal((await sent()).length, 1);
  });

  it("shows what is pushed while nobody looks, in the member's words", async () => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    await page.close();
    // A browser without a head shows no notifications, so what would be shown is caught.
    const shown = await worker.evaluate(`new Promise((done) => {
      self.registration.showNotification = async (title, { body }) => done([title, body]);
      const data = { conversationId: "c1", title: "Anna", kind: "image", text: "the oven" };
      self.dispatchEvent(new PushEvent("push", { data: JSON.stringify(data) }));
    })`);
    assert.deepEqual(shown, ["Anna", "Photo: the oven"]);
  });
});

/** Waits until the worker has kept everything that the page needs. */
async function keptByWorker(page: Page): Promise<void> {
  await page.waitForFunction(`
    caches.open("galka-page").then((it) => it.keys()).then((all) =>
      all.some(({ url }) => url.endsWith("/worker-words.json")) &&
      all.some(({ url }) => url.includes("/assets/")))`);
}
