import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { addCrowd } from "../support/crowd.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const HOUR_MS = 3_600_000;

/** Half of the numbers are on no WhatsApp; the others are awake, read at once, and most of them tap. */
const HABITS = {
  onWhatsApp: 0.5,
  readReceipts: 1,
  offline: { share: 0 },
  awake: { from: 0, until: 24 },
  messages: {
    utility: {
      read: { share: 1, after: { median: "2s", p90: "4s" } },
      tap: { share: 1, after: { median: "2s", p90: "4s" } },
    },
  },
};

describe("a campaign", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    await addCrowd(galka, { size: 60, habits: HABITS, list: "Regulars" });
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
  });
  beforeEach(() => complaints.splice(0));
  afterEach((test) => keepScreen(test, test.name, desk));
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  const button = (name: string | RegExp) => desk.getByRole("button", { name, exact: true });
  const step = (name: string) =>
    desk.getByRole("navigation", { name: "Steps" }).getByRole("link", { name }).click();

  it("is written in four steps, and nothing of it is lost by a reload", async () => {
    await desk.goto(`${galka.url}/campaigns`);
    await desk.getByText("No campaigns yet").waitFor();
    await button("New campaign").first().click();
    await desk.getByLabel("Name of the campaign").fill("Orders are ready");
    await desk.getByLabel("Write to: Add a file").selectOption({ label: "Regulars" });
    await desk.getByRole("region", { name: "What it would do" }).getByText("60 people").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await step("What");
    await desk.getByRole("button", { name: /order ready.*en_US/u }).click();
    const sources = desk.getByLabel("Where it comes from");
    await sources.nth(0).selectOption({ label: "Name of the contact" });
    await sources.nth(1).selectOption({ label: "The same text" });
    await desk.getByLabel("Text", { exact: true }).first().fill("1184");
    await sources.nth(2).selectOption({ label: "The same text" });
    await desk.getByLabel("Text", { exact: true }).nth(1).fill("1184");
    await desk.getByText(/^Hello (?!\{\{).*, your order 1184 is ready/u).waitFor();
    await desk.reload();
    assert.equal(await desk.getByLabel("Name of the campaign").inputValue(), "Orders are ready");
    await desk.getByText(/^Hello (?!\{\{).*, your order 1184 is ready/u).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await step("When");
    await desk.getByLabel("Begin with a first wave").check();
    await desk.getByLabel("Share of the audience, %").fill("50");
    await desk.getByText("30 of 60 people go first.").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });

  it("is forecast before it is launched, and its button says to how many it goes", async () => {
    await step("Check");
    await desk.getByText("Nothing stands in its way.").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await button(/^Send to 60 people/u).click();
    await desk.getByText("Running", { exact: true }).waitFor();
    assert.deepEqual(complaints, []);
  });

  it("is stopped by a first wave of bad quality, and nobody else is written to", async () => {
    const id = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
    const campaign = () => galka.api("getCampaign", { params: { id } });
    await until("the first wave has left, and somebody has answered", async () => {
      const { wave, funnel } = await campaign();
      const left = funnel.delivered + funnel.failed;
      return wave?.state === "waiting" && left === wave.size && funnel.answered > 0;
    });
    await galka.emulator.moveClock({ advanceMs: 2 * HOUR_MS });
    await desk.getByText("Stopped", { exact: true }).first().waitFor();
    await desk.getByText("The campaign was stopped; nobody else is written to.").waitFor();
    const { funnel, state } = await campaign();
    assert.equal(state, "stopped");
    assert.equal(funnel.sent + funnel.failed, 30);
    assert.equal(funnel.skipped, 30);
    await desk.getByText("Why it failed").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });

  it("lists its people with the cause, and those who answered with their conversation", async () => {
    await desk.getByRole("link", { name: /^Failed: \d+\. Show the people$/u }).click();
    const failed = desk.locator("[data-recipient]").first();
    await failed.getByText("Failed", { exact: true }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("link", { name: "Replies", exact: true }).click();
    await desk.locator("[data-recipient]").first().getByRole("link").click();
    await desk.getByText("On my way").last().waitFor();
    assert.deepEqual(complaints, []);
  });

  it("is reported with what it brought, to look at and to keep", async () => {
    await desk.goto(`${galka.url}/campaigns`);
    await desk.getByRole("link", { name: "Orders are ready" }).click();
    await desk.getByRole("link", { name: "Report", exact: true }).click();
    await desk.getByRole("heading", { name: "By country" }).waitFor();
    await desk.getByRole("heading", { name: "Per reader" }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    const [file] = await Promise.all([desk.waitForEvent("download"), button("CSV").click()]);
    assert.equal(file.suggestedFilename(), "Orders are ready.csv");
    assert.deepEqual(complaints, []);
  });
});
