import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LUZ } from "../../testing/meta-bodies.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { changeConsentRules, chooseCountry, readConsentSettings } from "./consent-settings.ts";
import { proveConsent } from "./prove-consent.ts";
import { readConsent } from "./read-consent.ts";
import { recordConsent } from "./record-consent.ts";
import { consentShop } from "./testing/consent-shop.ts";
import { OFFER } from "./testing/marketing.ts";

const RULES = { stopWords: [], startWords: [], caps: [], quietHours: null };
const GRANT = {
  purpose: "marketing",
  decision: "granted",
  channelId: null,
  wording: "Write me about offers.",
  note: "Said so in the shop",
} as const;
const NATASHA = { wa_id: "79005550101", name: "Natasha" };

describe("marketing to somebody who agrees", () => {
  it("is not sent to Russia until the owner says so, with the reason remembered", async () => {
    await using shop = await consentShop(NATASHA);
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    assert.deepEqual(await shop.send(OFFER), {
      refused: "marketing-off",
      country: "RU",
      because: "unlawful",
    });
    const choice = { country: "RU", marketing: "allowed", reason: "Our lawyer says so" } as const;
    const administrator = { ...shop.member, role: "administrator" } as const;
    assert.deepEqual(await chooseCountry(shop.app, administrator, choice), {
      refused: "forbidden",
    });
    await chooseCountry(shop.app, shop.member, choice);
    assert.ok("messageId" in (await shop.send(OFFER)));
    const entries = "select after from audit_entries where action = 'consent-country-changed'";
    assert.deepEqual(await rowsOf(shop, entries), [{ after: choice }]);
  });

  it("is sent so often as the caps allow, and not once more until the oldest is old enough", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    const caps = [{ channelId: null, most: 2, days: 7 }];
    await changeConsentRules(shop.app, shop.member, { ...RULES, caps });
    assert.ok("messageId" in (await shop.send(OFFER)));
    shop.clock.advance(86_400_000);
    assert.ok("messageId" in (await shop.send(OFFER)));
    const refused = await shop.send(OFFER);
    const until = new Date(shop.clock.now().getTime() + 6 * 86_400_000);
    assert.deepEqual(refused, { refused: "marketing-too-often", most: 2, days: 7, until });
    shop.clock.set(until);
    assert.ok("messageId" in (await shop.send(OFFER)));
  });

  it("is not sent while it is night where they live", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    // Noon by UTC is nine in the morning in Buenos Aires.
    const quietHours = { fromMinute: 21 * 60, toMinute: 10 * 60 };
    await changeConsentRules(shop.app, shop.member, { ...RULES, quietHours });
    const until = new Date("2026-11-22T13:00:00Z");
    assert.deepEqual(await shop.send(OFFER), { refused: "quiet-hours", until });
    shop.clock.set(until);
    assert.ok("messageId" in (await shop.send(OFFER)));
  });

  it("says beforehand what is against it", async () => {
    await using shop = await consentShop(NATASHA);
    const read = () => readConsent(shop.app, shop.member, shop.contactId);
    const without = await read();
    assert.ok("marketing" in without);
    assert.equal(without.country, "RU");
    const [first] = without.marketing;
    assert.ok(first && "refused" in first.verdict && first.verdict.refused === "no-consent");
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    const after = await read();
    assert.ok("marketing" in after);
    const [second] = after.marketing;
    assert.ok(second && "refused" in second.verdict && second.verdict.refused === "marketing-off");
  });

  it("keeps its rules to the workspace", async () => {
    await using shop = await consentShop(LUZ);
    await changeConsentRules(shop.app, shop.member, { ...RULES, stopWords: ["Genug"] });
    const settings = await readConsentSettings(shop.app, shop.member);
    assert.ok("stopWords" in settings && settings.stopWords[0] === "Genug");
  });

  it("is proven with the words, the evidence and what was sent by each record", async () => {
    await using shop = await consentShop();
    const recorded = await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    assert.ok("recordId" in recorded);
    await shop.send(OFFER);
    await shop.in((tx) => tx.updateTable("sends").set({ state: "accepted" }).execute());
    const proof = await proveConsent(shop.app, shop.member, shop.contactId);
    assert.ok("consent" in proof);
    assert.deepEqual([...proof.sentBy], [[recorded.recordId, 1]]);
    assert.equal(proof.consent.records[0]?.wording, GRANT.wording);
    assert.equal(proof.consent.records[0]?.evidence["note"], GRANT.note);
    assert.equal(proof.identities[0]?.value, LUZ.wa_id);
  });
});
