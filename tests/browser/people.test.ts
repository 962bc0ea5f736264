import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";

const TABLE = {
  name: "customers.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Name;Phone;City",
      "Rita Import;+49 151 12345678;Berlin",
      "Nobody;;Paris",
      "Wrong;12;Rome",
      "Rita again;+4915112345678;Oslo",
    ].join("\n"),
  ),
};

const AGREED = {
  name: "fair.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Name;Phone;Offers;Day;For",
      "Yvonne Yes;+49 151 12345671;yes;2026-01-02;Marketing, notices",
      "Nora No;+49 151 12345672;no;2026-01-02;",
      "Dora Day;+49 151 12345673;yes;some day;",
      "Ruth Raffle;+49 151 12345674;yes;2026-01-02;raffle",
    ].join("\n"),
  ),
};

describe("people", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
  });
  beforeEach(() => complaints.splice(0));
  afterEach((test) => keepScreen(test, test.name, desk));
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  it("come from a table, and what is wrong in it is said and given back", async () => {
    await desk.goto(`${galka.url}/settings/people`);
    await desk.locator("input[type=file]").setInputFiles(TABLE);
    await desk.getByRole("button", { name: "Look first" }).click();
    await desk.getByText("New: 1 · Already there: 0 · Not taken: 3").waitFor();
    await desk.getByText("The number stands in an earlier row too").first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("button", { name: "Import", exact: true }).click();
    await desk.getByText("Added: 1").waitFor();
    const [file] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("link", { name: "Save the rows that were not taken" }).click(),
    ]);
    assert.match(file.suggestedFilename(), /\.csv$/u);
    assert.deepEqual(complaints, []);
  });

  it("come with what they have agreed to, proven row by row", async () => {
    const words = { name: "Table", language: "en", text: "Write me about offers." };
    const { id } = await galka.api("addConsentWording", { body: words });
    await desk.goto(`${galka.url}/settings/people`);
    await desk.locator("input[type=file]").setInputFiles(AGREED);
    await desk.getByLabel("Record what these people have agreed to").check();
    await desk.getByText("For proof choose a purpose").waitFor();
    await desk.getByLabel("The words they agreed to").selectOption(id);
    await desk.getByLabel("Who it is about").selectOption("Offers");
    await desk.getByLabel("When they said it").selectOption("Day");
    await desk.getByLabel("For what, row by row").selectOption("For");
    await desk.getByLabel("Where the table comes from").fill("The autumn fair");
    await desk.getByRole("button", { name: "Look first" }).click();
    await desk.getByText("Consent recorded: 1", { exact: true }).waitFor();
    await desk.getByText("Not recorded, no yes in the column: 1").waitFor();
    await desk.getByText("Not recorded, the day cannot be read: 1").waitFor();
    await desk.getByText("Not recorded, the purpose is not understood: 1 (rows 5)").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("button", { name: "Import", exact: true }).click();
    await desk.getByText("Added: 4").waitFor();
    // Of the look before it stands there too, for a moment.
    await desk.getByText("Consent recorded: 1", { exact: true }).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  it("are erased for good, and a receipt stays", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("searchbox").fill("Rita Import");
    await desk.getByRole("link", { name: /Rita Import/u }).click();
    await desk.getByRole("button", { name: "Erase", exact: true }).click();
    await desk.getByRole("button", { name: "Erase for good" }).click();
    await desk.getByText("Erased. The receipt is under Settings, Privacy.").waitFor();
    await desk.goto(`${galka.url}/settings/privacy`);
    await desk.getByRole("link", { name: "Save receipt" }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("searchbox").fill("Rita Import");
    await desk.getByText("Rita Import").waitFor({ state: "detached" });
    // The page of the contact may ask once more for what is gone.
    const others = complaints.filter((it) => !/404 .*\/contacts\//u.test(it));
    assert.deepEqual(others, []);
  });
});
