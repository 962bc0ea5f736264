import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { type Colleague, joinInBrowser } from "../support/colleague.ts";
import { keepScreen } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const REPLY = {
  shortcut: "hello",
  title: "A greeting",
  folder: "",
  reach: { for: "everyone" },
  text: "Hello {{contact.name}}, how can we help?",
  buttons: [],
  fileId: null,
} as const;

describe("members at work", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let ada: Colleague;
  let bo: Colleague;
  let kim: string;
  let lee: string;

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    await galka.api("createQuickReply", { body: { ...REPLY, buttons: [] } });
    ada = await joinInBrowser(galka, browser, "Ada", "member");
    bo = await joinInBrowser(galka, browser, "Bo", "member");
    kim = (await galka.emulator.addPerson({ name: "Kim Queue" })).id;
    lee = (await galka.emulator.addPerson({ name: "Lee Shared" })).id;
    await write(kim, "Is anybody there?");
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach(async (test) => {
    await keepScreen(test, `ada ${test.name}`, ada.page);
    await keepScreen(test, `bo ${test.name}`, bo.page);
  });

  it("take a conversation that nobody has, by the keyboard", async () => {
    await ada.page.getByRole("link", { name: "Unassigned" }).press("Enter");
    await rowOf(ada, "Kim Queue").press("Enter");
    await log(ada).getByText("Is anybody there?").waitFor();
    await leaveField(ada);
    await ada.page.keyboard.press("t");
    await log(ada).getByText("You took the conversation").waitFor();
    await ada.page.getByRole("link", { name: "Mine", exact: true }).press("Enter");
    await rowOf(ada, "Kim Queue").waitFor();
    assert.deepEqual(await axeFindings(ada.page), []);
  });

  it("answer with a quick reply after a slash", async () => {
    await openOf(ada, "Kim Queue", "Is anybody there?");
    const field = fieldOf(ada);
    await field.pressSequentially("/hel");
    await ada.page.getByRole("listbox", { name: "Quick replies" }).waitFor();
    await field.press("Enter");
    await until("the reply stands in the field", async () =>
      (await field.inputValue()).startsWith("Hello Kim Queue"),
    );
    await field.press("Enter");
    await until("the answer is on the phone", () => hasHeard(kim, "Hello Kim Queue, how can we"));
  });

  it("write a note for a colleague, who finds it under mentions", async () => {
    await leaveField(ada);
    await ada.page.keyboard.press("n");
    const field = ada.page.getByLabel("Note for the team");
    await field.pressSequentially("Who knows the invoice? @Bo");
    const whom = ada.page.getByRole("listbox", { name: "Whom to mention" });
    await whom.getByRole("option", { name: "Bo" }).waitFor();
    await field.press("Enter");
    await field.press("Control+Enter");
    await log(ada).getByText("Who knows the invoice?").waitFor();
    await bo.page
      .getByRole("button", { name: /things? for you/ })
      .first()
      .click();
    await bo.page.getByText(/^Ada.*Kim Queue/).waitFor();
    await bo.page.keyboard.press("Escape");
    assert.equal(await hasHeard(kim, "invoice"), false);
  });

  it("put a conversation aside, and the contact's next message brings it back", async () => {
    await openOf(ada, "Kim Queue", "Is anybody there?");
    await leaveField(ada);
    await ada.page.keyboard.press("s");
    const dialog = ada.page.getByRole("dialog", { name: "Put aside" });
    await dialog.getByRole("button", { name: "Until the contact writes" }).press("Enter");
    await log(ada).getByText("You snoozed the conversation").waitFor();
    await write(kim, "One more thing");
    await log(ada).getByText("Opened again by the contact's message").waitFor();
  });

  it("close a conversation, and it comes back when the contact writes again", async () => {
    await leaveField(ada);
    await ada.page.keyboard.press("e");
    await log(ada).getByText("You closed the conversation").waitFor();
    await ada.page.getByRole("button", { name: "Open again" }).waitFor();
    await write(kim, "And another thing");
    await log(ada).getByText("Opened again by the contact's message").nth(1).waitFor();
    await ada.page.getByRole("button", { name: "Close", exact: true }).waitFor();
  });

  it("find people and places in the palette without a mouse", async () => {
    await ada.page.keyboard.press("Control+k");
    const palette = ada.page.getByRole("dialog");
    await palette.getByRole("combobox").fill("Go to the contacts");
    await palette.getByRole("option", { name: /Go to the contacts/ }).waitFor();
    await ada.page.keyboard.press("Enter");
    await ada.page.waitForURL(/\/contacts/);
    await ada.page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("Kim Queue");
    await palette
      .getByRole("option", { name: /Kim Queue/ })
      .first()
      .waitFor();
    assert.deepEqual(await axeFindings(ada.page), []);
    await ada.page.keyboard.press("Enter");
    await log(ada).getByText("Is anybody there?").waitFor();
  });

  it("see in one conversation who else is there, and who writes", async () => {
    await galka.api("setPolicy", {
      body: { of: "everywhere", policy: { ...LONG_GAP, skills: [] } },
    });
    await write(lee, "Which of you is it?");
    await openOf(ada, "Lee Shared", "Which of you is it?");
    await openOf(bo, "Lee Shared", "Which of you is it?");
    await threadOf(ada, "Lee Shared").getByText("Also here: Bo").waitFor();
    await threadOf(bo, "Lee Shared").getByText("Also here: Ada").waitFor();

    await whileTyping(fieldOf(bo), async () => {
      const anyway = ada.page.getByRole("button", { name: "Write anyway" });
      await anyway.waitFor();
      assert.equal(await fieldOf(ada).count(), 0);
      assert.deepEqual(await axeFindings(ada.page), []);
      await anyway.click();
    });
    await fieldOf(ada).fill("This is Ada");
  });

  it("become one owner when both press take at once", async () => {
    await Promise.all([leaveField(ada), leaveField(bo)]);
    await Promise.all([ada.page.keyboard.press("t"), bo.page.keyboard.press("t")]);
    const owner = await until("somebody has it", async () => {
      const { items } = await galka.api("listConversations", { query: { limit: 100 } });
      return items.find(({ contact }) => contact.profileName === "Lee Shared")?.assigneeId;
    });
    const winner = [ada, bo].find(({ id }) => id === owner);
    const loser = [ada, bo].find((it) => it !== winner);
    assert.ok(winner && loser);
    await log(winner).getByText("You took the conversation").waitFor();
    await log(loser).getByText(`${winner.name} took the conversation`).waitFor();
    assert.equal(await log(winner).getByText("took the conversation").count(), 1);
    await loser.page.getByText(`${winner.name} has it`).first().waitFor();
  });

  it("are asked before a second answer goes out within seconds of the first", async () => {
    await fieldOf(bo).fill("This is Bo");
    await fieldOf(bo).press("Enter");
    await until("the first is on the phone", () => hasHeard(lee, "This is Bo"));
    assert.equal(await fieldOf(ada).inputValue(), "This is Ada");
    await fieldOf(ada).press("Enter");
    await ada.page.getByText("A colleague has just answered.").waitFor();
    assert.equal(await hasHeard(lee, "This is Ada"), false);
    assert.deepEqual(await axeFindings(ada.page), []);
    await ada.page.getByRole("button", { name: "Send anyway" }).click();
    await until("the second is on the phone", () => hasHeard(lee, "This is Ada"));
  });

  it("leave nothing in the console", () => {
    // The answer that is asked about, and the take that came second, are told by a 409.
    const others = [...ada.complaints, ...bo.complaints].filter((it) => !/ 409 /.test(it));
    assert.deepEqual(others, []);
  });

  function write(person: string, body: string): Promise<unknown> {
    return galka.emulator.write(person, galka.number.phoneNumberId, { kind: "text", body });
  }

  async function hasHeard(person: string, words: string): Promise<boolean> {
    const { data } = await galka.emulator.messages(person, galka.number.phoneNumberId);
    return JSON.stringify(data.filter(({ direction }) => direction === "in")).includes(words);
  }

  async function openOf(who: Colleague, name: string, said: string): Promise<void> {
    await who.page.goto(`${galka.url}/inbox`);
    await rowOf(who, name).click();
    await log(who).getByText(said).waitFor();
  }
});

