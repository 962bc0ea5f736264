import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { DEMO } from "@galka/emulator";
import type { Browser, Locator, Page } from "playwright-core";
import { axeFindings, complaintsOf, startBrowser, viewOf } from "../support/browser.ts";
import { OWNER, type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const SCREENS = join(import.meta.dirname, "out");
const HOUR = 60 * 60 * 1000;

/** A green square of 64 by 64 pixels, so that both sides have something to show. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAn0lEQVRoge2SQQkAQRDDKieaqmlFn4h7hIFCBKSh4fU00Q3YgOoV2YV6l+gGbED1iuxCvUt0AzagekV2od4lugEbUL0iu1DvEt2ADahekV2od4luwAZUr8gu1LtEN2ADqldkF+pdohuwAdUrsgv1LtEN2IDqFdmFepfoBmxA9YrsQr1LdAM2oHpFdqHeJboBG1C9IrtQ7xLdgA2oXvEPH+wQ4PFMlqTGAAAAAElFTkSuQmCC",
  "base64",
);

describe("the first customer is answered", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let phone: Page;
  let nora: string;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    const context = await browser.newContext(viewOf());
    // The docked phone is left folded: the phone of this story has a page of its own.
    await context.addInitScript(`localStorage.setItem("galka.phone", "hidden")`);
    desk = await context.newPage();
    complaints = complaintsOf(desk);
    nora = (await galka.emulator.addPerson({ name: "Nora Story" })).id;
    phone = await (await browser.newContext(viewOf({ width: 400, height: 800 }))).newPage();
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  afterEach(async (test) => {
    if (!("passed" in test) || test.passed) return;
    // What was on the screens when it failed says more than the error.
    mkdirSync(SCREENS, { recursive: true });
    const name = test.name.replaceAll(/\W+/g, "-");
    await desk.screenshot({ path: join(SCREENS, `${name}-desk.png`) });
    await phone.screenshot({ path: join(SCREENS, `${name}-phone.png`) });
  });

  it("lets the owner sign in", async () => {
    await desk.goto(galka.url);
    await desk.getByLabel("E-mail").fill(OWNER.email);
    await desk.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await desk.getByRole("button", { name: "Sign in" }).click();
    await desk.getByRole("list", { name: "Conversations, newest first" }).waitFor();
    complaints.length = 0; // Before the sign-in the page was told 401, which the browser logs.
  });

  it("shows what a person writes on the phone, on top of the list", async () => {
    const chat = `business-${galka.number.phoneNumberId}`;
    await phone.goto(`${galka.emulatorUrl}/?person=${nora}&narrow=1&chat=${chat}&lang=en`);
    await write(phone, "Hello! Is my *order* ready?");

    const row = desk.locator("[data-conversation]").first();
    await row.getByText("Nora Story").waitFor();
    await row.click();
    await thread().getByText("Is my").waitFor();
  });

  it("turns the person's ticks blue when the member has read", async () => {
    await ticksOnPhone("read").first().waitFor();
  });

  it("gives the answer one tick, two, and blue, on both screens", async () => {
    await galka.emulator.changePerson(nora, { online: false });
    await desk.getByLabel("Message", { exact: true }).fill("Yes, come until six.");
    await desk.keyboard.press("Enter");
    const bubble = thread().locator("[data-message]", { hasText: "Yes, come until six." });
    await bubble.getByRole("img", { name: "Sent", exact: true }).waitFor();

    await phone.goto("about:blank");
    await closeChat();
    await galka.emulator.changePerson(nora, { online: true });
    await bubble.getByRole("img", { name: "Delivered", exact: true }).waitFor();

    await phone.goBack();
    await phone.getByText("Yes, come until six.").first().waitFor();
    await bubble.getByRole("img", { name: "Read", exact: true }).waitFor();
  });

  it("carries a picture both ways", async () => {
    await galka.emulator.uploadMedia(PICTURE, "image/png", "green.png").then(({ mediaId }) =>
      galka.emulator.write(nora, galka.number.phoneNumberId, {
        kind: "image",
        mediaId,
        caption: "This one?",
      }),
    );
    const came = thread().locator("[data-message]", { hasText: "This one?" });
    await came.locator("img").first().waitFor();

    await desk.locator('input[type="file"]').first().setInputFiles({
      name: "offer.png",
      mimeType: "image/png",
      buffer: PICTURE,
    });
    await desk.getByRole("list", { name: "Files to send" }).waitFor();
    await desk.getByRole("button", { name: "Send", exact: true }).click();
    await until("the picture is on the phone", async () => {
      const { data } = await galka.emulator.messages(nora, galka.number.phoneNumberId);
      return data.some(({ direction, content }) => direction === "in" && content.kind === "image");
    });
    await phone.locator("[data-message] img").last().waitFor();
  });

  it("offers templates when the clock has closed the window", async () => {
    await submitTemplate(galka);
    await galka.emulator.moveClock({ advanceMs: 25 * HOUR });
    await desk.getByText(/only a template can be sent/).waitFor();
    assert.equal(await desk.getByLabel("Message", { exact: true }).count(), 0);
  });

  it("sends a template with its variables filled in", async () => {
    await desk.getByRole("button", { name: /Choose a template/ }).click();
    await desk.getByRole("button", { name: /story reminder/ }).click();
    await desk.getByLabel("Value for 1").fill("Nora");
    await desk.getByText("Hello Nora, your order is waiting.").first().waitFor();
    await desk.getByRole("button", { name: "Send template" }).click();
    await phone.getByText("Hello Nora, your order is waiting.").first().waitFor();
  });

  it("opens the window again when the person taps a button", async () => {
    await phone.getByRole("button", { name: "I will come" }).last().click();
    await thread().locator("[data-message]", { hasText: "Tapped a button" }).waitFor();
    await desk.getByText(/free to answer until/).waitFor();
    await desk.getByLabel("Message", { exact: true }).fill("See you then");
    await desk.keyboard.press("Enter");
    await phone.getByText("See you then").first().waitFor();
  });

  it("leaves nothing for axe to find, and nothing in the console", async () => {
    assert.deepEqual(await axeFindings(desk), []);
    assert.deepEqual(complaints, []);
  });

  function thread(): Locator {
    return desk.getByRole("log", { name: "Messages" });
  }

  function ticksOnPhone(ticks: string): Locator {
    return phone.locator(`[data-ticks="${ticks}"]`);
  }

  /** The phone lies face down: its chat is on nobody's screen. */
  async function closeChat(): Promise<void> {
    await galka.emulator.close(nora, galka.number.phoneNumberId);
  }
});

async function write(phone: Page, text: string): Promise<void> {
  const field = phone.getByLabel(/^Message to/);
  await field.fill(text);
  await field.press("Enter");
}

/** Hands a template in at Meta's and waits until the reviewer has approved it. */
async function submitTemplate(galka: SignedInGalka): Promise<void> {
  const response = await fetch(`${galka.emulatorUrl}/v26.0/${DEMO.wabaId}/message_templates`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${DEMO.accessToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      name: "story_reminder",
      language: "en_US",
      category: "UTILITY",
      components: [
        {
          type: "BODY",
          text: "Hello {{1}}, your order is waiting.",
          example: { body_text: [["Nora"]] },
        },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "I will come" }] },
      ],
    }),
  });
  assert.equal(response.status, 200, await response.text());
  await until("the template is approved here", async () => {
    const { items } = await galka.api("listTemplates", { params: { id: galka.channelId } });
    return items.some(({ name, status }) => name === "story_reminder" && status === "approved");
  });
}
