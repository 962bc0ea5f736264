import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readRowConsent, type TableConsentRule } from "./table-consent.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const RULE: TableConsentRule = {
  decision: "granted",
  source: "The fair",
  saidAt: "2026-11-01T00:00:00.000Z",
  saidAtColumn: "Day",
  agreedColumn: "Offers",
  sourceColumn: "From",
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
    assert.deepEqual(readRowConsent(constant, {}, NOW), {
      at: new Date(RULE.saidAt),
      source: "The fair",
    });
  });

  it("lets a no of a day outweigh the yes of that day, and takes one of today", () => {
    const no = { ...RULE, decision: "withdrawn" } as const;
    const of = (day: string) => readRowConsent(no, { Offers: "x", Day: day }, NOW);
    assert.deepEqual(of("2026-11-03"), {
      at: new Date("2026-11-03T23:59:59.999Z"),
      source: "The fair",
    });
    assert.deepEqual(of("2026-11-23"), { at: NOW, source: "The fair" });
    assert.deepEqual(of("2026-11-24"), { lacks: "day-ahead" });
  });

  function says(name: string, cells: Readonly<Record<string, string>>, expected: string) {
    it(`reads ${name}`, () => {
      const read = readRowConsent(RULE, { Offers: "yes", Day: "2026-11-02", ...cells }, NOW);
      const told = "lacks" in read ? read.lacks : `${read.at.toISOString()} ${read.source}`;
      assert.equal(told, expected);
    });
  }
});
