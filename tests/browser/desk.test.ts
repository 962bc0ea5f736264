import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import { DEMO } from "@galka/emulator";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, keepScreen, letIn, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { LOOKS } from "../support/looks.ts";
import { wordsOf } from "../support/words.ts";
import { PATIENCE_MS, until } from "../support/until.ts";

describe("the desk of a member", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let vera: string;
  let conversationId: string;
  let complaints: string[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    await addSecondNumber();
    ({ page: desk, complaints } = await openDesk(browser, galka));
    const { emulator, number, api } = galka;
    vera = (await emulator.addPerson({ name: "Vera Day" })).id;
    await emulator.write(vera, number.phoneNumberId, { kind: "text", body: "Good morning" });
    conversationId = await until("her message has arrived", async () => {
      const { items } = await api("listConversations", {});
      return items.find(({ contact }) => contact.profileName === "Vera Day")?.id;
    });
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });
  afterEach((test) => keepScreen(test, test.name, desk));

  it("sends a place that is read from a map's link, and says when there is none in it", async () => {
    await openVera();
    const form = await fillIn("Location");
    await form.getByLabel("Coordinates or a map link").fill("https://maps.app.goo.gl/short");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await form.getByText("No coordinates are found in this.").waitFor();
    await form
      .getByLabel("Coordinates or a map link")
      .fill("https://www.google.com/maps/@52.52,13.405,17z");
    await form.getByLabel("Name (optional)").fill("The shop");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await log().getByText("52.52000, 13.40500").waitFor();
    await onPhone((message) => /52\.52/.test(message) && /The shop/.test(message));
  });

  it("passes on one of the contacts", async () => {
    await openVera();
    const form = await fillIn("Contact card");
    await form.getByLabel("Find among the contacts").fill("Priya");
    await form.getByRole("list", { name: "Contacts found" }).getByRole("button").first().click();
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await log().getByText("Priya Nair").waitFor();
    await onPhone((message) => message.includes("Priya Nair"));
  });

  it("tells a repeated button while it is written, and sends two", async () => {
    await openVera();
    const form = await fillIn("Reply buttons");
    await form.getByLabel("Text", { exact: true }).fill("Shall we send it?");
    await form.getByLabel("Button 1", { exact: true }).fill("Yes");
    await form.getByRole("button", { name: "Add a button" }).click();
    await form.getByLabel("Button 2", { exact: true }).fill("Yes");
    await form.getByText("Another one says the same.").waitFor();
    await form.getByLabel("Button 2", { exact: true }).fill("No");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await log().getByText("Shall we send it?").waitFor();
    await onPhone((message) => message.includes("Shall we send it?") && message.includes('"No"'));
  });

  it("sends a list with two sections", async () => {
    await openVera();
    const form = await fillIn("List to choose from");
    await form.getByLabel("Text", { exact: true }).fill("What would you like?");
    await form.getByLabel("Words on the button that opens the list").fill("Menu");
    await form.getByLabel("Row 1", { exact: true }).fill("Tea");
    await form.getByRole("button", { name: "Add a section" }).click();
    await form.getByLabel("Heading of the section").nth(0).fill("Hot");
    await form.getByLabel("Heading of the section").nth(1).fill("Cold");
    await form.getByLabel("Row 1", { exact: true }).nth(1).fill("Ice");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await log().getByText("What would you like?").waitFor();
    await onPhone((message) => message.includes("What would you like?"));
  });

  it("sends a button that opens a page", async () => {
    await openVera();
    const form = await fillIn("Link button");
    await form.getByLabel("Text", { exact: true }).fill("Follow your order");
    await form.getByLabel("Words on the button").fill("Track");
    await form.getByLabel("Address of the page").fill("https://example.org/17");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await log().getByText("Follow your order").waitFor();
    await onPhone((message) => message.includes("https://example.org/17"));
  });

  it("asks before what is filled in is lost", async () => {
    await openVera();
    const form = await fillIn("Link button");
    await form.getByLabel("Text", { exact: true }).fill("Half of it");
    await desk.keyboard.press("Escape");
    const asked = desk.getByRole("dialog", { name: "Leave without saving?" });
    await asked.getByRole("button", { name: "Stay here" }).click();
    await asked.waitFor({ state: "detached" });
    assert.equal(await form.getByLabel("Text", { exact: true }).inputValue(), "Half of it");
    await desk.keyboard.press("Escape");
    await asked.getByRole("button", { name: "Leave without saving" }).click();
    await form.waitFor({ state: "detached" });
  });

  it("asks before a rule that is being written is left by a link", async () => {
    await desk.goto(`${galka.url}/automations?edit=away`);
    await desk.getByLabel("Name", { exact: true }).fill("Half a rule");
    await desk.getByRole("link", { name: "Contacts", exact: true }).first().click();
    const asked = desk.getByRole("dialog", { name: "Leave without saving?" });
    await asked.getByRole("button", { name: "Stay here" }).click();
    await asked.waitFor({ state: "detached" });
    assert.match(desk.url(), /automations/);
    await desk.getByRole("link", { name: "Contacts", exact: true }).first().click();
    await asked.getByRole("button", { name: "Leave without saving" }).click();
    await desk.waitForURL(/contacts/);
  });

  it("writes a note, changes it and takes it back, and the thread tells of it", async () => {
    await openVera();
    await desk.getByRole("button", { name: "Note", exact: true }).click();
    const field = desk.getByLabel("Note for the team");
    await field.fill("She pays tomorrow");
    await field.press("Control+Enter");
    const note = log().getByRole("article", { name: "Your note" });
    await note.getByText("She pays tomorrow").waitFor();
    await note.getByRole("button", { name: "Change" }).click();
    await note.getByLabel("Note for the team").fill("She pays on Friday");
    await note.getByRole("button", { name: "Keep note" }).click();
    await note.getByText("She pays on Friday").waitFor();
    await log().getByText("changed a note").waitFor();
    await note.getByRole("button", { name: "Take back" }).click();
    const asked = desk.getByRole("dialog", { name: "Take back this note?" });
    await asked.getByRole("button", { name: "Take back" }).click();
    await note.getByText("This note was taken back").waitFor();
    await log().getByText("took back a note").waitFor();
  });

  it("says by a key how urgent it is, and the row shows it", async () => {
    await openVera();
    await desk.getByLabel("Message", { exact: true }).press("Escape");
    await desk.keyboard.press("p");
    await desk.getByRole("dialog").getByRole("button", { name: "Urgent" }).click();
    await row("Vera Day").getByText("Priority: Urgent").waitFor();
    await log().getByText("set the priority: urgent").waitFor();
  });

  it("has a list of what is of one's teams", async () => {
    const me = await galka.api("getMe", {});
    const team = await galka.api("createTeam", {
      body: { name: "Returns", memberIds: [me.member.id] },
    });
    await galka.api("assignConversation", {
      params: { id: conversationId },
      body: { teamId: team.id },
    });
    await desk.goto(`${galka.url}/inbox`);
    await desk
      .getByRole("navigation", { name: "Which conversations" })
      .getByText("My teams")
      .click();
    await row("Vera Day").waitFor();
    await desk.locator("[data-conversation]").nth(1).waitFor({ state: "detached" });
  });

  it("turns off what contacts see of somebody who writes", async () => {
    await desk.goto(`${galka.url}/settings/conversations`);
    const typing = desk.getByRole("switch");
    const before = (await galka.api("getThreadSettings", {})).showsTyping;
    await typing.click();
    await until("it is kept", async () => {
      const { showsTyping } = await galka.api("getThreadSettings", {});
      return showsTyping !== before || undefined;
    });
  });

  it("shows an edit and a deletion where WhatsApp tells of them, and says so where it does not", async () => {
    const { emulator, number } = galka;
    const said = await emulator.write(vera, number.phoneNumberId, {
      kind: "text",
      body: "At fife",
    });
    const gone = await emulator.write(vera, number.phoneNumberId, { kind: "text", body: "Secret" });
    await openVera();
    await log().getByText("Secret", { exact: true }).waitFor();
    // An ordinary number hears only that there was something.
    await emulator.edit(vera, said.id, "At five");
    await log().getByText("has changed a message").waitFor();
    await hear({
      type: "edit",
      edit: { original_message_id: said.id, message: { type: "text", text: { body: "At six" } } },
    });
    await hear({ type: "revoke", revoke: { original_message_id: gone.id } });
    await log().getByText("At six").waitFor();
    await log().getByText("edited", { exact: true }).waitFor();
    await log().getByText("This message was deleted").waitFor();
    assert.equal(await log().getByText("Secret", { exact: true }).count(), 0);
  });

  it("goes on on another number by a template, both sides tell, and all is read in one", async () => {
    await openVera();
    const panel = desk.getByRole("region", { name: "Contact", exact: true });
    await panel.getByRole("button", { name: "Go on on another number" }).click();
    const moving = desk.getByRole("dialog", { name: "Go on on another number" });
    await moving.getByText("so it begins with a template").waitFor();
    await moving.locator("li button").filter({ hasText: "hello" }).first().click();
    await moving.getByRole("button", { name: "Send and go on there" }).click();
    await log().getByText("went on here from").waitFor();
    await log().getByRole("link", { name: "Open it" }).click();
    await log().getByText("went on with the contact on").waitFor();
    await panel.getByRole("button", { name: "Read all together" }).click();
    const history = desk.getByRole("dialog", { name: "Everything said with Vera Day" });
    await history.getByText("Good morning").waitFor();
    await history.getByText("Second number").first().waitFor();
  });

  it("schedules a template where the window is closed, and finds it among all that waits", async () => {
    await desk.goto(`${galka.url}/inbox`);
    await desk.locator("[data-conversation]", { hasText: "Tom Whitfield" }).click();
    await desk.getByRole("button", { name: "Choose a template" }).click();
    const picker = desk.getByRole("dialog", { name: "Choose a template" });
    await picker.locator("li button").filter({ hasText: "hello" }).first().click();
    await picker.getByRole("button", { name: "Send later" }).click();
    await desk.getByRole("button", { name: "Schedule" }).click();
    await desk.getByRole("region", { name: "Scheduled messages" }).getByText("Template").waitFor();
    await desk.getByRole("link", { name: "Scheduled messages" }).click();
    await desk.getByRole("link", { name: "Tom Whitfield" }).waitFor();
    await desk.getByRole("button", { name: "Cancel sending" }).click();
    await desk.getByText("Nothing waits to be sent").waitFor();
  });

  for (const [locale, theme, width] of LOOKS) {
    it(`is for everyone: ${locale}, ${theme}, ${width} px`, async () => {
      await using context = await browser.newContext(viewOf({ locale, theme, width }));
      context.setDefaultTimeout(PATIENCE_MS);
      await foldPhone(context);
      await letIn(context, galka);
      await context.addInitScript(`localStorage.setItem("i18nextLng", "${locale}")`);
      const page = await context.newPage();
      const words = wordsOf("web", locale);
      for (const kind of ["location", "contacts", "buttons", "list", "link"]) {
        await page.goto(`${galka.url}/inbox/${conversationId}`);
        await page.getByRole("button", { name: words("rich.more") }).click();
        await page.getByRole("menuitem", { name: words(`rich.kind.${kind}`) }).click();
        const form = page.getByRole("dialog");
        await form.getByRole("button", { name: words("composer.send"), exact: true }).click();
        await form.locator("[aria-invalid=true]").first().waitFor();
        assert.deepEqual(await axeFindings(page), [], kind);
      }
      await page.goto(`${galka.url}/settings/conversations`);
      await page.getByRole("switch").waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.goto(`${galka.url}/scheduled`);
      await page.getByRole("heading", { name: words("scheduled.title") }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
    });
  }

  it("complains of nothing", () => assert.deepEqual(complaints, []));

  async function addSecondNumber(): Promise<void> {
    const { emulator, api, number } = galka;
    const another = await emulator.addNumber({
      phone: "15550100199",
      verifiedName: "Second number",
      wabaId: number.wabaId,
    });
    const [first] = (await api("listChannels", {})).items;
    assert.ok(first);
    const channel = await api("connectChannel", {
      body: {
        name: "Second number",
        baseUrl: first.baseUrl,
        apiVersion: first.apiVersion,
        wabaId: number.wabaId,
        phoneNumberId: another.id,
        accessToken: DEMO.accessToken,
        appSecret: DEMO.appSecret,
      },
    });
    await api("syncTemplates", { params: { id: channel.id } });
  }

  /** What a number that is used in the Business app as well hears of its contact, signed as Meta does. */
  async function hear(message: Readonly<Record<string, unknown>>): Promise<void> {
    const { emulator, number, webhookUrl } = galka;
    const { waId } = await emulator.person(vera);
    const body = JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: number.wabaId,
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: {
                  display_phone_number: DEMO.phone,
                  phone_number_id: number.phoneNumberId,
                },
                contacts: [{ profile: { name: "Vera Day" }, wa_id: waId }],
                messages: [
                  {
                    from: waId,
                    id: `wamid.${randomUUID()}`,
                    timestamp: String(Math.floor(Date.now() / 1000)),
                    ...message,
                  },
                ],
              },
            },
          ],
        },
      ],
    });
    const signature = createHmac("sha256", number.secret).update(body).digest("hex");
    const { status } = await fetch(webhookUrl, {
      method: "POST",
      headers: { "x-hub-signature-256": `sha256=${signature}` },
      body,
    });
    assert.equal(status, 200);
  }

  async function openVera(): Promise<void> {
    await desk.goto(`${galka.url}/inbox/${conversationId}`);
    await log().getByText("Good morning").first().waitFor();
  }

  async function fillIn(what: string) {
    await desk.getByRole("button", { name: "More to send" }).click();
    await desk.getByRole("menuitem", { name: what }).click();
    return desk.getByRole("dialog", { name: what });
  }

  /** Waits until a message that came to the phone is so. */
  async function onPhone(isSo: (message: string) => boolean): Promise<void> {
    await until("it is on the phone", async () => {
      const { data } = await galka.emulator.messages(vera, galka.number.phoneNumberId);
      return data.some((message) => isSo(JSON.stringify(message))) || undefined;
    });
  }

  function row(name: string) {
    return desk.locator("[data-conversation]", { hasText: name });
  }

  function log() {
    return desk.getByRole("log");
  }
});
