import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";

const TABLE = {
  name: "Spring offer.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "\u{FEFF}Phone;Name;Language;Discount",
      "+49 151 55500001;Rita Offer;de-DE;10 %",
      '+49 151 55500002;"Otto; Offer";de;15 %',
      "nobody;No number;;20 %",
      "+4915155500001;Rita again;;25 %",
    ].join("\r\n"),
  ),
};

describe("an audience", () => {
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

  it("comes from a file: its columns stay, and its errors are told and given back", async () => {
    await desk.goto(`${galka.url}/audience?show=files`);
    await desk.locator("input[type=file]").setInputFiles(TABLE);
    await desk.getByLabel("Put them on a list").waitFor();
    assert.equal(await desk.getByLabel("Name of the new list").inputValue(), "Spring offer");
    await desk.getByRole("button", { name: "Look first" }).click();
    await desk.getByText("New: 2 · Already there: 0 · Not taken: 2").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("button", { name: "Import", exact: true }).click();
    await desk.getByText("Added: 2").waitFor();
    const [file] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("link", { name: "Save the rows that were not taken" }).click(),
    ]);
    const told = await readFile(await file.path(), "utf8");
    assert.match(told, /4,phone-invalid,Phone,nobody,No number,,20 %/u);
    assert.match(told, /5,duplicate-in-file/u);

    await desk.getByRole("link", { name: "Open the list" }).click();
    const row = desk.getByRole("listitem").filter({ hasText: "Spring offer" });
    await row.getByText("2 people").waitFor();
    await row.getByText("Columns: Name, Language, Discount").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  it("is a segment: written with alternatives, counted meanwhile, and a view of the contacts", async () => {
    await desk.goto(`${galka.url}/audience`);
    await desk.getByRole("button", { name: "New segment" }).click();
    const dialog = desk.getByRole("dialog");
    await choose("What about", "Language");
    await dialog.getByRole("button", { name: "German", exact: true }).click();
    await dialog.getByRole("button", { name: "or another" }).click();
    await choose("What about", "Name", 1);
    await dialog.getByLabel("Contains").fill("Priya");
    await dialog.getByRole("button", { name: "Add a condition" }).click();
    await choose("What about", "In a list", 2);
    await dialog.getByRole("button", { name: "Spring offer" }).click();
    await dialog.getByText("2 people").waitFor();
    await dialog.getByText("Rita Offer").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await dialog.getByLabel("Name of the segment").fill("German offers");
    await dialog.getByLabel("What it is for").fill("The sale in spring");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await desk.getByText("The sale in spring").waitFor();

    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("link", { name: "German offers" }).click();
    await desk
      .getByRole("link", { name: /Otto; Offer/u })
      .first()
      .waitFor();
    await desk.getByText("Priya Nair").waitFor({ state: "detached" });
    assert.deepEqual(complaints, []);

    async function choose(label: string, option: string, at = 0): Promise<void> {
      await dialog.getByLabel(label).nth(at).selectOption({ label: option });
    }
  });

  it("is a list from the table, which can be taken back, and is compared with a segment", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("link", { name: "German offers" }).click();
    await desk
      .getByRole("link", { name: /Otto; Offer/u })
      .first()
      .waitFor();
    await desk.getByRole("checkbox").first().click();
    const bar = desk.getByRole("region", { name: "What is chosen" });
    await bar.getByRole("button", { name: "All that match" }).click();
    await bar.getByLabel("Add to a list").selectOption({ label: "New list…" });
    await desk.getByLabel("Name of the list").fill("Called back");
    await desk.getByRole("button", { name: "Save", exact: true }).click();
    await desk.getByText("2 contacts changed.").waitFor();

    await desk.goto(`${galka.url}/audience?show=lists`);
    const row = desk.getByRole("listitem").filter({ hasText: "Called back" });
    await row.getByText("2 people").waitFor();
    await desk.getByRole("button", { name: "Compare two" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("One", { exact: true }).selectOption({ label: "German offers" });
    await dialog.getByLabel("The other").selectOption({ label: "List: Called back" });
    await dialog.locator("dd").nth(2).getByText("2 people").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });
});
