// `npm run pictures`: makes the pictures of the README from the running product.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startBrowser, type View, viewOf } from "../tests/support/browser.ts";
import { OWNER, type SignedInGalka, signedInGalka } from "../tests/support/signed-in.ts";

const FOLDER = join(import.meta.dirname, "..", "docs", "pictures");

const PICTURES: readonly (View & { readonly page: "inbox" | "phones"; readonly name: string })[] = [
  { page: "inbox", name: "inbox-light-en", theme: "light", locale: "en" },
  { page: "inbox", name: "inbox-light-ru", theme: "light", locale: "ru" },
  { page: "phones", name: "phones-dark-en", theme: "dark", locale: "en" },
  { page: "phones", name: "phones-dark-ru", theme: "dark", locale: "ru" },
];

await mkdir(FOLDER, { recursive: true });
await using galka = await signedInGalka();
await using browser = await startBrowser();
for (const picture of PICTURES) {
  await (picture.page === "inbox" ? takeInbox : takePhones)(galka, browser, picture);
  console.log(`docs/pictures/${picture.name}.png`);
}

type Picture = (typeof PICTURES)[number];

async function takeInbox(galka: SignedInGalka, browser: Browser, picture: Picture): Promise<void> {
  const context = await browser.newContext(viewOf({ ...picture, height: 900 }));
  const page = await context.newPage();
  await page.goto(galka.url);
  await page.locator('input[type="email"]').fill(OWNER.email);
  await page.locator('input[type="password"]').fill(OWNER.password);
  await page.keyboard.press("Enter");
  await page.locator("[data-conversation]").first().click();
  await page.locator("[data-message]").first().waitFor();
  // The phone beside the inbox draws itself; there is nothing of ours to wait for in its frame.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(FOLDER, `${picture.name}.png`) });
  await context.close();
}

async function takePhones(galka: SignedInGalka, browser: Browser, picture: Picture): Promise<void> {
  const context = await browser.newContext(viewOf({ ...picture, height: 900 }));
  const page = await context.newPage();
  await page.goto(`${galka.emulatorUrl}/?lang=${picture.locale}&theme=${picture.theme}`);
  await page.locator("[data-person]").first().waitFor();
  for (const phone of await page.locator("[data-person]").all()) {
    await phone.getByText("Jackdaw Coffee").first().click();
  }
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(FOLDER, `${picture.name}.png`) });
  await context.close();
}
