import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";

describe("the table of contacts", () => {
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

  it("is walked, chosen from and opened by keyboard alone", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await rowOf("Priya Nair").waitFor();
    await desk.keyboard.press("j");
    const first = desk.locator("[data-person]").first();
    await first.and(desk.locator(":focus")).waitFor();
    await desk.keyboard.press("x");
    await desk.getByText("1 chosen").waitFor();
    await desk.keyboard.press("Escape");
    await desk.getByText("1 chosen").waitFor({ state: "detached" });
    await desk.keyboard.press("j");
    await desk.locator("[data-person]").nth(1).and(desk.locator(":focus")).waitFor();
    await desk.keyboard.press("Enter");
    await panel().waitFor();
    await desk.waitForURL(/\/contacts\/[0-9a-f-]{36}/u);
    assert.deepEqual(complaints, []);
  });

  it("gives those who are chosen to a member, and takes that back", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await choose("Priya Nair");
    await choose("Tom Whitfield");
    await desk.getByLabel("What is chosen").getByLabel("Looked after by").selectOption("me");
    await desk.getByText("2 contacts changed.").waitFor();
    assert.deepEqual(await responsible(), [true, true]);
    await desk.getByRole("button", { name: "Undo" }).click();
    await desk.getByText("2 contacts are as they were.").waitFor();
    assert.deepEqual(await responsible(), [false, false]);
  });

  it("shows who is meant by a filter, and the address says it to a colleague", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("button", { name: "Filter", exact: true }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("What about").selectOption("contact-name");
    await dialog.getByLabel("Contains").fill("priya");
    await dialog.getByText("1 person", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Show", exact: true }).click();
    await rowOf("Tom Whitfield").waitFor({ state: "detached" });
    await rowOf("Priya Nair").waitFor();
    await desk.goto(desk.url());
    await rowOf("Priya Nair").waitFor();
    assert.equal(await desk.locator("[data-person]").count(), 1);
    assert.deepEqual(await axeFindings(desk), []);
  });

  it("shows the columns that the member has chosen", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await rowOf("Priya Nair").waitFor();
    await desk.getByRole("button", { name: "Columns" }).click();
    await desk.getByRole("dialog").getByLabel("Since").click();
    await desk.locator("th", { hasText: "Since" }).waitFor();
    await desk.keyboard.press("Escape");
    await desk.getByRole("columnheader", { name: "Since" }).getByRole("link").click();
    await desk.waitForURL(/sort=created/u);
    assert.equal(
      await desk.getByRole("columnheader", { name: "Since" }).getAttribute("aria-sort"),
      "descending",
    );
  });

  it("erases nobody before the number of people has been typed", async () => {
    await desk.goto(`${galka.url}/contacts`);
    await choose("Bella Gone", "added");
    await desk.getByRole("button", { name: "Erase", exact: true }).click();
    const dialog = desk.getByRole("dialog", { name: "Erase 1 person?" });
    const erase = dialog.getByRole("button", { name: "Erase 1 person" });
    assert.equal(await erase.isDisabled(), true);
    assert.deepEqual(await axeFindings(desk), []);
    await dialog.getByLabel("Type 1 to confirm").fill("1");
    await erase.click();
    await desk.getByText("1 person erased.").waitFor();
    await rowOf("Bella Gone").waitFor({ state: "detached" });
  });

  it("is searched for with everything else, and a result opens where it stands", async () => {
    await desk.goto(`${galka.url}/inbox`);
    await desk.locator("[data-conversation]").first().waitFor();
    await desk.keyboard.press("Control+k");
    await desk.getByRole("combobox", { name: "Search and commands" }).fill("заказ");
    await desk.getByRole("link", { name: "All results" }).click();
    await desk.waitForURL(/\/search\?q=/u);
    const results = desk.getByRole("list", { name: "Results" });
    await results.locator("mark").first().waitFor();
    const narrowed = desk.getByRole("region", { name: "Narrow down" }).getByLabel("Who wrote");
    await narrowed.selectOption("in");
    await desk.waitForURL(/direction=in/u);
    await results.locator("[data-found]").first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    const id = await results.locator("[data-found]").first().getAttribute("data-found");
    await results.locator(`[data-found="${id}"]`).click();
    await desk.waitForURL(/\/inbox\/.*message=/u);
    await desk.locator(`[data-message="${id}"]`).waitFor();
    await desk.goBack();
    await desk.waitForURL(/direction=in/u);
  });

  it("is a list of cards at 360 pixels", async () => {
    await desk.setViewportSize({ width: 360, height: 740 });
    await desk.goto(`${galka.url}/contacts`);
    await desk.getByRole("link", { name: /Priya Nair/u }).waitFor();
    assert.equal(await desk.getByRole("table").count(), 0);
    const width = await desk.evaluate<number>("document.documentElement.scrollWidth");
    assert.equal(width, 360);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("link", { name: /Priya Nair/u }).click();
    await panel().waitFor();
    await desk.setViewportSize({ width: 1440, height: 900 });
  });

  function rowOf(name: string) {
    return desk.getByRole("link", { name: new RegExp(name, "u") });
  }

  function panel() {
    return desk.getByRole("region", { name: "Contact", exact: true });
  }

  async function choose(name: string, how?: "added"): Promise<void> {
    if (how === "added") {
      const { items } = await galka.api("listChannels", {});
      await galka.api("startConversation", {
        body: { channelId: items[0]?.id ?? "", phone: "+49 1550 7000001", name },
      });
      await desk.goto(`${galka.url}/contacts?q=${encodeURIComponent(name)}`);
    }
    await desk.getByRole("checkbox", { name: `Choose ${name}` }).click();
  }

  async function responsible(): Promise<boolean[]> {
    const { items } = await galka.api("listPeople", { query: { limit: 100 } });
    return items
      .filter(({ profileName }) => ["Priya Nair", "Tom Whitfield"].includes(profileName ?? ""))
      .map(({ responsibleId }) => responsibleId !== null);
  }
});
