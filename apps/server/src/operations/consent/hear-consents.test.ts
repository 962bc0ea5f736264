import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import type { ConsentView } from "@galka/postgres/stores/consent/ledger";
import { LUZ, messages, says, second, status } from "../../testing/meta-bodies.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { askConsent } from "./ask-consent.ts";
import { addWording } from "./consent-wordings.ts";
import { recordConsent } from "./record-consent.ts";
import { takeConsent } from "./take-consent.ts";
import { type ConsentShop, consentShop, preference } from "./testing/consent-shop.ts";
import { OFFER } from "./testing/marketing.ts";

const GRANT = {
  purpose: "marketing",
  decision: "granted",
  channelId: null,
  wording: "Write me about offers.",
  note: "Said so in the shop",
} as const;

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

describe("what contacts say of their consent", () => {
  it("is a STOP of theirs: recorded with the message, and what waits is taken back at once", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    const sent = await shop.send(OFFER);
    assert.ok("messageId" in sent);
    await shop.receive(says("stop", " Stop! ", 5));
    const [latest] = await shop.ledger();
    assert.deepEqual(shortOf(latest), ["withdrawn", "stop-word", "marketing", null]);
    assert.equal(latest?.evidence["text"], " Stop! ");
    assert.deepEqual(await rowsOf(shop, "select state from sends"), [{ state: "cancelled" }]);
    const status = `select status from messages where id = '${sent.messageId}'`;
    assert.deepEqual(await rowsOf(shop, status), [{ status: "failed" }]);
    assert.deepEqual(await shop.send(OFFER), {
      refused: "no-consent",
      purpose: "marketing",
      missing: "withdrawn",
      recordId: latest?.id,
    });
  });

  it("is recorded once, however often it is told", async () => {
    await using shop = await consentShop();
    const stop = says("stop", "STOP", 5);
    await shop.receive(stop, stop);
    await shop.receive(stop);
    assert.equal((await shop.ledger()).length, 1);
  });

  it("is no STOP within a sentence, nor a doubtful word without marketing before it", async () => {
    await using shop = await consentShop();
    await shop.receive(says("1", "Can I stop by?", 5), says("2", "Cancel", 6));
    assert.deepEqual(await shop.ledger(), []);
  });

  it("is a doubtful word after marketing, and where it quotes marketing", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    await shop.send(OFFER);
    shop.clock.advance(10_000);
    await shop.receive(says("2", "Cancel", 10));
    assert.deepEqual(shortOf((await shop.ledger())[0]), [
      "withdrawn",
      "stop-word",
      "marketing",
      null,
    ]);
  });

  it("is a word of the workspace's own", async () => {
    await using shop = await consentShop();
    await shop.in((tx) =>
      tx
        .insertInto("consent_settings")
        .values({
          workspace_id: shop.workspaceId,
          settings: JSON.stringify({ stopWords: ["Ya no"] }),
          updated_at: new Date(),
        })
        .execute(),
    );
    await shop.receive(says("1", "¡Ya no!", 5));
    assert.deepEqual(shortOf((await shop.ledger())[0]), [
      "withdrawn",
      "stop-word",
      "marketing",
      null,
    ]);
  });

  it("is a START that brings back what they had agreed to themselves, in the same words", async () => {
    await using shop = await consentShop();
    await takeConsent(shop.app, shop.member, FORM);
    shop.clock.advance(60_000);
    await shop.receive(says("stop", "STOP", 60));
    shop.clock.advance(60_000);
    await shop.receive(says("start", "Start", 120));
    const [latest] = await shop.ledger();
    assert.deepEqual(shortOf(latest), ["granted", "start-word", "marketing", null]);
    assert.equal(latest?.wording, FORM.wording);
    assert.ok("messageId" in (await shop.send(OFFER)));
  });

  it("is no START of somebody who never agreed", async () => {
    await using shop = await consentShop();
    await shop.receive(says("stop", "STOP", 5), says("start", "START", 6));
    assert.deepEqual((await shop.ledger()).map(shortOf), [
      ["withdrawn", "stop-word", "marketing", null],
    ]);
  });

  it("is what they set in WhatsApp: it holds until they resume, and resuming is no consent", async () => {
    await using shop = await consentShop();
    await shop.receive(preference("stop", 5));
    const refused = await shop.send(OFFER);
    assert.ok("missing" in refused && refused.missing === "stopped-in-whatsapp");
    shop.clock.advance(60_000);
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    const still = await shop.send(OFFER);
    assert.ok("missing" in still && still.missing === "stopped-in-whatsapp");
    shop.clock.advance(60_000);
    await shop.receive(preference("resume", 120));
    assert.ok("messageId" in (await shop.send(OFFER)));
  });

  it("is what Meta refuses for it, where the preference itself was missed", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    const sent = await shop.send(OFFER);
    assert.ok("messageId" in sent);
    await shop.in((tx) =>
      tx
        .updateTable("messages")
        .set({ wamid: "wamid.offer", status: "sent" })
        .where("id", "=", sent.messageId)
        .execute(),
    );
    await shop.in((tx) => tx.updateTable("sends").set({ state: "accepted" }).execute());
    const refusal = status("offer", "failed", 5, { code: 131_050 });
    await shop.receive(refusal, refusal);
    const [latest, ...before] = await shop.ledger();
    assert.deepEqual(shortOf(latest), [
      "withdrawn",
      "meta-preference",
      "marketing",
      shop.channelId,
    ]);
    assert.equal(before.length, 1);
  });
});

