import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { parseJson } from "../json.ts";
import { startEmulator } from "../start-emulator.ts";
import { graphOf } from "../testing/desk.ts";
import { readDescription, readWorldFile, WorldDescriptionError } from "./read-description.ts";
import type { WorldDescription } from "./world-description.ts";
import { worldSchema } from "./world-schema.ts";

const SALON: WorldDescription = {
  $schema: "./node_modules/@galka/emulator/world.schema.json",
  seed: "salon",
  clock: { now: "2027-03-01T09:00:00Z", frozen: true },
  settings: { reviewer: false },
  app: { id: "670000000000002", secret: "fake-secret-of-the-salon" },
  portfolios: [{ id: "1012000000000002", name: "Salon", messagingLimit: "TIER_10K" }],
  wabas: [
    {
      id: "102200000000002",
      name: "Salon",
      currency: "EUR",
      portfolioId: "1012000000000002",
      paymentMethod: false,
      numbers: [
        {
          id: "106500000000002",
          phone: "+34 600 000 001",
          verifiedName: "Salon Madrid",
          qualityRating: "YELLOW",
          throughputLevel: "HIGH",
          profile: { about: "Open from nine", vertical: "BEAUTY" },
        },
        { phone: "+34 600 000 002", verifiedName: "Salon Vigo", connected: false },
      ],
      templates: [
        {
          name: "visit_tomorrow",
          language: "es",
          category: "UTILITY",
          components: [
            { type: "body", text: "Hola {{1}}, nos vemos.", example: { body_text: [["Luz"]] } },
          ],
        },
        {
          name: "spring_offer",
          category: "MARKETING",
          status: "PAUSED",
          qualityScore: "RED",
          components: [{ type: "BODY", text: "Spring is here." }],
        },
      ],
    },
  ],
  tokens: [{ token: "fake-token-of-the-salon", wabaIds: ["102200000000002"] }],
  people: [
    { name: "Luz", phone: "+34 611 111 111", autoReadMs: 1000 },
    { name: "Ana", online: false, blocks: ["+34 600 000 001"] },
  ],
  populations: [{ name: "Guests", size: 1000, countries: { ES: 3, DE: 1 } }],
  faults: [{ on: "request", when: { kind: "next", count: 1 }, action: { kind: "reset" } }],
};

describe("a described world", () => {
  it("is there at the first moment", async () => {
    await using meta = await startEmulator({ world: SALON });
    const world = await meta.control.world();
    assert.equal(world.clock.now, "2027-03-01T09:00:00.000Z");
    assert.deepEqual([world.clock.frozen, world.settings.reviewer], [true, false]);
    assert.deepEqual([world.app.id, world.app.secret], [SALON.app?.id, SALON.app?.secret]);
    const [waba] = world.wabas;
    assert.deepEqual([waba?.currency, waba?.paymentMethod, world.wabas.length], ["EUR", false, 1]);
    const [madrid, vigo] = world.numbers.toSorted((a, b) => a.waId.localeCompare(b.waId));
    assert.equal(madrid?.displayPhoneNumber.replaceAll(/\D/g, ""), "34600000001");
    assert.deepEqual([madrid?.qualityRating, madrid?.messagingLimit], ["YELLOW", "TIER_10K"]);
    assert.equal(madrid?.profile.about, "Open from nine");
    assert.equal(vigo?.status, "PENDING");
    const { data: templates } = await meta.control.templates();
    assert.deepEqual(templates.map((it) => `${it.name} ${it.status}`).toSorted(), [
      "spring_offer PAUSED",
      "visit_tomorrow APPROVED",
    ]);
    const [luz, ana] = world.people;
    assert.deepEqual([luz?.waId, luz?.autoReadMs], ["34611111111", 1000]);
    assert.deepEqual([ana?.online, ana?.blocked], [false, ["business-106500000000002"]]);
    assert.equal((await meta.control.faults()).data.length, 1);
    const [guests] = (await meta.control.populations()).data;
    assert.deepEqual([guests?.name, guests?.size], ["Guests", 1000]);
  });

  it("takes its own token and no other", async () => {
    await using meta = await startEmulator({ world: { ...SALON, faults: [] } });
    const graph = graphOf(meta.url);
    const number = "/v26.0/106500000000002";
    assert.equal((await graph("GET", number, undefined, "fake-token-of-the-salon")).status, 200);
    assert.equal((await graph("GET", number, undefined, DEMO.accessToken)).status, 401);
  });

  it("has the demo's app, account and token where it says nothing", async () => {
    await using meta = await startEmulator({ world: { people: [{ name: "Ana" }] } });
    const answer = await graphOf(meta.url)("GET", `/v26.0/${DEMO.phoneNumberId}`);
    assert.equal(answer.status, 200);
    assert.equal((await meta.control.people()).data[0]?.name, "Ana");
  });

  it("has the physics it asks for, and its own settings before them", async () => {
    const described = { physics: "real", settings: { marketingPerDay: 5 } } as const;
    await using meta = await startEmulator({ world: described });
    const { messagingLimits, pacing, marketingPerDay } = (await meta.control.world()).settings;
    assert.deepEqual([messagingLimits, pacing, marketingPerDay], ["by-tier", "portfolio", 5]);
    const { settings } = await meta.control.describeWorld({});
    assert.deepEqual([settings.messagingLimits, settings.pacing], ["unlimited", "off"]);
  });

  it("begins again as described, and can be replaced by another", async () => {
    await using meta = await startEmulator({ world: SALON });
    await meta.control.addPerson({ name: "Zoe" });
    const again = await meta.control.reset();
    assert.deepEqual(again.people.map((it) => it.name).toSorted(), ["Ana", "Luz"]);
    const other = await meta.control.describeWorld({ people: [{ name: "Kim" }] });
    assert.deepEqual([other.people.length, other.app.id], [1, DEMO.appId]);
    await assert.rejects(
      meta.control.describeWorld({ tokens: [{ token: "short" }] }),
      /tokens\[0\]\.token/,
    );
  });

  it("gives the same ids for the same seed", async () => {
    const bsuids = async () => {
      await using meta = await startEmulator({ world: SALON });
      return (await meta.control.people()).data.map((it) => `${it.id} ${it.bsuid}`);
    };
    assert.deepEqual(await bsuids(), await bsuids());
  });

  it("does not come back over one that a data directory holds", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "galka-world-"));
    {
      await using meta = await startEmulator({ dataDir, world: SALON });
      await meta.control.addPerson({ name: "Zoe" });
    }
    {
      await using meta = await startEmulator({ dataDir, world: SALON });
      assert.equal((await meta.control.people()).data.length, 3);
    }
    rmSync(dataDir, { recursive: true });
  });
});

