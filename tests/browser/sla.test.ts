import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const MINUTE_MS = 60_000;

describe("targets and windows", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let page: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page, complaints } = await openDesk(browser, galka));
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  beforeEach(() => void complaints.splice(0));
  afterEach((test) => keepScreen(test, `sla ${test.name}`, page));

  it("are set in the settings, with what is unclear said beside them", async () => {
    await page.goto(`${galka.url}/settings/sla`);
    await page.getByRole("button", { name: "Set targets" }).click();
    const form = page.getByRole("dialog", { name: "Set targets" });
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Give it a name.").waitFor();
    await form.getByLabel("Name", { exact: true }).fill("Everybody");
    await form.getByLabel("First answer", { exact: true }).fill("30");
    await form.getByText("day and night").click();
    assert.deepEqual(await axeFindings(page), []);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("First answer: 30 min", { exact: false }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(complaints, []);
  });

  it("show a clock that turns amber and red as time goes by, and say what was broken", async () => {
    await page.goto(`${galka.url}/inbox`);
    await writes("Ines Moreno", "Do you open on Sunday?");
    const row = page.locator("[data-conversation]").filter({ hasText: "Ines Moreno" });
    await row.locator("[data-sla=calm]").waitFor();
    await galka.emulator.moveClock({ advanceMs: 23 * MINUTE_MS });
    await row.locator("[data-sla=soon]").waitFor();
    await row.click();
    const head = page.locator("main header, header").filter({ hasText: "Ines Moreno" });
    await head.locator("[data-sla=soon]").getByText("Soon: First answer").waitFor();
    await galka.emulator.moveClock({ advanceMs: 8 * MINUTE_MS });
    await row.locator("[data-sla=late]").waitFor();
    await head.locator("[data-sla=late]").waitFor();
    await page.getByText(/^The first answer was due at .* and had not come/).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await page.getByRole("button", { name: /things? for you/ }).click();
    const bell = page.getByRole("dialog", { name: "Mentions" });
    await bell
      .getByRole("link")
      .filter({ hasText: "Ines Moreno" })
      .filter({ hasText: "First answer is late" })
      .waitFor();
    await bell.getByRole("button", { name: "Mark all as read" }).click();
    await bell.getByRole("button", { name: "Mark all as read" }).waitFor({ state: "detached" });
    assert.deepEqual(complaints, []);
  });

  it("count what was broken, and open the conversations behind", async () => {
    await page.goto(`${galka.url}/statistics`);
    const first = page.locator("[data-target=first-answer]");
    await first.getByRole("button", { name: /^[1-9]\d* broken/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("link", { name: /Ines Moreno/ })
      .waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(complaints, []);
  });

  it("queue the windows that shut next, with the price of waiting", async () => {
    await page.goto(`${galka.url}/inbox`);
    await page.locator("[data-conversation]").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await page.getByRole("heading", { level: 1, name: "Closes soonest" }).waitFor();
    const waiting = page.getByRole("listitem").filter({ hasText: "Ines Moreno" });
    await waiting.getByText("Do you open on Sunday?").waitFor();
    await galka.emulator.moveClock({ advanceMs: 22 * 60 * MINUTE_MS + 40 * MINUTE_MS });
    await waiting.getByText(/^Soon: \d+:\d\d left/).waitFor();
    await waiting.getByText("Answer now: free").waitFor();
    await waiting.getByText(/later by template: .*\(utility\) \/ .*\(marketing\)/).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await writes("Omar Farouk", "Is my parcel there?");
    await page.getByRole("listitem").filter({ hasText: "Omar Farouk" }).waitFor();
    await waiting.getByRole("button", { name: "Take the conversation with Ines Moreno" }).click();
    await waiting.getByText(/has it$/).waitFor();
    await waiting.getByRole("link", { name: "Ines Moreno" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/inbox\/[0-9a-f-]+/);
    assert.deepEqual(complaints, []);
  });

  it("queue the targets that are due first", async () => {
    await page.goto(`${galka.url}/soonest`);
    await page.getByRole("link", { name: "Targets", exact: true }).click();
    const late = page.getByRole("listitem").filter({ hasText: "Ines Moreno" });
    await late.locator("[data-sla=late]").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(complaints, []);
  });

  async function writes(name: string, body: string): Promise<void> {
    const { id } = await galka.emulator.addPerson({ name });
    await galka.emulator.write(id, galka.number.phoneNumberId, { kind: "text", body });
    await until(`${name} is heard`, async () => {
      const { items } = await galka.api("listConversations", {});
      return items.some(({ contact }) => contact.profileName === name);
    });
  }
});
