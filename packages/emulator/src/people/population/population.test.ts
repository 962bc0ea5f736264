import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, textAt } from "../../json.ts";
import { type EmulatorOptions, startEmulator } from "../../start-emulator.ts";
import { startDesk, type TestDesk, wamidOf } from "../../testing/desk.ts";
import type { NewPopulation, PopulationCounts } from "../../wire/population.ts";

const HOUR = 3_600_000;
const QUICK = { throughput: "unlimited", reviewDelayMs: 0 } as const;
const EVERYWHERE = { RU: 40, BR: 20, US: 15, DE: 10, IN: 10, EG: 5 };

describe("a population", () => {
  it("is a million people without a row", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    const made = await control.addPopulation({ size: 1_000_000, countries: EVERYWHERE });
    assert.equal(
      Object.values(made.countries).reduce((sum, it) => sum + it, 0),
      1_000_000,
    );
    assert.equal(made.countries["RU"], 400_000);
    const { people } = await control.world();
    assert.deepEqual(
      people.map((it) => it.name),
      ["Ana"],
    );
  });

  it("has members that are found by id, phone number and business-scoped id", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    const { id } = await control.addPopulation({ size: 5000, countries: EVERYWHERE });
    await control.addPopulation({ size: 5000, countries: { RU: 1, US: 1 } });
    const { data } = await control.members(id, { limit: 5000 });
    assert.equal(new Set(data.map((it) => it.waId)).size, 5000);
    assert.equal(new Set(data.map((it) => it.bsuid)).size, 5000);
    for (const member of data.slice(0, 40)) {
      for (const key of [member.id, `+${member.waId}`, member.bsuid]) {
        assert.equal((await control.person(key)).id, member.id);
      }
    }
    const sample = data.slice(0, 1000).filter((it) => it.country === "RU").length;
    assert.ok(sample > 350 && sample < 450, `${sample} of 1,000 live in Russia`);
    assert.ok(data.some((it) => it.timeZone === "Asia/Vladivostok"));
  });

  it("keeps what was changed of a member", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    await control.addPopulation({ size: 10, countries: { BR: 1 } });
    await control.changePerson("g1-3", { name: "Someone else", online: false });
    const changed = await control.person("g1-3");
    assert.equal((await control.person(changed.bsuid)).name, "Someone else");
    assert.equal((await control.person(changed.waId)).online, false);
    await assert.rejects(control.removePerson("g1-3"), /cannot be removed alone/);
  });

  it("says what is wrong with a description", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    const size = 10;
    await assert.rejects(control.addPopulation({ size, countries: {} }), /at least one country/);
    await assert.rejects(control.addPopulation({ size, countries: { XX: 1 } }), /No people live/);
    await assert.rejects(
      control.addPopulation({ size: 2_000_000, countries: { SG: 1 } }),
      /SG has numbers for 1000000 more people/,
    );
    const kinds = { video: 1 };
    const habits = { messages: { service: { answer: { kinds } } } };
    await assert.rejects(
      control.addPopulation({ size, countries: { RU: 1 }, habits }),
      /need habits.media.video/,
    );
    const read = { after: { median: "2h", p90: "1h" } };
    await assert.rejects(
      control.addPopulation({
        size,
        countries: { RU: 1 },
        habits: { messages: { utility: { read } } },
      }),
      /p90 is at least the median/,
    );
  });
});

