import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { DEMO, type Emulator, startEmulator } from "@galka/emulator";
import type { Browser, Locator, Page } from "playwright-core";
import { axeFindings, complaintsOf, startBrowser, viewOf } from "../support/browser.ts";
import { keepScreen } from "../support/desk.ts";
import { PATIENCE_MS, until } from "../support/until.ts";

const NOON = "2026-11-23T12:00:00.000Z";
const SHOUTING = "EVERYTHING!!! is cheaper {{1}} until Sunday, buy it at once.";
const MENDED = "Dear {{1}}, autumn coffee is cheaper in our shop until Sunday.";

/**
 * An afternoon with the emulator alone: a business that submits, mends and sends,
 * played by Graph calls, and Meta and its people, played on the page.
 */
describe("an afternoon with the emulator", () => {
  let meta: Emulator;
  let browser: Browser & AsyncDisposable;
  let page: Page;
  let complaints: string[];
  let templateId: string;

  before(async () => {
    meta = await startEmulator({ seed: "afternoon" });
    await meta.control.moveClock({ now: NOON });
    await meta.control.moveClock({ frozen: true });
    await meta.control.addPerson({ name: "Vera", phone: "+49 151 10000001" });
    browser = await startBrowser();
    const context = await browser.newContext(viewOf());
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
    complaints = complaintsOf(page);
    await page.goto(meta.url);
  });
  afterEach((test) => keepScreen(test, test.name, page));
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await meta[Symbol.asyncDispose]();
  });

  it("begins with whoever is to play Meta", async () => {
    const settings = await open("Settings");
    await settings
      .getByLabel("Quality of numbers and templates")
      .selectOption({ label: "by what people do" });
    await settings.getByLabel("Messages a second").selectOption({ label: "unlimited" });
    await settingIs("quality", "by-feedback");
    await settingIs("throughput", "unlimited");
    const desk = await open("Templates");
    await desk.getByRole("switch", { name: "The emulator reviews by itself" }).click();
    await desk.getByText("Templates wait until you decide.").waitFor();
  });

  it("shows a template that was submitted, and rejects it for a reason", async () => {
    const made = await graph("POST", `${DEMO.wabaId}/message_templates`, {
      name: "autumn_offer",
      language: "en_US",
      category: "MARKETING",
      components: bodyOf(SHOUTING),
    });
    templateId = textAt(made, "id");
    const desk = await open("Templates");
    await desk.getByRole("heading", { name: "1 template waits" }).waitFor();
    const offer = row(desk);
    await offer.getByText("EVERYTHING!!! is cheaper Ana until Sunday").waitFor();
    await offer.getByLabel("Reason of the rejection").selectOption({ label: "invalid format" });
    await offer.getByLabel("What is wrong").fill("Do not shout.");
    await offer.getByRole("button", { name: "Reject" }).click();
    await offer.getByText("Rejected: invalid format.").waitFor();
    const told = await graph("GET", `${templateId}?fields=status,rejected_reason`);
    assert.deepEqual([told["status"], told["rejected_reason"]], ["REJECTED", "INVALID_FORMAT"]);
  });

  it("shows it again when it is mended, and approves it", async () => {
    await graph("POST", templateId, { components: bodyOf(MENDED) });
    const offer = row(await open("Templates"));
    await offer.getByText("Dear Ana, autumn coffee").waitFor();
    await offer.getByRole("button", { name: "Approve", exact: true }).click();
    await offer.getByText("Approved", { exact: true }).waitFor();
  });

  it("makes a hundred people by a form", async () => {
    const people = await open("People");
    await people.getByLabel("Name", { exact: true }).fill("Regulars");
    await people.getByLabel("How many people").fill("100");
    await people.getByLabel("Seed").fill("guests");
    await people.getByLabel("Temper").selectOption({ label: "Furious" });
    await people.getByRole("switch", { name: "Prompt" }).click();
    await people.getByRole("button", { name: "Create" }).click();
    await people.getByRole("heading", { name: "Regulars" }).waitFor();
    await people.getByText("100 people · Germany 100").waitFor();
  });

  it("counts what a hundred people do with what they are sent", async () => {
    // What nobody minds keeps the number from falling as low as the offer does.
    await sendToAll("hello_world");
    await sendToAll("hello_world");
    await sendToAll("autumn_offer");
    const people = await open("People");
    await count(people, "accepted", 300).waitFor();
    const clock = await open("Clock");
    for (let times = 1; times <= 3; times++) {
      await clock.getByRole("button", { name: "+ 10 min", exact: true }).click();
      await clockIs(times * 10);
    }
    await open("People");
    await count(people, "delivered", 300).waitFor();
    assert.ok((await counted(people, "blocked")) > 0);
    assert.ok((await counted(people, "reported")) > 0);
  });

  it("tells that quality turned yellow, that the template is paused, and why", async () => {
    const number = await open("Number");
    const quality = number.getByRole("region", { name: "Quality", exact: true });
    await quality.getByText("Medium", { exact: true }).waitFor();
    const standing = number.locator("[data-standing=autumn_offer]");
    await standing.getByText("Paused", { exact: true }).waitFor();
    await standing.getByText("Low", { exact: true }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    const offer = row(await open("Templates"));
    await offer.getByRole("button", { name: /autumn_offer/u }).click();
    await offer.getByText(/^Paused until /u).waitFor();
  });

  it("explains why the paused template cannot be sent", async () => {
    const refused = await send("4915110000001", "autumn_offer");
    assert.equal(codeOf(refused), 132015);
    const log = await open("Log");
    await log.getByRole("button", { name: /132015/u }).click();
    await log.getByRole("region", { name: "What 132015 means" }).waitFor();
  });

  it("lets the clock go on until the pause is over", async () => {
    const clock = await open("Clock");
    await clock.getByRole("button", { name: "+ 3 hr", exact: true }).click();
    await clockIs(30 + 180);
    const offer = row(await open("Templates"));
    await offer.getByText("Approved", { exact: true }).waitFor();
    assert.equal(codeOf(await send("4915110000001", "autumn_offer")), null);
  });

  it("lets a person stop the offers, report and block on their phone", async () => {
    const phone = page.getByRole("region", { name: "Phone of Vera" });
    await phone.getByRole("button", { name: /Galka Demo/u }).click();
    await phone.getByRole("button", { name: /Show the card/u }).click();
    await phone.getByRole("switch", { name: "Offers and announcements" }).click();
    await phone.getByText("You have stopped the marketing messages").waitFor();
    await phone.getByRole("button", { name: "Report Galka Demo" }).click();
    await phone.getByRole("radio", { name: "I did not sign up" }).check();
    await phone.getByRole("button", { name: "Report", exact: true }).click();
    await phone.getByRole("button", { name: "Unblock Galka Demo" }).waitFor();
    const number = await open("Number");
    await number.getByText("Vera: wants no marketing").waitFor();
    await number.getByText("Vera: reported, I did not sign up").waitFor();
    await number.getByText("Vera: blocked").waitFor();
  });

  it("makes a fault, shows what failed by it and why, and takes it away", async () => {
    const faults = await open("Disorder");
    await faults.getByLabel("Code", { exact: true }).fill("131056");
    await faults.getByLabel("Part of the path").fill("/messages");
    await faults.getByRole("button", { name: "Add the rule" }).click();
    const rules = faults.getByRole("region", { name: "Rules" });
    await rules.getByText("Error of Graph: 131056 · always · /messages").waitFor();

    assert.equal(codeOf(await send("4915110000001", "hello_world")), 131056);
    await rules.getByText("struck 1 time, fitted 1 time").waitFor();
    const log = await open("Log");
    await log.getByRole("button", { name: /131056/u }).click();
    const why = log.getByRole("region", { name: "What 131056 means" });
    await why.getByRole("link", { name: "Where Meta says so" }).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await open("Disorder");
    await rules.getByRole("button", { name: /^Remove the rule/u }).click();
    await rules.getByText("Everything is in order.").waitFor();
    await open("Log");
    await log.getByRole("button", { name: "Make this call again" }).waitFor({ state: "detached" });
    await log.getByRole("button", { name: /131056/u }).click();
    await log.getByRole("button", { name: "Make this call again" }).click();
    await log.getByText(/made again/u).waitFor();
    assert.deepEqual((await meta.control.faults()).data, []);
  });

  it("lets something happen to the account, and goes back to before it", async () => {
    const snapshots = await open("Snapshots");
    await snapshots.getByRole("button", { name: "Keep this moment" }).click();
    await snapshots.getByRole("button", { name: /^Go back to/u }).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    const happenings = await open("Happenings");
    const account = happenings.getByRole("region", { name: "Something happens to an account" });
    await account.getByLabel("What happens").selectOption("Disabled or reinstated");
    assert.deepEqual(await axeFindings(page), []);
    await account.getByRole("button", { name: "Let it happen" }).click();
    await account.getByText("Done: Disabled or reinstated", { exact: false }).waitFor();
    const disabled = codeOf(await send("4915110000001", "hello_world"));
    assert.notEqual(disabled, null);

    await open("Snapshots");
    await snapshots.getByRole("button", { name: /^Go back to/u }).click();
    const asked = snapshots.getByRole("region", { name: "Go back?" });
    assert.deepEqual(await axeFindings(page), []);
    await asked.getByRole("button", { name: "Go back" }).click();
    await snapshots.getByText("The world is as it was", { exact: false }).waitFor();
    assert.equal(codeOf(await send("4915110000001", "hello_world")), null);
  });

  it("shows what the afternoon cost", async () => {
    const bill = await open("Bill");
    await bill.getByRole("heading", { name: "By country" }).waitFor();
    await bill.getByRole("rowheader", { name: "Germany" }).waitFor();
    assert.deepEqual(complaints, []);
  });

  async function open(name: string): Promise<Locator> {
    await page.getByRole("link", { name, exact: true }).and(page.locator("nav a")).click();
    const panel = page.getByRole("main").getByRole("region", { name, exact: true });
    await panel.waitFor();
    return panel;
  }

  function row(desk: Locator): Locator {
    return desk.locator("[data-template=autumn_offer]");
  }

  function count(people: Locator, what: string, expected: number): Locator {
    return people.locator(`[data-count=${what}]`).filter({ hasText: new RegExp(`^${expected}$`) });
  }

  async function counted(people: Locator, what: string): Promise<number> {
    return Number(await people.locator(`[data-count=${what}]`).textContent());
  }

  /** The page has told the emulator, and the emulator has done what became due. */
  async function clockIs(minutes: number): Promise<void> {
    const at = new Date(Date.parse(NOON) + minutes * 60_000);
    const shown = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });
    await page
      .getByRole("region", { name: "Controls of the emulator" })
      .getByText(shown.format(at), { exact: true })
      .waitFor();
  }

  async function settingIs(name: "quality" | "throughput", value: string): Promise<void> {
    await until(`${name} is ${value}`, async () => {
      const { settings } = await meta.control.world();
      return settings[name] === value;
    });
  }

  async function sendToAll(template: string): Promise<void> {
    const { data } = await members();
    for (const { waId } of data) assert.equal(codeOf(await send(waId, template)), null, waId);
  }

  async function members(): Promise<{ readonly data: readonly { readonly waId: string }[] }> {
    const [population] = (await meta.control.populations()).data;
    return meta.control.members(population?.id ?? "", { limit: 100 });
  }

  async function send(to: string, name: string): Promise<Json> {
    const body = name === "autumn_offer" ? [{ type: "text", text: "friend" }] : [];
    return graph("POST", `${DEMO.phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      to,
      type: "template",
      template: {
        name,
        language: { code: "en_US" },
        components: body.length === 0 ? [] : [{ type: "body", parameters: body }],
      },
    });
  }

  async function graph(method: string, path: string, body?: object): Promise<Json> {
    const answer = await fetch(`${meta.url}/v26.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${DEMO.accessToken}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    assert.ok(isJson(json));
    return json;
  }
});

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function textAt(json: Json, key: string): string {
  const text = json[key];
  assert.equal(typeof text, "string", JSON.stringify(json));
  return String(text);
}

/** The code of an error; `null` when the call was done. */
function codeOf(json: Json): unknown {
  const { error } = json;
  return isJson(error) ? error["code"] : null;
}

function bodyOf(text: string): readonly object[] {
  return [{ type: "BODY", text, example: { body_text: [["Ana"]] } }];
}
