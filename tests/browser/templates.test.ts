import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

describe("a template", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach((test) => keepScreen(test, test.name, desk));

  it("is written with the linter beside it, submitted, rejected, mended and approved", async () => {
    await galka.emulator.changeSettings({ reviewer: false });
    await desk.goto(`${galka.url}/templates`);
    await desk.getByRole("button", { name: "New template" }).click();
    await desk.getByRole("button", { name: /^Message/ }).click();

    await desk.getByLabel("Name", { exact: true }).fill("Table ready");
    await desk.getByLabel("Text of the message").fill("{{1}} is your table, we wait for you.");
    await desk.getByText("can neither begin nor end with a variable").waitFor();
    assert.equal(await desk.getByRole("button", { name: "Submit for review" }).isDisabled(), true);

    const words = "Hello {{1}}, your table for your reservation is ready.";
    await desk.getByLabel("Text of the message").fill(words);
    await desk.getByLabel("Example of 1").fill("Luz");
    await desk
      .getByRole("region", { name: "As the phone shows it" })
      .getByText("Hello Luz, your table")
      .waitFor();
    await desk.getByText("Meta is likely to count this as Utility").waitFor();
    await desk.getByText("Nothing that Meta would refuse").waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    // What is written survives a reload.
    await desk.getByText("Kept", { exact: true }).waitFor();
    await desk.reload();
    await until("the draft is there again", async () => {
      const name = await desk.getByLabel("Name", { exact: true }).inputValue();
      return name === "table_ready";
    });

    await desk.getByRole("button", { name: "Submit for review" }).click();
    await desk.getByRole("heading", { name: "table_ready" }).waitFor();
    await desk.getByText("In review").first().waitFor();

    const explanation = "It is not clear whose table it is.";
    await decide({ decision: "reject", reason: "INVALID_FORMAT", explanation });
    await desk.getByText(explanation).first().waitFor();
    assert.deepEqual(await axeFindings(desk), []);

    await desk.getByRole("button", { name: "Edit", exact: true }).click();
    const mended = "Hello {{1}}, your table at the Jackdaw is ready for your reservation.";
    await desk.getByLabel("Text of the message").fill(mended);
    await desk.getByRole("button", { name: "Submit the edit" }).click();
    await desk.getByRole("heading", { name: "table_ready" }).waitFor();
    await decide({ decision: "approve" });
    await desk.getByText("Approved").first().waitFor();
    await desk.getByRole("insertion").filter({ hasText: "Jackdaw" }).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  async function decide(
    decision: Parameters<SignedInGalka["emulator"]["decideTemplate"]>[1],
  ): Promise<void> {
    const waiting = await until("it is at the reviewer's desk", async () => {
      const { data } = await galka.emulator.templates();
      return data.find(({ name, status }) => name === "table_ready" && status === "PENDING");
    });
    await galka.emulator.decideTemplate(waiting.id, decision);
  }
});
