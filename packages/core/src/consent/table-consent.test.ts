import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { KnownToTable } from "./table-cells.ts";
import { readRowConsent, type TableConsentRule } from "./table-consent.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const RULE: TableConsentRule = {
  decision: "granted",
  source: "The fair",
  saidAt: "2026-11-01T00:00:00.000Z",
  saidAtColumn: "Day",
  agreedColumn: "Offers",
  sourceColumn: "From",
  purposes: ["marketing"],
  purposeColumn: "For",
  wordingId: "w2",
  wordingColumn: "Words",
  channelId: null,
  channelColumn: "Number",
};

const SHOP = { id: "c1", name: "The shop", displayPhone: "+49 30 5550101" };
const KNOWN: KnownToTable = {
  wordings: [
    { id: "w2", name: "Offers", language: "de", version: 2, text: "Schreibt mir von Angeboten." },
    { id: "w1", name: "Offers", language: "de", version: 1, text: "Schreibt mir." },
    { id: "w3", name: "News", language: "de", version: 1, text: "Neues bitte." },
    { id: "w4", name: "News", language: "en", version: 1, text: "News, please." },
  ],
  channels: [SHOP, { id: "c2", name: "Repairs", displayPhone: "+49 30 5550102" }],
};

describe("readRowConsent", () => {
  says("a day as people write it", { Day: "3.11.2026" }, "2026-11-03T00:00:00.000Z The fair");
  says("an instant", { Day: "2026-11-03T10:00:00+02:00" }, "2026-11-03T08:00:00.000Z The fair");
  says("where it comes from", { From: " Shop " }, "2026-11-02T00:00:00.000Z Shop");
  says("a yes in another language", { Offers: "Да" }, "2026-11-02T00:00:00.000Z The fair");
  says("a tick", { Offers: "✓" }, "2026-11-02T00:00:00.000Z The fair");
  says("nothing of a no", { Offers: "no" }, "not-agreed");
  says("nothing of an empty yes", { Offers: "" }, "not-agreed");
  says("nothing without a day", { Day: " " }, "day-missing");
  says("nothing of a day that is none", { Day: "spring" }, "day-invalid");
  says("nothing of tomorrow", { Day: "2026-11-24" }, "day-ahead");

  it("says the same of everybody where nothing is a column", () => {
    const { saidAtColumn: _, agreedColumn: __, sourceColumn: ___, ...constant } = RULE;
    assert.deepEqual(readRowConsent(constant, {}, NOW, KNOWN), {
      at: new Date(RULE.saidAt),
      source: "The fair",
      purposes: ["marketing"],
      words: { id: "w2", text: "Schreibt mir von Angeboten." },
      channelId: null,
    });
  });

  tells("the purposes of a row", { For: "Реклама; calls" }, { purposes: ["marketing", "calls"] });
  tells("the purposes of all where a row has none", { For: " " }, { purposes: ["marketing"] });
  says("nothing of a purpose that nobody knows", { For: "marketing, spam" }, "purpose-unknown");
  tells("the newest words of a name", { Words: "offers" }, { words: wordsOf("w2") });
  tells("older words by their version", { Words: "Offers (de, 1)" }, { words: wordsOf("w1") });
  tells("words of a language", { Words: "News (en)" }, { words: wordsOf("w4") });
  tells("known words in full", { Words: "Neues bitte." }, { words: wordsOf("w3") });
  says("nothing of a name in two languages", { Words: "News" }, "words-unknown");
  says("nothing of a name that nobody knows", { Words: "v7" }, "words-unknown");
  tells(
    "the very words that stand there",
    { Words: "Yes, send me your offers." },
    { words: { id: null, text: "Yes, send me your offers." } },
  );
  tells("a number by its name", { Number: "the SHOP" }, { channelId: "c1" });
  tells("a number by its digits", { Number: "0049 30 5550102".slice(2) }, { channelId: "c2" });
  tells("every number", { Number: "all" }, { channelId: null });
  says("nothing of a number that is not there", { Number: "+49 30 9999999" }, "channel-unknown");

  it("says nothing of who has no purpose or no words where only the columns have them", () => {
    const bare = { ...RULE, purposes: [], wordingId: null };
    const of = (cells: object) =>
      readRowConsent(bare, { Offers: "x", Day: "2026-11-03", ...cells }, NOW, KNOWN);
    assert.deepEqual(of({ Words: "Offers" }), { lacks: "purpose-missing" });
    assert.deepEqual(of({ For: "marketing" }), { lacks: "words-missing" });
    assert.ok("at" in of({ For: "marketing", Words: "Offers" }));
  });

  it("lets a no of a day outweigh the yes of that day, and takes one of today", () => {
    const no = { ...RULE, decision: "withdrawn" } as const;
    const of = (day: string) => {
      const read = readRowConsent(no, { Offers: "x", Day: day }, NOW, KNOWN);
      return "lacks" in read ? read.lacks : read.at;
    };
    assert.deepEqual(of("2026-11-03"), new Date("2026-11-03T23:59:59.999Z"));
    assert.deepEqual(of("2026-11-23"), NOW);
    assert.deepEqual(of("2026-11-24"), "day-ahead");
  });

  function says(name: string, cells: Readonly<Record<string, string>>, expected: string) {
    it(`reads ${name}`, () => {
      const read = readRowConsent(RULE, { Offers: "yes", Day: "2026-11-02", ...cells }, NOW, KNOWN);
      const told = "lacks" in read ? read.lacks : `${read.at.toISOString()} ${read.source}`;
      assert.equal(told, expected);
    });
  }

  function tells(name: string, cells: Readonly<Record<string, string>>, expected: object) {
    it(`reads ${name}`, () => {
      const read = readRowConsent(RULE, { Offers: "yes", Day: "2026-11-02", ...cells }, NOW, KNOWN);
      assert.deepEqual({ ...read, ...expected }, read);
    });
  }

  function wordsOf(id: string) {
    return { id, text: KNOWN.wordings.find((it) => it.id === id)?.text };
  }
});
