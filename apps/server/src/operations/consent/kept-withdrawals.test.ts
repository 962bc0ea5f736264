import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { findValidConsents } from "@galka/postgres/stores/consent/valid-consents";
import { LUZ, says } from "../../testing/meta-bodies.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { previewTable, readContactImport } from "../contact-imports/examine-table.ts";
import { receiveTable } from "../contact-imports/receive-table.ts";
import { runContactImport } from "../contact-imports/run-contact-import.ts";
import { startTable } from "../contact-imports/start-contact-import.ts";
import { erasePerson } from "../contacts/erase-person.ts";
import { addWording } from "./consent-wordings.ts";
import { takeConsent } from "./take-consent.ts";
import { type ConsentShop, consentShop, preference } from "./testing/consent-shop.ts";

const FORM = {
  key: "form-1",
  phone: "+54 9 11 5555-0101",
  purposes: ["marketing"],
  decision: "granted",
  channelId: null,
  wording: "Write me about offers.",
  way: "site-form",
  evidence: { url: "https://shop.example/form" },
} as const;

const WORDS = { name: "Offers", language: "en", text: "Write me about offers." };
/** The same person's number as people write it down at home. */
const TABLE = "Phone\n+54 11 5555-0101\n+49 151 12345678\n";

describe("what somebody has taken back", () => {
  it("outlives their erasure: an older list does not make them a recipient again", async () => {
    await using shop = await stopped();
    await erase(shop);
    const before = new Date(shop.app.clock.now().getTime() - 86_400_000);
    const done = await importAgreed(shop, before);
    assert.deepEqual(done, {
      recorded: 2,
      outweighed: 1,
      remembered: 1,
      lacking: {},
    });
    assert.deepEqual(await recipients(shop), ["4915112345678"]);
  });

  it("is lifted by what they agree to themselves, later", async () => {
    await using shop = await stopped();
    await erase(shop);
    const early = new Date(shop.app.clock.now().getTime() - 86_400_000);
    await takeConsent(shop.app, shop.member, { ...FORM, key: "early", at: early });
    assert.deepEqual(await recipients(shop), []);
    shop.clock.advance(60_000);
    await takeConsent(shop.app, shop.member, { ...FORM, key: "later" });
    assert.equal((await recipients(shop)).length, 1);
  });

  it("is known again as soon as they write, also over another form of their number", async () => {
    await using shop = await stopped();
    await erase(shop);
    await shop.receive(says("again", "Hola de nuevo", 900, { ...LUZ, wa_id: "541155550101" }));
    const records = await rowsOf(
      shop,
      "select purpose, decision, way, evidence ? 'keptSince' as kept from consent_records",
    );
    assert.deepEqual(records, [
      { purpose: "marketing", decision: "withdrawn", way: "stop-word", kept: true },
    ]);
  });

  it("is kept through a second erasure, and of what was set in WhatsApp too", async () => {
    await using shop = await stopped();
    await shop.receive(preference("stop", 30));
    await erase(shop);
    await shop.receive(says("again", "Hola", 900));
    await erase(shop);
    await shop.receive(says("third", "Hola", 901));
    const ways = await rowsOf(shop, "select way from consent_records order by way");
    assert.deepEqual(ways, [{ way: "meta-preference" }, { way: "stop-word" }]);
  });

  it("keeps nothing of somebody who has taken nothing back, and no number of anybody", async () => {
    await using shop = await consentShop();
    await takeConsent(shop.app, shop.member, FORM);
    await erase(shop);
    assert.deepEqual(await rowsOf(shop, "select hash from kept_withdrawals"), []);
    await using other = await stopped();
    await erase(other);
    const [kept] = await rowsOf(other, "select k::text as row from kept_withdrawals k");
    assert.ok(kept && "row" in kept && !String(kept.row).includes("155550101"));
  });

  /** Luz has agreed on a form, and stopped since. */
  async function stopped(): Promise<ConsentShop> {
    const shop = await consentShop();
    await takeConsent(shop.app, shop.member, FORM);
    shop.clock.advance(1000);
    await shop.receive(says("stop", "Stop", 20));
    assert.deepEqual(await recipients(shop), []);
    shop.clock.advance(1000);
    return shop;
  }

  async function erase(shop: ConsentShop): Promise<void> {
    const [luz] = await rowsOf(shop, "select id from contacts");
    assert.ok(luz && "id" in luz);
    const erased = await erasePerson(shop.app, shop.member, idOf<"contact">(String(luz.id)));
    assert.ok(!("refused" in erased));
    assert.deepEqual(await rowsOf(shop, "select id from consent_records"), []);
  }

  /** The numbers of those to whom marketing may be sent. */
  async function recipients({ in: run, ...shop }: ConsentShop): Promise<string[]> {
    const rows = await rowsOf(
      shop,
      "select contact_id as id, value from contact_identities where kind = 'phone' order by value",
    );
    const people = rows.flatMap((it) =>
      "id" in it && "value" in it ? [{ id: String(it.id), phone: String(it.value) }] : [],
    );
    const { workspaceId, channelId, app } = shop;
    const wish = { purpose: "marketing", channelId, now: app.clock.now() } as const;
    const contactIds = people.map(({ id }) => id);
    const valid = await run((tx) => findValidConsents(tx, workspaceId, { ...wish, contactIds }));
    return people.filter(({ id }) => valid.has(id)).map(({ phone }) => phone);
  }

  async function importAgreed({ app, member, workspaceId }: ConsentShop, saidAt: Date) {
    const words = await addWording(app, member, WORDS);
    assert.ok("id" in words);
    const bytes = Readable.from([Buffer.from(TABLE)]);
    const received = await receiveTable(app, member, { name: "people.csv", bytes });
    assert.ok(!("refused" in received));
    const choices = {
      columns: [{ to: "phone" }],
      country: "DE",
      known: "skip",
      consent: {
        purposes: ["marketing"],
        decision: "granted",
        wordingId: words.id,
        channelId: null,
        source: "An old list",
        saidAt: saidAt.toISOString(),
      },
    } as const;
    const preview = await previewTable(app, member, received.id, choices);
    assert.ok(!("refused" in preview));
    await startTable(app, member, received.id, choices);
    await runContactImport(app, { workspaceId, importId: received.id });
    const found = await readContactImport(app, member, received.id);
    assert.ok(!("refused" in found));
    const done = {
      recorded: found.consentsRecorded,
      outweighed: found.consentsOutweighed,
      remembered: found.consentsRemembered,
      lacking: found.consentsLacking,
    };
    const foreseen = { ...done, lackingRows: {} };
    assert.deepEqual(preview.consents, foreseen, "The preview says what comes of it.");
    return done;
  }
});
