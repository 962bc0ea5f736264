import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cardAt } from "@galka/core/billing/cards/rate-card";
import { COUNTRIES, countryOfDigits } from "@galka/core/billing/countries";
import { marketOf } from "@galka/core/billing/markets";
import { META_TARIFFS } from "@galka/core/billing/tariffs/meta-tariffs";
// The map of markets is no part of the emulator's interface, and its bill tells of one message at a time.
import { marketOf as emulatorsMarketOf } from "../../packages/emulator/src/bill/markets.ts";
import { cardAt as emulatorsCardAt, TARIFFS } from "../../packages/emulator/src/bill/tariffs.ts";

/** What the emulator calls regions otherwise than the core. */
const NAMED = new Map([["REST_OF_EASTERN_EUROPE", "rest-of-central-eastern-europe"]]);

/** Every beginning of a number: no calling code, with the digits that tell countries apart, is longer. */
const BEGINNINGS = Array.from({ length: 9000 }, (_, index) => String(index + 1000));

describe("the markets of the books and of the emulator, which were written apart", () => {
  for (const { id, cards } of META_TARIFFS) {
    it(`are the same for every calling code under the tariff of ${id}`, () => {
      for (const { from: day } of cards) {
        const listed = cardAt(cards, "USD", day);
        const emulators = TARIFFS.find((it) => it.id === id);
        const theirs = emulators && emulatorsCardAt(emulators, "USD", day);
        assert.ok(listed && theirs);
        const has = (market: string) => theirs.rates.has(market);
        const apart = BEGINNINGS.flatMap((digits) => {
          const told = emulatorsMarketOf(digits, { from: theirs.from, has });
          const ours = marketOf(countryOfDigits(digits), listed);
          return nameOf(told) === ours ? [] : [`+${digits}: ${ours}, ${told} (${day})`];
        });
        assert.deepEqual(apart, []);
      }
    });
  }

  it("are asked for every country", () => {
    const met = new Set(BEGINNINGS.map(countryOfDigits));
    assert.deepEqual(
      COUNTRIES.filter((country) => !met.has(country)),
      [],
    );
  });
});

function nameOf(market: string): string {
  if (/^[A-Z]{2}$/u.test(market)) return market;
  return NAMED.get(market) ?? market.toLowerCase().replaceAll("_", "-");
}
