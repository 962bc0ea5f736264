import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

describe("number health", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach((test) => keepScreen(test, test.name, desk));

  it("shows blocks as they come, pauses marketing, and lets a person decide otherwise", async () => {
    await desk.goto(`${galka.url}/number-health`);
    await desk.waitForURL(/number-health\/.+/);
    await desk.getByText("No brake").waitFor();
    for (const name of ["Bea", "Ben", "Bob", "Bram", "Birte"]) await blockedBy(name);
    // By itself: nobody asks for it.
    await desk.locator('[data-held="pause-marketing"]').waitFor();
    const blocks = desk.locator('[data-check="blocks"]');
    await blocks.getByText("Danger").waitFor();
    await blocks.getByRole("link", { name: "Birte" }).waitFor();
    await desk.locator("output").getByText("marketing is paused.").waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    await desk.getByRole("button", { name: "Decide otherwise" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("Brake").selectOption({ label: "Slow" });
    await dialog.getByLabel("Reason").fill("They were our own testers.");
    await dialog.getByRole("button", { name: "Decide" }).click();
    await desk.locator('[data-held="slow"]').waitFor();
    await desk.getByText("They were our own testers.").first().waitFor();
    await desk.getByRole("button", { name: "Leave it to Galka again" }).click();
    await desk.locator('[data-held="pause-marketing"]').waitFor();
    assert.deepEqual(complaints, []);
  });

  it("stays within a narrow screen", async () => {
    await desk.setViewportSize({ width: 360, height: 740 });
    await desk.getByRole("heading", { name: "History" }).waitFor();
    const wide = await desk.evaluate(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    assert.equal(wide, false);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.setViewportSize({ width: 1440, height: 900 });
  });

  it("tells a newcomer without an account which WhatsApp they need, and what it costs", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${galka.url}/sign-in`);
    await page.getByRole("link", { name: "Find out which WhatsApp you need" }).click();
    await page.locator('[data-answer="app"]').waitFor();
    await page.getByText("the app is free").waitFor();
    await page.getByLabel("How many people answer?").fill("4");
    await page.getByLabel("Advertising messages, a month").fill("1000");
    await page.locator('[data-answer="api"]').waitFor();
    // Germany: a thousand at 0.1365 dollars, and the answers are within the free thousand.
    await page.locator("[data-total]").getByText("$136.50").waitFor();
    await page.getByLabel("Somebody goes on answering in the app").check();
    await page.locator('[data-answer="both"]').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await context.close();
  });

  /** Writes, blocks the number, and is answered all the same. */
  async function blockedBy(name: string): Promise<void> {
    const { emulator, api, number } = galka;
    const { id } = await emulator.addPerson({ name });
    await emulator.write(id, number.phoneNumberId, { kind: "text", body: "Stop writing to me." });
    const conversation = await until(`${name} has arrived`, async () => {
      const { items } = await api("listConversations", { query: { limit: 100 } });
      return items.find(({ contact }) => contact.profileName === name);
    });
    await emulator.block(id, number.phoneNumberId);
    const draft = { kind: "text", text: "Are you sure?" } as const;
    const body = { clientId: randomUUID(), draft };
    await api("sendMessage", { params: { id: conversation.id }, body });
  }
});
