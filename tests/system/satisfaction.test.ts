import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { SatisfactionSettingsJson } from "@galka/contract/json/satisfaction/satisfaction";
import { DEMO } from "@galka/emulator";
import { until } from "../support/until.ts";
import { type World, startWorld } from "../support/world.ts";

const HOUR_MS = 3_600_000;
const TEMPLATE = {
  name: "how_was_it",
  language: "en_US",
  category: "UTILITY",
  components: [
    { type: "BODY", text: "Your conversation with us has ended. How did we do?" },
    {
      type: "BUTTONS",
      buttons: ["Good", "So-so", "Bad"].map((words) => ({ type: "QUICK_REPLY", text: words })),
    },
  ],
};

describe("how a contact was served", () => {
  let world: World;

  before(async () => {
    world = await startWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  it("is asked after closing, tapped on the phone, and counted", async () => {
    await ask({ template: null });
    const { person, conversationId } = await talk("Rita Rates");
    const before = await figures();
    await close(conversationId);
    const question = await arrived(person, "How did we do?");
    await world.emulator.tap(person, question, { title: "😞 Bad" });
    await arrived(person, "What could we do better?");

    const { conversation } = await world.api("getConversation", { params: { id: conversationId } });
    assert.deepEqual(
      [conversation.status, conversation.unreadCount, conversation.waitingSince],
      ["closed", 0, null],
    );
    assert.equal(conversation.rating?.score, 1);

    await world.emulator.write(person, world.phoneNumberId, {
      kind: "text",
      body: "Nobody told me the price.",
    });
    const answer = await until("the comment is there", async () => {
      const { items } = await world.api("listSatisfactionAnswers", { query: period() });
      return items.find((it) => it.conversationId === conversationId && it.comment);
    });
    assert.equal(answer.comment?.text, "Nobody told me the price.");
    const counted = await figures();
    assert.deepEqual([counted.asked - before.asked, counted.answered - before.answered], [1, 1]);
    const csv = await fetch(
      `${world.url}/api/v1/satisfaction.csv?${new URLSearchParams(period()).toString()}`,
      {
        headers: { cookie: world.cookie },
      },
    );
    assert.match(await csv.text(), /Rita Rates,1,3,Nobody told me the price\./u);
  });

  it("is asked by the template once the window has closed", async () => {
    await submitTemplate();
    await ask({ template: { name: TEMPLATE.name, language: "en_US", scores: [3, 2, 1] } });
    const { person, conversationId } = await talk("Tina Template");
    const { now } = await world.emulator.moveClock({ advanceMs: 25 * HOUR_MS });
    await until("the server's clock has followed", () => world.app.clock.now() >= new Date(now));
    await close(conversationId);
    const question = await arrived(person, "Your conversation with us has ended.");
    await world.emulator.tap(person, question, { title: "So-so" });
    const rated = await until("the rating is there", async () => {
      const { conversation } = await world.api("getConversation", {
        params: { id: conversationId },
      });
      return conversation.rating;
    });
    assert.deepEqual([rated.score, rated.of], [2, 3]);
    const { conversation } = await world.api("getConversation", { params: { id: conversationId } });
    assert.equal(conversation.status, "closed");
  });

  async function ask(some: Pick<SatisfactionSettingsJson, "template">): Promise<void> {
    const settings = await world.api("getSatisfactionSettings", {});
    const body = { ...settings, isOn: true, waitMinutes: 0, restDays: 0, ...some };
    await world.api("setSatisfactionSettings", { body });
  }

  async function talk(name: string) {
    const { id: person } = await world.emulator.addPerson({ name });
    await world.emulator.write(person, world.phoneNumberId, { kind: "text", body: "Hello?" });
    const conversation = await until(`${name} has arrived`, async () => {
      const { items } = await world.api("listConversations", {});
      return items.find(({ contact }) => contact.profileName === name);
    });
    const conversationId = conversation.id;
    await world.api("sendMessage", {
      params: { id: conversationId },
      body: { clientId: randomUUID(), draft: { kind: "text", text: "Here we are." } },
    });
    await world.api("markRead", { params: { id: conversationId } });
    await arrived(person, "Here we are.");
    return { person, conversationId };
  }

  function close(id: string): Promise<unknown> {
    return world.api("changeState", { params: { id }, body: { status: "closed" } });
  }

  /** The id of the message of ours that begins or ends so, once it is on the phone. */
  async function arrived(person: string, words: string): Promise<string> {
    const found = await until(`“${words}” is on the phone`, async () => {
      const { data } = await world.emulator.messages(person, world.phoneNumberId);
      return data.find((it) => JSON.stringify(it.content).includes(words));
    });
    return found.id;
  }

  async function figures() {
    const { total } = await world.api("getSatisfaction", { query: period() });
    return total;
  }

  /** Around whatever the emulator's clock says. */
  function period() {
    const day = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 10);
    return { from: day(-24 * HOUR_MS), to: day(72 * HOUR_MS) };
  }

  async function submitTemplate(): Promise<void> {
    const made = await fetch(`${world.emulatorUrl}/v26.0/${DEMO.wabaId}/message_templates`, {
      method: "POST",
      headers: { authorization: `Bearer ${DEMO.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify(TEMPLATE),
    });
    assert.equal(made.status, 200, await made.text());
    const [template] = (await world.emulator.templates()).data.filter(
      (it) => it.name === TEMPLATE.name,
    );
    if (template?.status !== "APPROVED") {
      await world.emulator.decideTemplate(template?.id ?? "", { decision: "approve" });
    }
    const [channel] = (await world.api("listChannels", {})).items;
    const id = channel?.id ?? "";
    await world.api("syncTemplates", { params: { id } });
    await until("the template is approved here", async () => {
      const { items } = await world.api("listTemplates", { params: { id } });
      return items.some((it) => it.name === TEMPLATE.name && it.status === "approved");
    });
  }
});
