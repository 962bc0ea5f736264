import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { axeFindings, complaintsOf, startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, keepScreen, letIn } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { PATIENCE_MS } from "../support/until.ts";

describe("the team", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let owner: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    const context = await openContext();
    await letIn(context, galka);
    owner = await context.newPage();
    complaints = complaintsOf(owner);
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  beforeEach(() => void complaints.splice(0));
  afterEach((test) => keepScreen(test, `team ${test.name}`, owner));

  it("grows by an invitation, and whoever may only read is shown no more than that", async () => {
    await owner.goto(`${galka.url}/settings/members`);
    await owner.getByLabel("E-mail").fill("luz@example.org");
    await owner.getByLabel("Role", { exact: true }).selectOption({ label: "Read only" });
    await owner.getByRole("button", { name: "Invite" }).click();
    const link = await owner.getByLabel("Link of the invitation").inputValue();
    assert.deepEqual(await axeFindings(owner), []);

    const context = await openContext();
    const luz = await context.newPage();
    await luz.goto(link);
    await luz.getByLabel("Name, as colleagues see it").fill("Luz");
    await luz.getByLabel("Password").fill("fake-password-1");
    assert.deepEqual(await axeFindings(luz), []);
    await luz.getByRole("button", { name: "Join" }).click();
    await luz.waitForURL(/\/inbox/);
    await luz
      .getByRole("list", { name: /Conversations/ })
      .getByRole("link")
      .first()
      .click();
    await luz.getByText("Your role reads here and does not answer.").waitFor();
    await luz.goto(`${galka.url}/settings/members`);
    await luz.getByText("Your role does not include this: Manage members").waitFor();
    assert.equal(await luz.getByRole("link", { name: "Members" }).count(), 0);

    await owner.getByText("luz@example.org").first().waitFor();
    await owner.getByLabel("Role of Luz").selectOption({ label: "Administrator" });
    await luz.getByRole("link", { name: "Members" }).waitFor();
    await owner
      .getByRole("listitem")
      .filter({ hasText: "luz@example.org" })
      .getByRole("button", { name: "Deactivate" })
      .click();
    await luz.waitForURL(/\/sign-in/);
    assert.deepEqual(complaints, []);
  });

  for (const [path, heading] of [
    ["roles", "Roles"],
    ["teams", "Teams"],
    ["audit", "Changes"],
    ["security", "Security"],
  ] as const) {
    it(`has a page of its ${path} that everybody can use`, async () => {
      await owner.goto(`${galka.url}/settings/${path}`);
      await owner.getByRole("heading", { level: 1, name: heading }).waitFor();
      assert.deepEqual(await axeFindings(owner), []);
      assert.deepEqual(complaints, []);
    });
  }

  async function openContext(): Promise<BrowserContext> {
    const context = await browser.newContext(viewOf());
    context.setDefaultTimeout(PATIENCE_MS);
    await foldPhone(context);
    return context;
  }
});
