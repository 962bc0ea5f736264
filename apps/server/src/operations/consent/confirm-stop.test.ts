import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { says } from "../../testing/meta-bodies.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { confirmStop } from "./confirm-stop.ts";
import { changeConsentRules } from "./consent-settings.ts";
import { recordConsent } from "./record-consent.ts";
import { type ConsentShop, consentShop } from "./testing/consent-shop.ts";

const GRANT = {
  purpose: "marketing",
  decision: "granted",
  channelId: null,
  wording: "Write me about offers.",
  note: "Said so in the shop",
} as const;
const NOTHING = { stopWords: [], startWords: [], caps: [], quietHours: null };

describe("the answer to a word that stops", () => {
  it("is one service message in the language of the word, however often it is tried", async () => {
    await using shop = await consentShop();
    const stop = await hear(shop, "stop", "Стоп", 5);
    await confirm(shop, stop);
    await confirm(shop, stop);
    const answers = await answersOf(shop);
    assert.equal(answers.length, 1);
    assert.match(answers[0]?.text ?? "", /больше не будете получать.*СТАРТ/u);
    assert.equal(answers[0]?.purpose, "service");
  });

  it("is in the workspace's words, or not at all", async () => {
    await using shop = await consentShop();
    const texts = { en: "Noted. START brings our offers back." };
    const rules = { ...NOTHING, stopConfirmation: { isOn: true, texts } };
    await changeConsentRules(shop.app, shop.member, rules);
    await confirm(shop, await hear(shop, "stop", "STOP", 5));
    assert.deepEqual(
      (await answersOf(shop)).map(({ text }) => text),
      [texts.en],
    );
    await using silent = await consentShop();
    const off = { ...NOTHING, stopConfirmation: { isOn: false, texts: {} } };
    await changeConsentRules(silent.app, silent.member, off);
    // Whoever changes the other rules leaves it off.
    await changeConsentRules(silent.app, silent.member, NOTHING);
    await confirm(silent, await hear(silent, "stop", "STOP", 5));
    assert.deepEqual(await answersOf(silent), []);
  });

  it("is not said to somebody who stops a second time", async () => {
    await using shop = await consentShop();
    await confirm(shop, await hear(shop, "stop", "STOP", 5));
    await confirm(shop, await hear(shop, "again", "Stop", 60));
    assert.equal((await answersOf(shop)).length, 1);
  });

  it("is not said once the window has closed", async () => {
    await using shop = await consentShop();
    const stop = await hear(shop, "stop", "STOP", 5);
    shop.clock.advance(25 * 3_600_000);
    await confirm(shop, stop);
    assert.deepEqual(await answersOf(shop), []);
  });

  it("names what START then agrees to, also of somebody who had agreed through others alone", async () => {
    await using shop = await consentShop();
    await recordConsent(shop.app, shop.member, shop.contactId, GRANT);
    shop.clock.advance(1000);
    await confirm(shop, await hear(shop, "stop", "STOP", 5));
    shop.clock.advance(1000);
    await hear(shop, "early", "START", 6);
    assert.equal((await shop.ledger())[0]?.way, "stop-word");
    await arrived(shop);
    shop.clock.advance(1000);
    await hear(shop, "start", "START", 7);
    const [latest] = await shop.ledger();
    assert.deepEqual([latest?.decision, latest?.way], ["granted", "start-word"]);
    assert.match(latest?.wording ?? "", /To get them again, send START/u);
  });

  /** Answers the id of the message. */
  async function hear(shop: ConsentShop, wamid: string, text: string, at: number) {
    await shop.receive(says(wamid, text, at));
    const rows = await rowsOf(shop, "select id from messages where direction = 'in' order by id");
    const last = rows.at(-1);
    assert.ok(last && "id" in last);
    return String(last.id);
  }

  function confirm({ app, workspaceId, conversationId }: ConsentShop, messageId: string) {
    return confirmStop(app, { workspaceId, conversationId, messageId });
  }

  async function answersOf(shop: ConsentShop) {
    const rows = await rowsOf(
      shop,
      `select m.content ->> 'text' as text, s.purpose from messages m
         join sends s on s.workspace_id = m.workspace_id and s.message_id = m.id
        where m.author_system = 'consent' order by m.id`,
    );
    return rows.flatMap((it) =>
      "text" in it && "purpose" in it
        ? [{ text: String(it.text), purpose: String(it.purpose) }]
        : [],
    );
  }

  /** The channel has taken the answer. */
  async function arrived({ in: run }: ConsentShop): Promise<void> {
    await run(async (tx) => {
      await tx
        .updateTable("messages")
        .set({ status: "sent" })
        .where("author_system", "=", "consent")
        .execute();
    });
  }
});
