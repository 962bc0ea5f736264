import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { signBody } from "@galka/cloud-api";
import { DEMO } from "@galka/emulator";
import type { Browser, Locator, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";

const TOKEN = "EAAfakeTokenOfTheSecondNumber0123456789";

/** A number that lacks nothing but to be verified and registered. */
const HEALTHY = {
  nameStatus: "APPROVED",
  qualityRating: "GREEN",
  messagingLimit: "TIER_2K",
} as const;

const EXPORT = {
  name: "WhatsApp Chat with Rita.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(
    [
      "13/02/2026, 09:12 - Messages and calls are end-to-end encrypted.",
      "13/02/2026, 09:12 - Rita: Good morning, is the shop open on Sunday?",
      "13/02/2026, 09:20 - Jackdaw Coffee: It is, from ten to four.",
      "13/02/2026, 09:21 - Rita: Then I will come",
      "with two friends",
      "31/02/2026, 09:22 - Rita: On a day that does not exist",
      "13/02/2026, 09:30 - Rita: <Media omitted>",
    ].join("\n"),
  ),
};

describe("the settings", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let wabaId: string;
  let numberId: string;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
    const { emulator } = galka;
    wabaId = (await emulator.addWaba({ name: "Jackdaw Wholesale" })).id;
    const number = await emulator.addNumber({
      wabaId,
      phone: "+1 555 010 0177",
      verifiedName: "Jackdaw Wholesale",
      connected: false,
    });
    numberId = number.id;
    await emulator.changeNumber(numberId, { ...HEALTHY, codeVerificationStatus: "NOT_VERIFIED" });
    await emulator.addToken({ token: TOKEN, wabaIds: [wabaId] });
  });
  beforeEach(() => desk.goto(`${galka.url}/settings/channels`));
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach((test) => keepScreen(test, test.name, desk));

  it("say what is wrong with a token or an address before anything is stored", async () => {
    await desk.getByRole("link", { name: "Connect a number" }).click();
    await fillAccess("EAAthisTokenIsNobodys");
    await desk.getByRole("alert").getByText("Meta refuses this access token.").waitFor();
    await desk.getByLabel("Graph API").fill("https://graph.invalid");
    await desk.getByRole("button", { name: "Find the numbers" }).click();
    await desk.getByRole("alert").getByText("No answer came from Meta.").waitFor();
    const { items } = await galka.api("listChannels", {});
    assert.equal(items.length, 1);
    expectRefusals();
  });

  it("connect a second number, step by step, to a doctor who finds nothing", async () => {
    await desk.getByRole("link", { name: "Connect a number" }).click();
    await fillAccess(TOKEN);
    await desk.getByText("Jackdaw Wholesale").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("button", { name: "Choose" }).click();

    await desk.getByLabel("App secret").fill(DEMO.appSecret);
    await desk.getByLabel("App ID (optional)").fill(DEMO.appId);
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("button", { name: "Connect", exact: true }).click();

    await check("Registration", "to repair").waitFor();
    await register();
    await desk.getByText(/The number must be verified with a code/).waitFor();
    expectRefusals();
    await galka.emulator.changeNumber(numberId, { codeVerificationStatus: "VERIFIED" });
    await register();
    await check("Registration", "good").waitFor();
    await desk.getByText("to repair", { exact: true }).waitFor({ state: "detached" });
    await desk
      .getByRole("status")
      .getByText(/Everything is in order|It works/)
      .waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  it("show what the second number hears, told apart from the first", async () => {
    const { emulator } = galka;
    const olaf = (await emulator.addPerson({ name: "Olaf Second" })).id;
    await emulator.write(olaf, numberId, { kind: "text", body: "Do you sell by the sack?" });
    await desk.goto(`${galka.url}/inbox`);
    const row = desk.locator("[data-conversation]", { hasText: "Olaf Second" });
    await row.getByText("Jackdaw Wholesale").waitFor();
    await row.click();
    await desk.getByLabel("Message", { exact: true }).fill("We do, by 30 kg.");
    await desk.keyboard.press("Enter");
    const bubble = desk.locator("[data-message]", { hasText: "We do, by 30 kg." });
    await bubble.getByRole("img", { name: /^(Sent|Delivered|Read)$/ }).waitFor();
  });

  it("show and repair a subscription that was taken away", async () => {
    await openChannel("Jackdaw Wholesale");
    await check("Webhook subscribed", "good").waitFor();
    await galka.emulator.changeWaba(wabaId, { subscribed: false });
    await examine();
    await check("Webhook subscribed", "to repair").waitFor();
    await desk.getByText("No app listens to this account, so nothing arrives.").waitFor();
    await check("Webhook subscribed").getByRole("button", { name: "Subscribe" }).click();
    await check("Webhook subscribed", "good").waitFor();
  });

  it("report a revoked token in words, and what hangs on it as not examined", async () => {
    await galka.emulator.revokeToken(TOKEN);
    await openChannel("Jackdaw Wholesale");
    await examine();
    await check("Access token", "to repair").waitFor();
    await check("Access token")
      .getByText(/Meta refuses the token: .* save it below/)
      .waitFor();
    await check("Permissions", "not examined").waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  it("accept a new token in place of the old one", async () => {
    const token = (await galka.emulator.addToken({ wabaIds: [wabaId] })).token;
    await openChannel("Jackdaw Wholesale");
    await desk.getByLabel("Access token").fill(token);
    await desk.getByRole("button", { name: "Save" }).click();
    await desk.getByText("Saved").first().waitFor();
    await examine();
    await check("Access token", "good").waitFor();
  });

  it("import a chat after showing what was understood of it, and each line once", async () => {
    await desk.goto(`${galka.url}/settings/imports`);
    await desk.locator('input[type="file"]').setInputFiles(EXPORT);
    await desk.getByRole("heading", { name: "What was understood" }).waitFor();
    await desk.getByText("Android, 24-hour clock").waitFor();
    await desk.getByText("Rita: The export left this out: a file").waitFor();
    await desk.getByText("1 line could not be read").waitFor();
    await desk.getByText("this date does not exist").first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await chooseAndStart();
    await desk.getByText("5 messages added · 0 were here already").waitFor();

    await desk.goto(`${galka.url}/settings/imports`);
    await desk.locator('input[type="file"]').setInputFiles(EXPORT);
    await chooseAndStart();
    await desk.getByText("0 messages added · 5 were here already").waitFor();
    await desk.getByRole("link", { name: "Open the conversation" }).click();
    const thread = desk.getByRole("log");
    await thread.getByText("It is, from ten to four.").waitFor();
    // The app's own line among them.
    assert.equal(await thread.locator("[data-message]").count(), 5);
  });

  it("show a parked webhook whole, and try it again", async () => {
    const body = JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: DEMO.wabaId,
          changes: [{ field: "a_field_of_tomorrow", value: { surprise: "kept whole" } }],
        },
      ],
    });
    const answer = await fetch(galka.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-hub-signature-256": signBody(Buffer.from(body), galka.number.secret),
      },
      body,
    });
    assert.equal(answer.status, 200);
    await desk.goto(`${galka.url}/settings/delivery`);
    const parked = desk.getByRole("listitem").filter({ hasText: "a_field_of_tomorrow" });
    await parked.first().waitFor();
    await parked.first().locator("summary", { hasText: "What came" }).click();
    await parked.first().locator("pre", { hasText: "kept whole" }).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await parked.first().getByRole("button", { name: "Try again" }).click();
    await desk.getByText("It still cannot be applied").first().waitFor();
    await parked.first().getByText("tried 2 times").waitFor();
  });

  it("disconnect a number, and keep its conversations to be read", async () => {
    await openChannel("Jackdaw Wholesale");
    await desk.getByRole("button", { name: "Disconnect", exact: true }).click();
    const dialog = desk.getByRole("dialog", { name: "Disconnect" });
    await dialog.getByText(/stops receiving and sending here/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await dialog.getByRole("button", { name: /^Disconnect \+1/ }).click();
    const row = desk.getByRole("link", { name: /Jackdaw Wholesale/ });
    await row.getByText("Disconnected").waitFor();

    await desk.goto(`${galka.url}/inbox`);
    await desk.locator("[data-conversation]", { hasText: "Olaf Second" }).click();
    await desk
      .getByText("This number is disconnected: the conversation can only be read.")
      .waitFor();
    await desk.getByText("We do, by 30 kg.").first().waitFor();
  });

  it("have left nothing in the console", () => {
    // A number that is not registered has no profile to show; the page says so.
    const unexpected = complaints.filter((it) => !/ 422 .*\/(?:profile|links)$/.test(it));
    assert.deepEqual(unexpected, []);
  });

  async function fillAccess(token: string): Promise<void> {
    await desk.getByLabel("WhatsApp Business Account ID").fill(wabaId);
    await desk.getByLabel("Access token").fill(token);
    await desk.getByText("Another server than Meta's").click();
    await desk.getByLabel("Graph API").fill(galka.emulatorUrl);
    await desk.getByRole("button", { name: "Find the numbers" }).click();
  }

  async function register(): Promise<void> {
    await check("Registration").getByRole("button", { name: "Register the number" }).click();
    const dialog = desk.getByRole("dialog");
    await dialog.getByLabel("PIN of six digits").fill("246802");
    assert.deepEqual(await axeFindings(desk), []);
    await dialog.getByRole("button", { name: "Register the number" }).click();
  }

  /** The browser logs every answer that is no 2xx, an expected refusal among them. */
  function expectRefusals(): void {
    const others = complaints.splice(0).filter((it) => !it.includes("422"));
    assert.deepEqual(others, []);
  }

  async function openChannel(name: string): Promise<void> {
    await desk.getByRole("link", { name: new RegExp(name) }).click();
    await desk.getByRole("heading", { name, level: 1 }).waitFor();
    await desk.getByRole("button", { name: "Examine again" }).waitFor();
  }

  /** Examines the channel anew, and waits until the doctor has come back. */
  async function examine(): Promise<void> {
    const answered = desk.waitForResponse((response) => response.url().endsWith("/doctor"));
    await desk.getByRole("button", { name: "Examine again" }).click();
    await answered;
    await desk.getByRole("button", { name: "Examine again" }).waitFor();
  }

  /** The doctor's line about one thing, with this verdict. */
  function check(name: string, verdict = ""): Locator {
    return desk
      .getByRole("listitem")
      .filter({ has: desk.getByText(name, { exact: true }) })
      .filter({ hasText: verdict });
  }

  async function chooseAndStart(): Promise<void> {
    await desk.getByLabel("Who is your business in this file?").selectOption("Jackdaw Coffee");
    await desk.getByLabel("Phone number of the contact").fill("+44 7700 900333");
    await desk.getByLabel("Time zone of the phone").selectOption("UTC");
    await desk.getByRole("button", { name: "Import 5 messages" }).click();
  }
});