/** As it usually is, but that a second answer is asked about for as long as a slow machine needs. */
const LONG_GAP = {
  method: "manual",
  teamId: null,
  skills: [],
  byLanguage: false,
  byLabel: false,
  sticky: "none",
  order: "oldest",
  takeOverMinutes: null,
  // That nobody becomes the owner by answering first.
  answerTakes: false,
  onlyAssigneeAnswers: false,
  answerGapSeconds: 600,
} as const;

function rowOf({ page }: Colleague, name: string): Locator {
  return page.locator("[data-conversation]", { hasText: name });
}

function threadOf({ page }: Colleague, name: string): Locator {
  return page.getByRole("region", { name: `Conversation with ${name}` });
}

function log({ page }: Colleague): Locator {
  return page.getByRole("log");
}

function fieldOf({ page }: Colleague): Locator {
  return page.getByLabel("Message", { exact: true });
}

/** Takes the focus out of the field, where a letter would be written and not be a key. */
async function leaveField(who: Colleague): Promise<void> {
  await fieldOf(who).waitFor();
  await blur(who.page);
}

async function blur(page: Page): Promise<void> {
  await page.evaluate("document.activeElement?.blur()");
}

/** Writes letter after letter while `work` goes on: who pauses for long is not writing any more. */
async function whileTyping(field: Locator, work: () => Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const typing = typeUntil(field, stop.signal);
  try {
    await work();
  } finally {
    stop.abort();
    await typing;
  }
}

async function typeUntil(field: Locator, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await field.pressSequentially("a ", { delay: 100 });
  await typeUntil(field, signal);
}
