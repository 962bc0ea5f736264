import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { HealthCheckJson, HealthFindingJson } from "@galka/contract/json/numbers/health";
import { DEMO } from "@galka/emulator";
import { until } from "../support/until.ts";
import { type World, startWorld } from "../support/world.ts";

/** What a number of the lowest tier may write to first in a day. */
const TIER = 250;
const AT_ONCE = 10;
/** So many complaints that Meta lowers its mark, and not so many that it holds the number. */
const COMPLAINTS = 6;

/** An approved notice without anything personal, and with a link that hides where it leads. */
const NEWS = {
  name: "weekly_news",
  language: "en_US",
  category: "UTILITY",
  components: [{ type: "BODY", text: "All our news of this week is here: https://bit.ly/weekly." }],
};
/** What Meta takes for advertising although it was submitted as a notice. */
const INVITATION = {
  name: "autumn_invitation",
  language: "en_US",
  category: "UTILITY",
  components: [{ type: "BODY", text: "Our autumn evening begins on Friday at seven." }],
};
const OFFER = {
  name: "spring_offer",
  language: "en_US",
  category: "MARKETING",
  components: [{ type: "BODY", text: "Ten percent off everything until Sunday evening." }],
};

/** Every cause of blocking that PRODUCT.md names, brought about in the emulator and seen before the number is lost. */
describe("the health of a number sees", () => {
  let world: World;
  let channelId: string;
  let youngNumber: string;

  before(async () => {
    world = await startWorld();
    const { items } = await world.api("listChannels", {});
    channelId = items[0]?.id ?? "";
    await submit(NEWS);
    await submit(OFFER);
    await submit(INVITATION);
    await world.api("syncTemplates", { params: { id: channelId } });
  });
  after(() => world[Symbol.asyncDispose]());

  it("no danger at a number that answers whoever writes", async () => {
    const { findings, held } = await look();
    const bad = findings.filter(
      ({ severity }) => severity === "warning" || severity === "critical",
    );
    assert.deepEqual([bad, held], [[], "none"]);
    assert.equal(worth(findings, "fresh"), "notice");
  });

  describe("at a number that nobody has ever written to", () => {
    let young: string;
    let people: readonly string[];

    before(async () => {
      await world.emulator.changePortfolio(DEMO.portfolioId, { messagingLimit: "TIER_250" });
      await world.emulator.changeSettings({ quality: "by-feedback" });
      young = await connectYoung();
      const { used } = (await look(young)).tier;
      people = await writeToStrangers(young, TIER - used);
    });
    after(() => world.emulator.changeSettings({ quality: "by-hand" }));

    it("one text for all, short links, strangers, and too many at once for its age", async () => {
      // What was taken is counted a moment before all of it has been written down as sent.
      const same = await seen(
        "sameness",
        ({ figures }) => figures["identical"] === people.length,
        young,
      );
      const health = await look(young);
      const found = (check: HealthCheckJson) => worth(health.findings, check);
      assert.equal(found("sameness"), "warning");
      assert.equal(found("links"), "warning");
      assert.equal(found("consent"), "warning");
      assert.equal(found("fresh"), "warning");
      assert.equal(found("incoming"), "warning");
      assert.equal(found("pace-minute"), "warning");
      assert.equal(health.held, "slow");
      assert.deepEqual(
        same.evidence.map(({ kind }) => kind),
        ["text"],
      );
    });

    it("a day that is used up", async () => {
      const day = await seen("pace-day", ({ severity }) => severity === "warning", young);
      assert.deepEqual([day.figures["used"], day.figures["limit"]], [TIER, TIER]);
    });

    it("that hardly anybody reads", async () => {
      const reads = await seen("reads", ({ severity }) => severity === "warning", young);
      assert.equal(reads.reason, "unread");
      assert.equal(reads.figures["readShare"], 0);
    });

    it("complaints, of which nothing is told but the mark that falls", async () => {
      for (const person of people.slice(0, COMPLAINTS)) {
        await world.emulator.report(person, youngNumber, "spam");
      }
      const quality = await seen("quality", ({ severity }) => severity === "warning", young);
      assert.deepEqual([quality.reason, quality.brake], ["yellow", "slow"]);
    });
  });

  it("a handful of people who blocked it, and holds marketing back", async () => {
    const blockers = await Promise.all([1, 2, 3, 4, 5].map((n) => blocker(`Blocker ${n}`)));
    const health = await until("the blocks are counted", async () => {
      const now = await look();
      return now.today.blocked >= blockers.length && now.held === "pause-marketing" ? now : null;
    });
    assert.equal(worth(health.findings, "blocks"), "critical");
    const seen = health.findings.find(({ check }) => check === "blocks")?.evidence ?? [];
    assert.ok(seen.some((it) => it.kind === "conversation" && it.name?.startsWith("Blocker")));
  });

  it("attempts at marketing without consent", async () => {
    const conversationId = await beginWith("Carl Consent");
    const refusal = await send(conversationId, OFFER.name).catch((error: unknown) => error);
    assert.ok(refusal instanceof Error);
    assert.equal(worth((await look()).findings, "consent") === "ok", false);
    const { findings } = await look();
    const consent = findings.find(({ check }) => check === "consent");
    assert.equal(consent?.figures["refused"], 1);
  });

  it("a quality that falls to yellow and to red", async () => {
    await world.emulator.changeNumber(DEMO.phoneNumberId, { qualityRating: "YELLOW" });
    assert.equal(worth((await look()).findings, "quality"), "warning");
    await world.emulator.changeNumber(DEMO.phoneNumberId, { qualityRating: "RED" });
    const health = await look();
    assert.equal(worth(health.findings, "quality"), "critical");
    assert.equal(health.days.at(-1)?.quality, "red");
    const { items } = await world.api("listHealthHistory", {
      params: { id: channelId },
      query: { limit: 100 },
    });
    const qualities = items.filter(({ kind }) => kind === "quality").map(({ after: it }) => it);
    assert.deepEqual(qualities.slice(0, 2), ["red", "yellow"]);
    await world.emulator.changeNumber(DEMO.phoneNumberId, { qualityRating: "GREEN" });
    assert.equal(worth((await look()).findings, "quality"), "notice");
  });

  it("a template that was moved to another category, and one that was paused", async () => {
    const { data } = await world.emulator.templates();
    const idOf = (name: string) => data.find((it) => it.name === name)?.id ?? "";
    await world.emulator.decideTemplate(idOf(INVITATION.name), {
      decision: "recategorize",
      category: "MARKETING",
    });
    const moved = await seen("templates", ({ reason }) => reason === "recategorized");
    assert.equal(moved.severity, "warning");
    assert.ok(names(moved, INVITATION.name, "UTILITY → MARKETING"));
    await world.emulator.decideTemplate(idOf(NEWS.name), { decision: "pause" });
    const paused = await seen("templates", ({ reason }) => reason === "paused");
    assert.equal(paused.brake, "slow");
    assert.ok(names(paused, NEWS.name, "paused"));
    assert.ok(names(paused, INVITATION.name, "UTILITY → MARKETING"));
  });

  it("opt-outs that WhatsApp tells of, and a hold for spam", async () => {
    await fail(131_050, 6, "Olaf");
    const optOuts = await seen("opt-outs", ({ severity }) => severity !== "ok");
    assert.ok((optOuts.figures["count"] ?? 0) >= 6);
    await fail(131_048, 1, "Sam");
    await seen("spam-hold", ({ severity }) => severity === "critical");
    await world.api("updateChannel", { params: { id: channelId }, body: { status: "connected" } });
  });

  it("a violation, a restriction and the announcement of a ban", async () => {
    const waba = DEMO.wabaId;
    await world.emulator.happenToWaba(waba, { happens: "violation", violation: "SCAM" });
    await seen("account", ({ reason }) => reason === "violation");
    await world.emulator.happenToWaba(waba, {
      happens: "restriction",
      restrictions: ["RESTRICTED_BIZ_INITIATED_MESSAGING"],
      forMs: 3_600_000,
    });
    await seen("account", ({ reason }) => reason === "restricted-starts");
    await world.emulator.happenToWaba(waba, {
      happens: "ban",
      state: "SCHEDULE_FOR_DISABLE",
      on: new Date(world.app.clock.now().getTime() + 7 * 24 * 3_600_000).toISOString(),
    });
    const ban = await seen("account", ({ reason }) => reason === "ban-scheduled");
    assert.deepEqual([ban.severity, ban.brake], ["critical", "pause-marketing"]);
    const { items } = await world.api("listNumberHealth", {});
    assert.equal(items[0]?.held, "pause-marketing");
  });

  function look(id = channelId) {
    return world.api("lookAtNumberHealth", { params: { id }, body: {} });
  }

  async function connectYoung(): Promise<string> {
    const { items } = await world.api("listChannels", {});
    const { baseUrl = "", apiVersion = "" } = items[0] ?? {};
    const { accessToken, appId, appSecret, wabaId } = DEMO;
    const verifiedName = "Galka Young";
    const number = { wabaId, phone: "+1 555 010 0188", verifiedName, connected: true };
    const { id: phoneNumberId } = await world.emulator.addNumber(number);
    youngNumber = phoneNumberId;
    const access = { accessToken, appId, appSecret, wabaId, phoneNumberId, baseUrl, apiVersion };
    const { id } = await world.api("connectChannel", { body: access });
    await world.api("syncTemplates", { params: { id } });
    return id;
  }

  async function seen(
    check: HealthCheckJson,
    isSo: (finding: HealthFindingJson) => boolean,
    of = channelId,
  ): Promise<HealthFindingJson> {
    return until(`${check} is seen`, async () => {
      const { findings } = await look(of);
      return findings.find((it) => it.check === check && isSo(it));
    });
  }

  function names({ evidence }: HealthFindingJson, name: string, what: string): boolean {
    return evidence.some(
      (it) =>
        it.kind === "template" && it.name === name && it.what.toLowerCase() === what.toLowerCase(),
    );
  }

  function worth(findings: readonly HealthFindingJson[], check: HealthCheckJson) {
    return findings.find((it) => it.check === check)?.severity;
  }

  async function submit(template: typeof NEWS): Promise<void> {
    const made = await fetch(`${world.emulatorUrl}/v26.0/${DEMO.wabaId}/message_templates`, {
      method: "POST",
      headers: { authorization: `Bearer ${DEMO.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify(template),
    });
    assert.equal(made.status, 200, await made.text());
    const { data } = await world.emulator.templates();
    const id = data.find(({ name }) => name === template.name)?.id ?? "";
    await world.emulator.decideTemplate(id, { decision: "approve" });
  }

  async function templateId(name: string, id: string): Promise<string> {
    const { items } = await world.api("listTemplates", { params: { id } });
    return items.find((it) => it.name === name)?.id ?? "";
  }

  async function send(conversationId: string, template: string, from = channelId): Promise<void> {
    await world.api("sendMessage", {
      params: { id: conversationId },
      body: {
        clientId: randomUUID(),
        draft: { kind: "template", templateId: await templateId(template, from), values: {} },
      },
    });
  }

  /** Writes the same notice to people who never wrote and do not read it, and waits until all of it has arrived; answers who they are. */
  async function writeToStrangers(young: string, size: number): Promise<string[]> {
    const { emulator } = world;
    const habits = { read: { share: 0 }, answer: { share: 0 } };
    const { id } = await emulator.addPopulation({
      size,
      seed: "strangers",
      countries: { BR: 1 },
      habits: { onWhatsApp: 1, offline: { share: 0 }, messages: { utility: habits } },
    });
    const { data } = await emulator.members(id, { limit: size });
    // Held until all of it waits, so that it goes out at once however busy this machine is.
    const hold = { brake: "pause-all", reason: "Until all of it waits.", hours: 1 } as const;
    await world.api("overruleBrake", { params: { id: young }, body: hold });
    for (let from = 0; from < data.length; from += AT_ONCE) {
      await Promise.all(
        data.slice(from, from + AT_ONCE).map(async ({ waId }) => {
          const body = { channelId: young, phone: `+${waId}` };
          const conversation = await world.api("startConversation", { body });
          await send(conversation.id, NEWS.name, young);
        }),
      );
    }
    await world.api("releaseBrake", { params: { id: young } });
    await until("all was taken", async () => (await look(young)).tier.used >= TIER);
    await until("nothing waits", async () => (await look(young)).tier.reserved === 0);
    return data.map((it) => it.id);
  }

  /** Somebody who has written, and is answered. */
  async function beginWith(name: string): Promise<string> {
    const { id } = await world.emulator.addPerson({ name });
    await world.emulator.write(id, world.phoneNumberId, { kind: "text", body: "Hello?" });
    return conversationOf(name);
  }

  async function conversationOf(name: string): Promise<string> {
    const found = await until(`${name} has arrived`, async () => {
      const { items } = await world.api("listConversations", { query: { limit: 100 } });
      return items.find(({ contact }) => contact.profileName === name);
    });
    return found.id;
  }

  async function blocker(name: string): Promise<void> {
    const { id } = await world.emulator.addPerson({ name });
    await world.emulator.write(id, world.phoneNumberId, { kind: "text", body: "Hello?" });
    const conversationId = await conversationOf(name);
    await world.emulator.block(id, world.phoneNumberId);
    await say(conversationId, "Are you sure?");
  }

  function say(conversationId: string, text: string) {
    const draft = { kind: "text", text } as const;
    const body = { clientId: randomUUID(), draft };
    return world.api("sendMessage", { params: { id: conversationId }, body });
  }

  /** Has Meta refuse that many messages with this code. */
  async function fail(code: number, times: number, name: string): Promise<void> {
    const ids = [];
    for (let n = 0; n < times; n += 1) ids.push(await beginWith(`${name} ${n}`));
    await world.emulator.addFault({
      on: "request",
      match: { path: "/messages" },
      when: { kind: "next", count: times },
      action: { kind: "graph-error", code },
    });
    for (const id of ids) await say(id, "One more thing.");
  }
});
