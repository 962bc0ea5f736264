import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, keepScreen, letIn, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { LOOKS } from "../support/looks.ts";
import { wordsOf } from "../support/words.ts";
import { until } from "../support/until.ts";

describe("what a team keeps inside a conversation", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let vera: string;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
    const { emulator, number } = galka;
    vera = (await emulator.addPerson({ name: "Vera Day" })).id;
    await emulator.write(vera, number.phoneNumberId, { kind: "text", body: "Good morning" });
    await desk.goto(`${galka.url}/inbox`);
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach((test) => keepScreen(test, test.name, desk));

  it("makes a label in the settings and puts it on by the keyboard", async () => {
    await desk.goto(`${galka.url}/settings/labels`);
    await desk.getByRole("button", { name: "Add a label" }).click();
    const form = desk.getByRole("dialog");
    await form.getByLabel("Name").fill("Wholesale");
    await form.getByTitle("Violet").click();
    await form.getByTitle("Star").click();
    await form.getByRole("button", { name: "Save" }).click();
    await desk.getByText("Wholesale", { exact: true }).waitFor();

    await openVera();
    await desk.getByLabel("Message", { exact: true }).press("Escape");
    await desk.keyboard.press("l");
    await desk.getByRole("checkbox", { name: "Wholesale" }).check();
    await desk.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await row("Vera Day").getByText("Wholesale").waitFor();
    await log().getByText("added the label Wholesale").waitFor();
  });

  it("writes a note that the contact never gets, with a colleague in it", async () => {
    await openVera();
    await desk.getByLabel("Message", { exact: true }).press("Escape");
    await desk.keyboard.press("n");
    const field = desk.getByLabel("Note for the team");
    await field.pressSequentially("Ask about the invoice, @");
    await desk.getByRole("listbox", { name: "Whom to mention" }).waitFor();
    await field.press("Enter");
    await field.press("Control+Enter");
    await log().getByText("Ask about the invoice").waitFor();
    await until("the field is empty", async () => (await field.inputValue()) === "");
    const { data } = await galka.emulator.messages(vera, galka.number.phoneNumberId);
    assert.doesNotMatch(JSON.stringify(data), /invoice/);
    assert.equal(await row("Vera Day").getByText("invoice").count(), 0);
  });

  it("pins a message above the thread and takes the pin off", async () => {
    await openVera();
    const message = log().getByText("Good morning");
    const menu = log().getByRole("button", { name: "More actions" }).first();
    const pin = desk.getByRole("menuitem", { name: "Pin for the team" });
    // What comes in meanwhile moves the message away from under the pointer. No step may wait for long:
    // a menu that has opened behind the first look covers the message, and hovering never ends.
    await until("the message's menu is open", async () => {
      if (await pin.isVisible()) return true;
      await message.hover({ timeout: 2_000 });
      await menu.click({ timeout: 2_000 });
      return false;
    });
    await pin.click();
    await desk.getByRole("region", { name: "Pinned messages" }).getByText("Good morning").waitFor();
  });

  it("schedules a message, shows it waiting and cancels it", async () => {
    await openVera();
    await desk.getByLabel("Message", { exact: true }).fill("See you tomorrow");
    await desk.getByRole("button", { name: "Send later" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "Schedule" }).click();
    const waiting = desk.getByRole("region", { name: "Scheduled messages" });
    await waiting.getByText("See you tomorrow").waitFor();
    await waiting.getByRole("button", { name: "Cancel sending" }).click();
    await waiting.waitFor({ state: "detached" });
    await log().getByText("cancelled a scheduled message").waitFor();
  });

  for (const [locale, theme, width] of LOOKS) {
    it(`is for everyone: ${locale}, ${theme}, ${width} px`, async () => {
      await using context = await browser.newContext(viewOf({ locale, theme, width }));
      await foldPhone(context);
      await letIn(context, galka);
      await context.addInitScript(`localStorage.setItem("i18nextLng", "${locale}")`);
      const page = await context.newPage();
      const words = wordsOf("web", locale);
      await page.goto(`${galka.url}/inbox`);
      await page.locator("[data-conversation]", { hasText: "Vera Day" }).click();
      await page.getByRole("log").getByText("Ask about the invoice").waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.getByRole("button", { name: words("note.note"), exact: true }).click();
      assert.deepEqual(await axeFindings(page), []);
      await page.goto(`${galka.url}/settings/labels`);
      await page.getByText("Wholesale", { exact: true }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
    });
  }

  it("complains of nothing", () => assert.deepEqual(complaints, []));

  async function openVera(): Promise<void> {
    await desk.goto(`${galka.url}/inbox`);
    await row("Vera Day").click();
    await log().getByText("Good morning").waitFor();
  }

  function row(name: string) {
    return desk.locator("[data-conversation]", { hasText: name });
  }

  function log() {
    return desk.getByRole("log");
  }
});