describe("a question for consent", () => {
  it("is a notice with buttons, and the tap on the first one agrees in its words", async () => {
    await using shop = await consentShop();
    const asked = await ask(shop);
    assert.deepEqual(await rowsOf(shop, "select purpose, consent_id from sends"), [
      { purpose: "utility", consent_id: null },
    ]);
    const [yes] = await payloads(shop);
    await shop.receive(tap("tap", yes ?? "", 5));
    const [latest] = await shop.ledger();
    assert.deepEqual(shortOf(latest), ["granted", "button", "marketing", null]);
    assert.equal(latest?.wording, "I want to read offers of this shop.");
    assert.equal(latest?.wordingVersion, 1);
    assert.equal(latest?.evidence["questionId"], asked);
    assert.ok("messageId" in (await shop.send(OFFER)));
  });

  it("takes another button for no", async () => {
    await using shop = await consentShop();
    await ask(shop);
    const [, no] = await payloads(shop);
    await shop.receive(tap("tap", no ?? "", 5));
    assert.deepEqual(shortOf((await shop.ledger())[0]), ["withdrawn", "button", "marketing", null]);
  });

  it("takes no answer that somebody else gives", async () => {
    await using shop = await consentShop();
    await ask(shop);
    const [yes] = await payloads(shop);
    const mallory = { wa_id: "5491155550102", name: "Mallory" };
    await shop.receive(tap("tap", yes ?? "", 5, mallory));
    assert.deepEqual(await rowsOf(shop, "select id from consent_records"), []);
  });

  it("is refused as an advertisement", async () => {
    await using shop = await consentShop();
    const refused = await ask(shop, "offer");
    assert.equal(refused, "invalid-request");
  });
});

describe("a consent from a form", () => {
  it("makes a contact of somebody new, and is recorded once per key, even asked at once", async () => {
    await using shop = await consentShop();
    const wish = { ...FORM, phone: "+54 9 11 5555-0199", name: "Rosa" };
    const taken = await Promise.all([1, 2, 3].map(() => takeConsent(shop.app, shop.member, wish)));
    assert.equal(new Set(taken.map((it) => JSON.stringify(it))).size, 1);
    assert.deepEqual(await rowsOf(shop, "select count(*)::int as n from consent_records"), [
      { n: 1 },
    ]);
    assert.deepEqual(await rowsOf(shop, "select name from contacts where name is not null"), [
      { name: "Rosa" },
    ]);
  });

  it("is of whoever is known by the number", async () => {
    await using shop = await consentShop();
    const taken = await takeConsent(shop.app, shop.member, FORM);
    assert.ok("contactId" in taken && taken.contactId === shop.contactId);
  });

  it("refuses what proves nothing", async () => {
    await using shop = await consentShop();
    const { wording: _, ...mute } = FORM;
    const tomorrow = new Date(shop.clock.now().getTime() + 86_400_000);
    for (const wish of [mute, { ...FORM, at: tomorrow }, { ...FORM, wordingId: randomUUID() }]) {
      const refused = await takeConsent(shop.app, shop.member, wish);
      assert.ok("refused" in refused && refused.refused === "invalid-request");
    }
    const nobody = await takeConsent(shop.app, shop.member, { ...FORM, phone: "12" });
    assert.ok("refused" in nobody && nobody.refused === "phone-invalid");
  });
});

function shortOf(record: ConsentView | undefined) {
  return record && [record.decision, record.way, record.purpose, record.channelId];
}

async function ask(shop: ConsentShop, templateId = "notice"): Promise<string> {
  const words = { name: "Offers", language: "en", text: "I want to read offers of this shop." };
  const wording = await addWording(shop.app, shop.member, words);
  assert.ok("id" in wording);
  const asked = await askConsent(shop.app, shop.member, {
    conversationId: shop.conversationId,
    clientId: randomUUID(),
    templateId,
    values: {},
    wordingId: wording.id,
    purpose: "marketing",
    everyChannel: true,
  });
  return "refused" in asked ? asked.refused : asked.messageId;
}

/** What the buttons of the question give back. */
async function payloads(shop: ConsentShop): Promise<string[]> {
  const [row] = await rowsOf(
    shop,
    "select content -> 'values' -> 'replies' as replies from messages where direction = 'out'",
  );
  return row && "replies" in row && row.replies instanceof Object
    ? Object.values(row.replies).map(String)
    : [];
}

function tap(id: string, payload: string, at: number, person = LUZ): object {
  return messages(person, {
    id: `wamid.${id}`,
    timestamp: second(at),
    type: "button",
    button: { payload, text: "Yes, please" },
  });
}
