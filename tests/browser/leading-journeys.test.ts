import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { axeFindings, startBrowser, viewOf } from "../support/browser.ts";
import { type Colleague, join, joinInBrowser } from "../support/colleague.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { OWNER, type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { PATIENCE_MS, until } from "../support/until.ts";

describe("those who lead", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let owner: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: owner, complaints } = await openDesk(browser, galka));
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  describe("a supervisor", () => {
    let sue: Colleague;
    let omar: string;
    let pia: string;

    before(async () => {
      sue = await joinInBrowser(galka, browser, "Sue", "supervisor");
      omar = await join(galka, "Omar", "member");
      pia = await join(galka, "Pia", "member");
      for (const name of ["Hana Over", "Ivo Left"]) await newcomer(name);
    });
    afterEach((test) => keepScreen(test, `sue ${test.name}`, sue.page));

    it("sees what waits and how much each member has, but not the rules to change them", async () => {
      await sue.page.goto(`${galka.url}/settings/distribution`);
      await sue.page.getByRole("heading", { name: "Waiting" }).waitFor();
      const line = sue.page.getByRole("listitem").filter({ hasText: "Omar" });
      await line.getByText(/0 of \d+ open/).waitFor();
      assert.equal(await sue.page.getByRole("button", { name: /^Own rules/ }).count(), 0);
      assert.deepEqual(await axeFindings(sue.page), []);
    });

    it("hands a conversation over with a note", async () => {
      await open(sue.page, "Hana Over");
      await sue.page.getByRole("button", { name: "Assign", exact: true }).click();
      const dialog = sue.page.getByRole("dialog", { name: "Assign" });
      await dialog.getByLabel("Note for whoever takes over").fill("She waits for a refund");
      assert.deepEqual(await axeFindings(sue.page), []);
      await dialog.getByRole("button", { name: "Omar" }).click();
      await sue.page.getByRole("log").getByText("You gave the conversation to Omar").waitFor();
      await until("it is Omar's", async () => (await assigneeOf("Hana Over")) === omar);
    });

    it("gives what a leaving member has to a colleague, all at once", async () => {
      await open(sue.page, "Ivo Left");
      await sue.page.getByRole("button", { name: "Assign", exact: true }).click();
      await sue.page.getByRole("dialog").getByRole("button", { name: "Omar" }).click();
      await until("it is Omar's", async () => (await assigneeOf("Ivo Left")) === omar);

      await sue.page.getByRole("button", { name: "Filter", exact: true }).click();
      const filter = sue.page.getByRole("dialog", { name: "Filter" });
      await filter.getByRole("button", { name: "Add a condition" }).click();
      await filter.getByText("Omar", { exact: true }).click();
      await filter.getByRole("button", { name: "Show", exact: true }).click();
      await rows(sue.page).nth(1).waitFor();
      await until("only Omar's are listed", async () => (await rows(sue.page).count()) === 2);
      await rows(sue.page)
        .first()
        .click({ modifiers: ["Shift"] });
      const bar = sue.page.getByRole("region", { name: "What is chosen" });
      await bar.getByRole("button", { name: "All of this list" }).click();
      assert.deepEqual(await axeFindings(sue.page), []);
      await bar.getByLabel("Assign").selectOption({ label: "Pia" });
      await until("both are Pia's", async () =>
        (await Promise.all(["Hana Over", "Ivo Left"].map(assigneeOf))).every((it) => it === pia),
      );
    });

    it("opens a figure of the statistics into the conversations behind it", async () => {
      await sue.page.goto(`${galka.url}/statistics`);
      const figure = sue.page.getByRole("button", { name: /^Came in: .*Show the conversations/ });
      await figure.click();
      const behind = sue.page.getByRole("dialog", { name: /Came in/ });
      await behind.getByRole("link", { name: /Hana Over/ }).waitFor();
      assert.deepEqual(await axeFindings(sue.page), []);
      await behind.getByRole("link", { name: /Hana Over/ }).click();
      await sue.page.getByRole("log").getByText("Hello from Hana Over").waitFor();
    });

    it("tries a rule on the last week before it is on", async () => {
      await sue.page.goto(`${galka.url}/automations`);
      await sue.page.getByRole("link", { name: /^Greeting/ }).click();
      await sue.page.getByRole("button", { name: "Try on the last week" }).click();
      await sue.page.getByRole("heading", { name: /It would have fired \d+ times?/ }).waitFor();
      assert.deepEqual(await axeFindings(sue.page), []);
      await sue.page.getByRole("button", { name: "Save", exact: true }).click();
      await sue.page.getByRole("switch", { name: "Greeting is on" }).waitFor();
    });

    it("leaves nothing in the console", () => assert.deepEqual(sue.complaints, []));

    async function newcomer(name: string): Promise<void> {
      const { id } = await galka.emulator.addPerson({ name });
      await galka.emulator.write(id, galka.number.phoneNumberId, {
        kind: "text",
        body: `Hello from ${name}`,
      });
      await until(`${name} has come in`, async () => (await conversationOf(name)) !== undefined);
    }
  });

  describe("the owner", () => {
    afterEach((test) => keepScreen(test, `owner ${test.name}`, owner));

    it("makes a role and invites somebody who holds it", async () => {
      await owner.goto(`${galka.url}/settings/roles`);
      await owner.getByRole("button", { name: "New role" }).click();
      await owner.getByLabel("Name", { exact: true }).fill("Shift lead");
      await owner.getByRole("checkbox", { name: "Give conversations to others" }).check();
      await owner.getByRole("checkbox", { name: "Change the workspace's settings" }).check();
      assert.deepEqual(await axeFindings(owner), []);
      await owner.getByRole("button", { name: "Save", exact: true }).click();
      await owner.getByText("Shift lead", { exact: true }).waitFor();

      await owner.goto(`${galka.url}/settings/members`);
      await owner.getByLabel("E-mail").fill("lena@example.org");
      await owner.getByLabel("Role", { exact: true }).selectOption({ label: "Shift lead" });
      await owner.getByRole("button", { name: "Invite", exact: true }).click();
      await owner.getByLabel("Link of the invitation").waitFor();
    });

    it("changes how conversations are given", async () => {
      await owner.goto(`${galka.url}/settings/distribution`);
      await owner.getByRole("button", { name: "Own rules: Everywhere" }).click();
      const form = owner.getByRole("dialog", { name: "Distribution: Everywhere" });
      await form.getByText("In turn", { exact: true }).click();
      assert.deepEqual(await axeFindings(owner), []);
      await form.getByRole("button", { name: "Save", exact: true }).click();
      await owner.getByText("In turn · Longest waiting").waitFor();
    });

    it("sets office hours and how long what is kept", async () => {
      await owner.goto(`${galka.url}/settings/hours`);
      await owner.getByRole("button", { name: "Set: Office" }).click();
      const form = owner.getByRole("dialog", { name: "Hours: Office" });
      assert.deepEqual(await axeFindings(owner), []);
      await form.getByRole("button", { name: "Save", exact: true }).click();
      await owner.getByRole("button", { name: "Change: Office" }).waitFor();

      await owner.goto(`${galka.url}/settings/privacy`);
      await owner.getByLabel("Log of changes").fill("400");
      await owner.getByRole("button", { name: "Save", exact: true }).click();
      await owner.getByText("Saved", { exact: true }).waitFor();
    });

    it("carries the contacts out", async () => {
      await owner.goto(`${galka.url}/settings/people`);
      const [file] = await Promise.all([
        owner.waitForEvent("download"),
        owner.getByRole("link", { name: "Save contacts as CSV" }).click(),
      ]);
      assert.match(file.suggestedFilename(), /\.csv$/u);
    });

    it("finds all of it in the record, in words", async () => {
      await owner.goto(`${galka.url}/settings/audit`);
      const record = owner.getByRole("main");
      for (const words of [
        "made a role",
        "invited somebody",
        "changed how conversations are given",
        "changed office hours or shifts",
        "changed how long what is kept",
        "exported contacts",
      ]) {
        await record.getByRole("paragraph").filter({ hasText: words }).first().waitFor();
      }
      const change = record.getByRole("listitem").filter({ hasText: "changed how long what is" });
      await change.getByText("Log of changes, days").waitFor();
      await change.getByText("400").waitFor();
      const said = (await record.innerText()).replaceAll("WhatsApp", "");
      assert.doesNotMatch(said, /[a-z][A-Z][a-z]|[0-9a-f]{8}-[0-9a-f]{4}-/u);
      assert.deepEqual(await axeFindings(owner), []);
    });

    it("ends a session that is open elsewhere, at once", async () => {
      const elsewhere = await (await browser.newContext(viewOf())).newPage();
      elsewhere.setDefaultTimeout(PATIENCE_MS);
      await elsewhere.goto(galka.url);
      await elsewhere.getByLabel("E-mail").fill(OWNER.email);
      await elsewhere.getByLabel("Password", { exact: true }).fill(OWNER.password);
      await elsewhere.getByRole("button", { name: "Sign in" }).click();
      await elsewhere.getByRole("list", { name: "Conversations, newest first" }).waitFor();
      await owner.goto(`${galka.url}/settings/security`);
      await owner.getByText("this device").waitFor();
      assert.deepEqual(await axeFindings(owner), []);
      await owner.getByRole("button", { name: "End all others" }).click();
      await elsewhere.waitForURL(/\/sign-in/);
      await owner.getByRole("button", { name: "End all others" }).waitFor({ state: "detached" });
    });

    it("leaves nothing in the console", () => assert.deepEqual(complaints, []));
  });

  async function conversationOf(name: string) {
    const { items } = await galka.api("listConversations", { query: { limit: 100 } });
    return items.find(({ contact }) => contact.profileName === name);
  }

  async function assigneeOf(name: string): Promise<string | null> {
    return (await conversationOf(name))?.assigneeId ?? null;
  }

  async function open(page: Page, name: string): Promise<void> {
    await page.goto(`${galka.url}/inbox`);
    await rows(page).filter({ hasText: name }).click();
    await page.getByRole("log").getByText(`Hello from ${name}`).waitFor();
  }
});

function rows(page: Page): Locator {
  return page.locator("[data-conversation]");
}
