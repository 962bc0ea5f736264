import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, giveFile, keepScreen, openDesk } from "../support/desk.ts";
import { addBlockedPerson } from "../support/places.ts";
import { OWNER, type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

describe("a day at the desk", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let phone: Page;
  let vera: string;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
    const { emulator, number } = galka;
    vera = (await emulator.addPerson({ name: "Vera Day" })).id;
    await emulator.write(vera, number.phoneNumberId, { kind: "text", body: "Good morning" });
    phone = await (await browser.newContext(viewOf({ width: 400, height: 800 }))).newPage();
    const chat = `business-${number.phoneNumberId}`;
    await phone.goto(`${galka.emulatorUrl}/?person=${vera}&narrow=1&chat=${chat}&lang=en`);
  });
  beforeEach(async () => {
    await desk.goto(`${galka.url}/inbox`);
    await row("Vera Day").waitFor();
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach(async (test) => {
    await keepScreen(test, `${test.name} desk`, desk);
    await keepScreen(test, `${test.name} phone`, phone);
  });

  it("goes from the sign-in to an answer by the keyboard alone", async () => {
    await using context = await browser.newContext(viewOf());
    await foldPhone(context);
    const page = await context.newPage();
    const { keyboard } = page;
    await page.goto(galka.url);
    await tabTo(page, page.getByLabel("E-mail"));
    await keyboard.type(OWNER.email);
    await keyboard.press("Tab");
    await keyboard.type(OWNER.password);
    await keyboard.press("Enter");
    const rows = page.locator("[data-conversation]");
    await rows.first().waitFor();

    await keyboard.press("j");
    await isFocused(rows.nth(0));
    await keyboard.press("j");
    await isFocused(rows.nth(1));
    await keyboard.press("k");
    await isFocused(rows.nth(0));
    await keyboard.press("Enter");
    const field = page.getByLabel("Message", { exact: true });
    await isFocused(field);
    await keyboard.press("Escape");
    await keyboard.press("r");
    await isFocused(field);
    await keyboard.type("Written without a mouse");
    await keyboard.press("Enter");
    const bubble = page.locator("[data-message]", { hasText: "Written without a mouse" });
    await bubble.getByRole("img", { name: /^(Sent|Delivered|Read)$/ }).waitFor();

    await keyboard.press("Escape");
    await keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await keys.waitFor();
    await keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
    await field.waitFor();

    await keyboard.press("u");
    await page.getByText("Choose a conversation").waitFor();
    await rows
      .first()
      .getByText(/unread message/)
      .waitFor({ state: "attached" });
    await keyboard.press("g");
    await keyboard.press("c");
    await page.getByRole("heading", { name: "Contacts" }).waitFor();
  });

  it("finds word forms and parts of words of both languages, and opens what was found", async () => {
    const searches = [
      { typed: "заказы", found: "Когда привезут заказ 1184?" },
      { typed: "омофон", found: "Домофон не работает" },
      { typed: "delivering", found: "here by Thursday?" },
      { typed: "hursda", found: "here by Thursday?" },
    ];
    for (const { typed, found } of searches) {
      await desk.keyboard.press("Control+k");
      await desk.getByRole("combobox", { name: "Search and commands" }).fill(typed);
      const results = desk.getByRole("group", { name: "Messages" }).getByRole("option");
      await results.filter({ hasText: found }).waitFor();
      const chosen = desk.getByRole("option", { selected: true });
      await until(`what was found for ${typed} is chosen`, async () => {
        if ((await chosen.textContent())?.includes(found)) return true;
        await desk.keyboard.press("ArrowDown");
        return false;
      });
      await desk.keyboard.press("Enter");
      await thread().locator("[data-message]", { hasText: found }).waitFor();
    }
  });

  it("keeps a draft through a reload", async () => {
    await open("Vera Day");
    await field().fill("Half a sentence");
    await open("Luis Ortega");
    await row("Vera Day").getByText("Draft:").waitFor();
    await desk.reload();
    await open("Vera Day");
    await until("the draft is there", async () => {
      return (await field().inputValue()) === "Half a sentence";
    });
    await field().fill("");
  });

  it("says that the line is down, and sends once what was written meanwhile", async () => {
    await open("Vera Day");
    await desk.context().setOffline(true);
    await desk.getByText(/Galka cannot be reached/).waitFor();
    await field().fill("Written in a tunnel");
    await desk.keyboard.press("Enter");
    await desk.getByText("1 message waits to be sent.").waitFor();
    const bubble = thread().locator("[data-message]", { hasText: "Written in a tunnel" });
    await bubble.getByRole("img", { name: "Waiting to be sent" }).waitFor();

    await desk.context().setOffline(false);
    await bubble.getByRole("img", { name: "Read" }).waitFor();
    await desk.getByText(/Galka cannot be reached/).waitFor({ state: "detached" });
    assert.equal(await bubble.count(), 1);
    const { data } = await galka.emulator.messages(vera, galka.number.phoneNumberId);
    const arrived = data.filter(
      ({ content }) => content.kind === "text" && content.body === "Written in a tunnel",
    );
    assert.equal(arrived.length, 1);
    // The browser itself logs every request that went nowhere.
    complaints.splice(0);
  });

  it("records a voice note that the phone can play", async () => {
    await open("Vera Day");
    await desk.getByRole("button", { name: "Record a voice note" }).click();
    await desk.getByText("0:01").waitFor();
    await desk.getByRole("button", { name: "Send the recording" }).click();
    const note = thread().locator("[data-message]").last();
    await note.getByRole("button", { name: "Play" }).waitFor();

    const arrived = phone.locator("[data-message]").last();
    await arrived.getByRole("button", { name: "Play", exact: true }).click();
    await arrived.getByText("Played", { exact: true }).waitFor({ state: "attached" });
    await note.getByRole("img", { name: "Played" }).waitFor();
  });

  it("sends files that were dropped or pasted", async () => {
    await open("Vera Day");
    for (const how of ["drop", "paste"] as const) {
      const name = `price list by ${how}.txt`;
      await giveFile(desk, "textarea", how, { name, text: "Spring: 14 EUR\n" });
      await desk.getByRole("list", { name: "Files to send" }).getByText(name).waitFor();
      await desk.getByRole("button", { name: "Send", exact: true }).click();
      await thread().locator("[data-message]", { hasText: name }).waitFor();
      await phone.locator("[data-message]", { hasText: name }).waitFor();
    }
  });

  it("quotes in both directions", async () => {
    await open("Vera Day");
    const theirs = thread().locator("[data-message]", { hasText: "Good morning" }).first();
    await theirs.hover();
    await theirs.getByRole("button", { name: "Reply" }).click();
    await desk.getByText("Answer to: Vera Day").waitFor();
    await field().fill("Good morning to you");
    await desk.keyboard.press("Enter");
    const answer = phone.locator("[data-message]", { hasText: "Good morning to you" });
    await answer.getByRole("button", { name: /^You\s*Good morning$/ }).waitFor();

    await answer.hover();
    await answer.getByRole("button", { name: /^Actions for/ }).click();
    await phone.getByRole("button", { name: "Reply" }).click();
    await write(phone, "And a sunny one");
    const back = thread().locator("[data-message]", { hasText: "And a sunny one" });
    await back.getByText("Good morning to you").waitFor();
  });

  it("reacts in both directions", async () => {
    await open("Vera Day");
    const theirs = thread().locator("[data-message]", { hasText: "And a sunny one" });
    await theirs.hover();
    await theirs.getByRole("button", { name: "React" }).click();
    await desk.getByRole("button", { name: "React with ❤️" }).click();
    const onPhone = phone.locator("[data-message]", { hasText: "And a sunny one" });
    await onPhone.getByRole("list", { name: "Reactions" }).getByText("❤️").waitFor();

    // Their answer quotes it, and of two of one second either may stand first.
    const said = { hasText: "Good morning to you", hasNotText: "And a sunny one" };
    const ours = phone.locator("[data-message]", said).first();
    await ours.hover();
    await ours.getByRole("button", { name: /^Actions for/ }).click();
    await phone.getByRole("button", { name: "React with 🙏" }).click();
    const onDesk = thread().locator("[data-message]", said).first();
    await onDesk.getByRole("list", { name: "Reactions" }).getByText("🙏").waitFor();
  });

  it("counts the unread in the title", async () => {
    await open("Luis Ortega");
    const before = await unreadInTitle();
    await write(phone, "Are you there?");
    await until("one more is unread", async () => (await unreadInTitle()) === before + 1);
    await open("Vera Day");
    await until("it is read", async () => (await unreadInTitle()) === before);
  });

  it("has a phone beside the inbox, of whoever the conversation is with, that works", async () => {
    await desk.getByRole("button", { name: "Show a contact's phone" }).click();
    await open("Mia Hoffmann");
    const docked = desk.frameLocator("iframe");
    await docked.getByText("It is ready from five today.").waitFor();
    await open("Luis Ortega");
    await docked.getByText("Hola, I found you on the map").waitFor();
    await desk.goBack();
    await docked.getByText("It is ready from five today.").waitFor();
    await write(docked, "Written on the docked phone");
    const top = desk.locator("[data-conversation]").first();
    await top.getByText("Written on the docked phone").waitFor();
    await thread().locator("[data-message]", { hasText: "Written on the docked phone" }).waitFor();
    await field().fill("Answered beside it");
    await desk.keyboard.press("Enter");
    await docked.getByText("Answered beside it").waitFor();
    const bubble = thread().locator("[data-message]", { hasText: "Answered beside it" });
    await bubble.getByRole("img", { name: "Read", exact: true }).waitFor();
  });

  it("changes its language and its theme at once, for the docked phone too, and keeps them", async () => {
    await addBlockedPerson(galka);
    await desk.goto(`${galka.url}/settings/profile`);
    const docked = desk.frameLocator("iframe");
    await docked.getByRole("heading", { name: "Chats" }).waitFor();
    await desk.getByText("Русский", { exact: true }).click();
    await desk.getByRole("heading", { name: "Профиль" }).waitFor();
    await docked.getByRole("heading", { name: "Чаты" }).waitFor();
    await desk.getByText("Тёмное", { exact: true }).click();
    await desk.locator('html[data-theme="dark"]').waitFor();
    await docked.locator('html[data-theme="dark"]').waitFor();

    await until("the server knows", async () => {
      const { preferences } = await galka.api("getMe", {});
      return preferences.locale === "ru" && preferences.theme === "dark";
    });
    await desk.reload();
    await desk.getByRole("heading", { name: "Профиль" }).waitFor();
    await desk.locator('html[data-theme="dark"]').waitFor();
  });

  it("explains in both languages why a message failed, and what to do", async () => {
    const failure = await failureOf("Bella Blocked");
    assert.equal(failure.code, 131026);
    for (const locale of ["ru", "en"] as const) {
      await galka.api("updateMe", { body: { preferences: { locale } } });
      await desk.goto(`${galka.url}/inbox`);
      await open("Bella Blocked");
      await thread().getByText(failure.explanation[locale]).waitFor();
      await thread().getByText(failure.advice[locale]).waitFor();
      await thread().locator("summary", { hasText: "131026" }).click();
      await thread().locator("pre", { hasText: "131026" }).waitFor();
    }
  });

  it("has left nothing in the console", () => {
    assert.deepEqual(complaints, []);
  });

  function row(name: string): Locator {
    return desk.locator("[data-conversation]", { hasText: name });
  }

  async function open(name: string): Promise<void> {
    await row(name).click();
    await desk
      .getByRole("heading", { name: new RegExp(`^${name}`) })
      .first()
      .waitFor();
    await thread().locator("[data-message]").first().waitFor();
  }

  function field(): Locator {
    return desk.getByLabel("Message", { exact: true });
  }

  function thread(): Locator {
    return desk.getByRole("log");
  }

  async function unreadInTitle(): Promise<number> {
    return Number(/^\((\d+)\)/.exec(await desk.title())?.[1] ?? 0);
  }

  async function failureOf(name: string) {
    const { items } = await galka.api("listConversations", {});
    const id = items.find(({ contact }) => contact.profileName === name)?.id ?? "";
    const messages = await galka.api("listMessages", { params: { id }, query: {} });
    const failed = messages.items.find(({ failure }) => failure !== null);
    assert.ok(failed?.failure);
    return failed.failure;
  }
});

/** Presses Tab until `target` has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 20; step++) {
    if ((await focusedIn(page, target).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not come to it.");
}

function focusedIn(page: Page, target: Locator): Locator {
  return target.and(page.locator(":focus"));
}

async function isFocused(target: Locator): Promise<void> {
  await focusedIn(target.page(), target).waitFor();
}

async function write(phone: Page | FrameLocator, text: string): Promise<void> {
  const field = phone.getByLabel(/^Message to/);
  await field.fill(text);
  await field.press("Enter");
}