describe("a description that is not as it should be", () => {
  refuses("an unknown word", { nmae: "x" }, /world: Unrecognized key: "nmae"/);
  refuses(
    "a phone that is none",
    { wabas: [{ name: "A", numbers: [{ phone: "abc", verifiedName: "A" }] }] },
    /wabas\[0\]\.numbers\[0\]\.phone: "abc" is not a phone number; write it in international form/,
  );
  refuses(
    "a phone that two have",
    {
      people: [
        { name: "A", phone: "+12015550100" },
        { name: "B", phone: "1 201 555-0100" },
      ],
    },
    /people\[1\]\.phone: 12015550100: this phone number has an owner already/,
  );
  refuses(
    "a token for an account that is not there",
    { wabas: [], tokens: [{ token: "fake-token", wabaIds: ["102200000000009"] }] },
    /tokens\[0\]\.wabaIds\[0\]: there is no account 102200000000009; give one of wabas this id/,
  );
  refuses(
    "a template that Meta would not take",
    {
      wabas: [
        {
          name: "A",
          templates: [
            { name: "Wrong Name", category: "UTILITY", components: [{ type: "BODY", text: "x" }] },
            { name: "ok", category: "UTILITY", components: [{ type: "FOOTER", text: "x" }] },
          ],
        },
      ],
    },
    /templates\[0\]\.name: The message template name.*\n.*templates\[1\]\.components: /,
  );
  refuses(
    "a portfolio that is not described",
    { wabas: [{ name: "A", portfolioId: "1012000000000009" }] },
    /wabas\[0\]\.portfolioId: there is no portfolio 1012000000000009; describe it in portfolios/,
  );

  refuses(
    "more people than a country has numbers for",
    { populations: [1, 2, 3].map(() => ({ size: 10_000_000, countries: { SG: 1 } })) },
    /populations\[\d\]\.countries\.SG: there are numbers for \d+ people/,
  );
  refuses(
    "files of a population",
    {
      populations: [{ size: 1, countries: { ES: 1 }, habits: { media: { document: ["1"] } } }],
    },
    /populations\[0\]\.habits\.media: files are not part of a description/,
  );

  it("names the file, also when it is none or no JSON", () => {
    const folder = mkdtempSync(join(tmpdir(), "galka-world-"));
    after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "world.json");
    assert.throws(() => readWorldFile(file), /There is no file .*world\.json/);
    writeFileSync(file, '{ "people": [ }');
    assert.throws(() => readWorldFile(file), /world\.json is not JSON: /);
    writeFileSync(file, '{ "people": [{}] }');
    assert.throws(
      () => readWorldFile(file),
      /world\.json is not as it should be:\n {2}people\[0\]\.name/,
    );
  });

  function refuses(name: string, value: unknown, words: RegExp) {
    it(`says where it has ${name}`, () => {
      assert.throws(
        () => readDescription(value),
        (error: unknown) => {
          assert.ok(error instanceof WorldDescriptionError);
          assert.match(error.message, words);
          return true;
        },
      );
    });
  }
});

describe("world.schema.json", () => {
  it("is what the emulator reads; scripts/emulator-world-schema.ts writes it", () => {
    const file = join(import.meta.dirname, "../../world.schema.json");
    assert.deepEqual(parseJson(readFileSync(file, "utf8")), worldSchema());
  });
});
