import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknownAccount } from "../billing/charging/account.ts";
import { estimateCost } from "../billing/estimate-cost.ts";
import { type Business, monthOf, whichWhatsApp } from "./which-whatsapp.ts";

const ALONE: Business = {
  people: 1,
  answers: 300,
  notices: 0,
  marketing: 0,
  wantsBots: false,
  hasCrm: false,
  keepsApp: true,
  country: "DE",
};

describe("whichWhatsApp", () => {
  advises("the app to somebody who answers alone", {}, "app one-person");
  advises("the API to a team", { people: 3, keepsApp: false }, "api team");
  advises("both to a team whose owner stays with the phone", { people: 3 }, "both team keeps-app");
  advises(
    "the API where both on one number are not offered",
    { people: 3, country: "ZA" },
    "api team no-coexistence",
  );
  advises(
    "the API for a bot, a CRM and advertising",
    { wantsBots: true, hasCrm: true, marketing: 500, keepsApp: false },
    "api marketing bots crm",
  );
  advises(
    "both, and says that it is slow, to who writes to very many",
    { marketing: 200_000 },
    "both marketing keeps-app slow-coexistence",
  );

  it("warns of what is unlawful or not delivered", () => {
    const cautions = ["RU", "US", "BR"].map(
      (country) => whichWhatsApp({ ...ALONE, marketing: 10, country }).cautions,
    );
    assert.deepEqual(cautions, [["marketing-unlawful"], ["marketing-paused"], []]);
  });

  it("asks for consents only where there is advertising", () => {
    const prepare = (marketing: number) =>
      whichWhatsApp({ ...ALONE, people: 2, marketing }).prepare.includes("consents");
    assert.deepEqual([prepare(0), prepare(1)], [false, true]);
  });

  function advises(what: string, changes: Partial<Business>, expected: string) {
    it(`advises ${what}`, () => {
      const { answer, why } = whichWhatsApp({ ...ALONE, ...changes });
      assert.equal([answer, ...why].join(" "), expected);
    });
  }
});

describe("monthOf", () => {
  it("is what the prices charge for, the month's thousand answers free", () => {
    const business = { ...ALONE, people: 3, answers: 1_500, marketing: 100 };
    const { lines } = estimateCost(new Date("2026-11-23T10:00:00Z"), {
      choice: "by-date",
      account: unknownAccount("a"),
      numberId: "n",
      groups: monthOf(business, "api"),
      counts: new Map(),
      leastDelivered: 1,
    });
    assert.deepEqual(
      lines.map(({ category, freeCount, mostMicros }) => [category, freeCount, mostMicros]),
      [
        ["service", 1_000, 500 * 55_000],
        ["marketing", 0, 100 * 136_500],
      ],
    );
  });

  it("is nothing in the app", () => {
    assert.deepEqual(monthOf(ALONE, "app"), []);
  });
});
