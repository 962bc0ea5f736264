import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ROUBLES_OF_2022, tariffOfOwn } from "../tariffs/own-tariff.ts";
import { unknownAccount } from "./account.ts";
import { chargedCurrencies } from "./charged-currencies.ts";
import type { TariffChoice } from "./terms.ts";

const ROUBLES = tariffOfOwn({ ...ROUBLES_OF_2022, id: "own", name: "Roubles" });

describe("chargedCurrencies", () => {
  check("are dollars for an account in dollars", "by-date", ["USD"], ["USD"]);
  check("are dollars where Meta's cards have no such currency", "by-date", ["EUR"], ["USD"]);
  check("are rupees first, and dollars abroad", "by-date", ["INR"], ["INR", "USD"]);
  check("are those of all accounts, each once", "by-date", ["EUR", "INR"], ["USD", "INR"]);
  check("are that of an own tariff, whatever the accounts have", ROUBLES, ["EUR", "INR"], ["RUB"]);
  check("are dollars while no account is known", "by-date", [], ["USD"]);

  function check(
    name: string,
    choice: TariffChoice,
    accounts: readonly string[],
    expected: readonly string[],
  ) {
    it(name, () => {
      const known = accounts.map((currency) => ({ ...unknownAccount(currency), currency }));
      const now = new Date("2026-11-23T10:00:00Z");
      assert.deepEqual(chargedCurrencies(now, choice, known), expected);
    });
  }
});