describe("the people of a population", () => {
  it("do as often as their habits say what businesses are told", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const counts = await campaign(desk, {
      size: 600,
      countries: EVERYWHERE,
      seed: "c",
      habits: LIVELY,
    });
    assert.equal(counts.accepted, 600);
    near(counts.delivered, 600 * 0.9, "delivered");
    near(counts.failed, 600 * 0.1, "not on WhatsApp");
    near(counts.read, counts.delivered * 0.8 * 0.75, "read and told so");
    near(counts.tapped, counts.delivered * 0.8 * 0.4, "tapped");
    near(counts.answered, counts.delivered * 0.8 * 0.6 * 0.5, "answered");
    near(counts.blocked, counts.delivered * 0.8 * 0.1, "blocked");
    assert.equal(counts.reached, counts.delivered);

    const read = desk.receiver.statuses().filter((it) => it["status"] === "read");
    assert.equal(new Set(read.map((it) => it["id"])).size, counts.read);
    const taps = desk.receiver.messages().filter((it) => it["type"] === "button");
    assert.equal(taps.length, counts.tapped);
    const yes = taps.filter((it) => textAt(objectAt(it, "button") ?? {}, "text") === "Yes");
    assert.ok(yes.length > taps.length * 0.8, "the buttons have their weights");
    const feedback = (await desk.meta.control.feedback()).data;
    const of = (kind: string) => feedback.filter((it) => it.kind === kind);
    assert.equal(of("block").length, counts.blocked);
    assert.equal(of("report").length, counts.reported);
    assert.equal(of("marketing-stop").length, counts.optedOut);
    assert.ok(feedback.every((it) => it.templateId !== null));
  });

  it("do as often as their habits say about messages that come together", async () => {
    await using desk = await startDesk({ settings: { ...QUICK, pairRate: false } });
    const { control } = desk.meta;
    const marketing = {
      read: { share: 0.5 },
      tap: { share: 0 },
      answer: { share: 0 },
      optOut: { share: 0.2 },
      block: { share: 0.2 },
    };
    const habits = { onWhatsApp: 1, readReceipts: 1, offline: { share: 0 } };
    const { id } = await prepare(desk, {
      size: 400,
      countries: EVERYWHERE,
      seed: "three",
      habits: { ...habits, messages: { marketing } },
    });
    for (let nth = 1; nth <= 3; nth++) await sendAll(desk, [id], "offer");
    await desk.pass(72 * HOUR);
    const { counts } = await control.population(id);
    near(counts.read / 3, 400 * 0.5, "people who looked, and so read all three");
    // Nobody can block twice: three chances of a fifth are less than three fifths.
    near(counts.blocked, (counts.read / 3) * (1 - 0.8 ** 3), "people who blocked");
    const { data } = await control.feedback();
    const people = (kind: string) => data.filter((it) => it.kind === kind).map((it) => it.personId);
    assert.equal(people("block").length, counts.blocked);
    assert.equal(people("marketing-stop").length, counts.optedOut);
    assert.equal(new Set(people("marketing-stop")).size, counts.optedOut);
  });

  it("do the same for the same seed, also with a restart in the middle", async () => {
    const population = { size: 120, countries: EVERYWHERE, seed: "again", habits: LIVELY };
    const dataDir = mkdtempSync(join(tmpdir(), "galka-population-"));
    try {
      await using straight = await startDesk({ settings: QUICK });
      const one = await campaign(straight, population);
      const two = await campaignWithRestart({ dataDir }, population);
      assert.deepEqual(two, one);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it("sleep at night by their own clocks", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    await control.moveClock({ now: "2026-12-01T18:00:00Z" });
    const quick = { median: "1m", p90: "2m" };
    const habits = {
      onWhatsApp: 1,
      readReceipts: 1,
      offline: { share: 0 },
      messages: { utility: { read: { share: 1, after: quick } } },
    };
    // In Vladivostok it is four in the morning, in Los Angeles ten.
    await control.addPopulation({ size: 100, countries: { SG: 1 }, habits });
    await control.addPopulation({ size: 100, countries: { PE: 1 }, habits });
    await sendAll(desk, ["g1", "g2"], "hello_world");
    await desk.pass(HOUR);
    assert.equal((await control.population("g1")).counts.read, 0);
    assert.equal((await control.population("g2")).counts.read, 100);
    await desk.pass(9 * HOUR);
    assert.equal((await control.population("g1")).counts.read, 100);
  });

  it("cannot be reached while they are without a network", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    const offline = { share: 0.5, lasts: { median: "3h", p90: "3h" } };
    const habits = { onWhatsApp: 1, offline };
    await control.addPopulation({ size: 200, countries: { SG: 1 }, habits });
    await sendAll(desk, ["g1"], "hello_world");
    const { counts } = await control.population("g1");
    near(counts.delivered, 100, "delivered at once");
    await desk.pass(4 * HOUR);
    assert.equal((await control.population("g1")).counts.delivered, 200);
  });

  it("write by themselves, more of them by day than at night", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    await control.moveClock({ now: "2026-12-01T00:00:00Z" });
    const { id } = await control.addPopulation({ size: 3000, countries: { RU: 2, BR: 1 } });
    const kinds = { text: 1, image: 1, voice: 1, location: 1 };
    await control.addVisits(id, { people: 300, over: "4d", kinds });
    await control.addVisits(id, { people: 3, over: "1h", texts: { "Is this the kitchen?": 1 } });
    await desk.pass(2 * HOUR);
    const asked = desk.receiver.messages().filter((it) => JSON.stringify(it).includes("kitchen"));
    assert.ok(asked.length >= 2);
    await desk.pass(4 * 24 * HOUR);
    const { data } = await control.visits(id);
    assert.deepEqual(
      data.map((it) => it.visited),
      [300, 3],
    );
    assert.equal((await control.population(id)).counts.visited, 303);
    const types = new Set(desk.receiver.messages().map((it) => it["type"]));
    assert.deepEqual(types, new Set(["audio", "image", "location", "text"]));
    const writers = new Set(desk.receiver.messages().map((it) => it["from_user_id"]));
    assert.equal(writers.size, desk.receiver.messages().length, "nobody comes twice");
    await assert.rejects(control.addVisits(id, { people: 9999, over: "1h" }), /has 3000 people/);
  });

  it("send pictures and voice notes that a business can fetch", async () => {
    await using desk = await startDesk({ settings: QUICK });
    const { control } = desk.meta;
    const { id } = await control.addPopulation({ size: 50, countries: { ID: 1 } });
    await control.addVisits(id, { people: 20, over: "1m", kinds: { image: 1, voice: 1 } });
    await desk.pass(90_000);
    for (const message of desk.receiver.messages()) {
      const file = objectAt(message, textAt(message, "type") ?? "") ?? {};
      const { url, mime_type: type } = file;
      const answer = await fetch(String(url), {
        headers: { authorization: `Bearer ${DEMO.accessToken}` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const begins = type === "image/jpeg" ? "ffd8ffdb" : "4f676753";
      assert.equal(bytes.subarray(0, 4).toString("hex"), begins);
    }
  });
});

const LIVELY = {
  onWhatsApp: 0.9,
  readReceipts: 0.75,
  messages: {
    marketing: {
      read: { share: 0.8 },
      tap: { share: 0.4, titles: { Yes: 9, No: 1 } },
      answer: { share: 0.5 },
      react: { share: 0.1 },
      stopWord: { share: 0.05 },
      optOut: { share: 0.1 },
      block: { share: 0.1 },
      report: { share: 0.05 },
    },
  },
} as const;

/** Sends the whole population a marketing template with two buttons and lets three days pass. */
async function campaign(desk: TestDesk, population: NewPopulation): Promise<PopulationCounts> {
  const { id } = await prepare(desk, population);
  await sendAll(desk, [id], "offer");
  await desk.pass(72 * HOUR);
  return (await desk.meta.control.population(id)).counts;
}

async function campaignWithRestart(
  options: EmulatorOptions,
  population: NewPopulation,
): Promise<PopulationCounts> {
  {
    await using desk = await startDesk({ ...options, settings: QUICK });
    const { id } = await prepare(desk, population);
    await sendAll(desk, [id], "offer");
    await desk.pass(HOUR);
  }
  await using meta = await startEmulator(options);
  await meta.control.moveClock({ advanceMs: 71 * HOUR });
  const [found] = (await meta.control.populations()).data;
  assert.ok(found !== undefined);
  return found.counts;
}

async function prepare(desk: TestDesk, population: NewPopulation) {
  const { control } = desk.meta;
  await control.moveClock({ now: "2026-12-01T12:00:00Z" });
  const components = [
    { type: "BODY", text: "Winter is here, and so are the boots. Shall we keep a pair for you?" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Yes" },
        { type: "QUICK_REPLY", text: "No" },
      ],
    },
  ];
  const template = { name: "offer", language: "en_US", category: "MARKETING", components };
  await desk.graph("POST", `/${DEMO.wabaId}/message_templates`, template);
  await desk.pass();
  return control.addPopulation(population);
}

async function sendAll(desk: TestDesk, ids: readonly string[], name: string): Promise<void> {
  for (const id of ids) {
    for (const { waId } of (await desk.meta.control.members(id, { limit: 1000 })).data) {
      const template = { name, language: { code: "en_US" } };
      const body = { messaging_product: "whatsapp", to: waId, type: "template", template };
      wamidOf(await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, body));
    }
  }
  await desk.pass();
}

/** Within four standard deviations of a coin that is thrown so often, at least. */
function near(count: number, expected: number, what: string): void {
  const away = Math.abs(count - expected);
  assert.ok(away <= 4 * Math.sqrt(expected) + 2, `${what}: ${count}, not about ${expected}`);
}
