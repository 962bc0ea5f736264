import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, letIn } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { type Locale, wordsOf } from "../support/words.ts";

const MOST_BYTES = 250 * 1024;
/** A link into a conversation brings, once it can be read, the contact's panel, menus and how each country writes numbers. */
const MOST_WITH_PANEL = 340 * 1024;

/** A look at a page by a browser that has never seen it. */
type Look = { readonly name: string; readonly show: (page: Page) => Promise<unknown> };

describe("the first load", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  for (const locale of ["en", "ru"] as const) {
    it(`of the inbox is at most 250 KB of script, packed, in ${locale}`, async () => {
      await check(locale, {
        name: "inbox",
        async show(page) {
          await page.goto(`${galka.url}/inbox`);
          await page.locator("[data-conversation]").first().waitFor();
        },
      });
    });

    it(`of a conversation is at most 340 KB, with all around it, in ${locale}`, async () => {
      const { items } = await galka.api("listConversations", {});
      const say = wordsOf("web", locale);
      await check(locale, {
        name: "conversation",
        async show(page) {
          await page.goto(`${galka.url}/inbox/${items[0]?.id}`);
          await page.locator("[data-message]").last().waitFor();
          await page.getByRole("heading", { name: say("contact.identities") }).waitFor();
        },
      });
    });

    it(`of the page to sign in is so, too, in ${locale}`, async () => {
      const say = wordsOf("web", locale);
      await check(locale, {
        name: "sign-in",
        async show(page) {
          await page.goto(`${galka.url}/sign-in`);
          await page.getByRole("button", { name: say("signIn.action") }).waitFor();
        },
      });
    });
  }

  async function check(locale: Locale, { name, show }: Look): Promise<void> {
    await using context: BrowserContext = await browser.newContext({
      ...viewOf({ locale }),
      // What comes through a worker has no size, and who is here for the first time has none.
      serviceWorkers: "block",
    });
    await foldPhone(context);
    if (name !== "sign-in") await letIn(context, galka);
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on("response", (answer) => answers.push(answer));
    await show(page);
    await page.waitForLoadState("networkidle");

    await Promise.all(answers.map((it) => it.finished()));
    const scripts = answers.filter((it) => it.request().resourceType() === "script");
    const sizes = await Promise.all(
      scripts.map(async (it) => (await it.request().sizes()).responseBodySize),
    );
    console.log(
      name,
      sizes.reduce((sum, size) => sum + size, 0),
      scripts.length,
    );
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(bytes > 50 * 1024, `${name} was measured at ${bytes} bytes`);
    const most = name === "conversation" ? MOST_WITH_PANEL : MOST_BYTES;
    assert.ok(bytes <= most, `${name} loads ${bytes} bytes of script`);
    for (const script of scripts.filter((it) => it.url().includes("/assets/"))) {
      assert.equal(await script.headerValue("content-encoding"), "br", script.url());
      assert.match((await script.headerValue("cache-control")) ?? "", /immutable/, script.url());
    }
  }
});
