import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";

describe("consent", () => {
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

  it("is recorded by a member, and taken back by STOP", async () => {
    const panel = await open("Jonas Berg");
    await panel.getByRole("listitem").filter({ hasText: "Marketing" }).waitFor();
    await panel.getByRole("button", { name: "Record…" }).click();
    const form = desk.getByRole("dialog", { name: "Record a consent" });
    await form.getByLabel("Where you know it from").fill("Said so at the counter");
    assert.deepEqual(await axeFindings(desk), []);
    await form.getByRole("button", { name: "Record", exact: true }).click();
    const marketing = panel.getByRole("listitem").filter({ hasText: "Marketing" });
    await marketing.getByText("agreed").waitFor();
    await galka.emulator.write(await personOf("Jonas Berg"), galka.number.phoneNumberId, {
      kind: "text",
      body: "Stop!",
    });
    await marketing.getByText("taken back").waitFor();
    await desk.getByText("Consent taken back: marketing").waitFor();
    await desk.getByText("To get them again, send START.").last().waitFor();
    await panel.getByText("History (2)").click();
    await panel.getByText("Said so at the counter").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });

  it("is stopped in WhatsApp itself, and given again there", async () => {
    const panel = await open("Jonas Berg");
    const marketing = panel.getByRole("listitem").filter({ hasText: "Marketing" });
    await galka.api("takeConsent", {
      body: {
        key: "jonas-agrees",
        contactId: await contactOf("Jonas Berg"),
        purposes: ["marketing"],
        way: "site-form",
        decision: "granted",
        channelId: null,
        wording: "Offers of this shop over WhatsApp.",
        evidence: { url: "https://shop.example/offers" },
      },
    });
    await marketing.getByText("agreed").waitFor();
    const person = await personOf("Jonas Berg");
    await galka.emulator.stopMarketing(person, galka.number.phoneNumberId);
    await marketing.getByText("stopped in WhatsApp").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await galka.emulator.resumeMarketing(person, galka.number.phoneNumberId);
    await marketing.getByText("agreed").waitFor();
    const says = (body: string) =>
      galka.emulator.write(person, galka.number.phoneNumberId, { kind: "text", body });
    await says("Stop");
    await marketing.getByText("taken back").waitFor();
    await says("START");
    await marketing.getByText("agreed").waitFor();
    assert.deepEqual(complaints, []);
  });

  it("is proven by a document", async () => {
    const panel = await open("Jonas Berg");
    const [file] = await Promise.all([
      desk.waitForEvent("download"),
      panel.getByRole("link", { name: "Proof (PDF)" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "consent Jonas Berg.pdf");
  });

  it("has its rules on a page of its own", async () => {
    await desk.goto(`${galka.url}/settings/consent`);
    await desk.getByText("Offers on WhatsApp").first().waitFor();
    await desk.getByText("Russia (RU): No marketing").waitFor();
    await desk.getByRole("button", { name: "Add a cap" }).click();
    await desk.getByLabel("Keep quiet hours").check();
    await desk.getByLabel("What is answered").fill("Done. START brings them back.");
    await desk.getByRole("button", { name: "Save", exact: true }).click();
    await desk.getByText("Saved", { exact: true }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });

  /** Opens the conversation with somebody; answers the panel beside it. */
  async function open(name: string) {
    const { items } = await galka.api("listConversations", { query: { limit: 100 } });
    const found = items.find(({ contact }) => (contact.name ?? contact.profileName) === name);
    assert.ok(found, name);
    await desk.goto(`${galka.url}/inbox/${found.id}`);
    await desk.locator("[data-message]").last().waitFor();
    return desk.locator("section").filter({ has: desk.getByRole("heading", { name: "Consent" }) });
  }

  async function contactOf(name: string): Promise<string> {
    const { items } = await galka.api("listConversations", { query: { limit: 100 } });
    return (
      items.find(({ contact }) => (contact.name ?? contact.profileName) === name)?.contact.id ?? ""
    );
  }

  async function personOf(name: string): Promise<string> {
    const { data } = await galka.emulator.people();
    const person = data.find((it) => it.name === name);
    assert.ok(person, name);
    return person.id;
  }
});
