import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TemplateParts } from "../parts.ts";
import { guessCategory } from "./guess.ts";

describe("guessCategory", () => {
  check("an order", "Hello {{1}}, your order {{2}} is ready.", "utility likely");
  check("a delivery in Russian", "Здравствуйте! Курьер приедет сегодня.", "utility likely");
  check(
    "an order with a discount beside it",
    "Your order is here. 10% off next time!",
    "marketing likely",
  );
  check("a discount in Russian", "Скидка 20 % до воскресенья", "marketing likely");
  check("a reaction, which is no promotion", "Ваша реакция на заказ учтена.", "utility likely");
  check("a text about nothing that was asked for", "Hello, how are you?", "marketing possible");

  it("is certain of a carousel", () => {
    const guess = guessCategory(parts({ cards: [] }));
    assert.deepEqual([guess.category, guess.certainty], ["marketing", "certain"]);
  });

  it("is certain of a code", () => {
    const guess = guessCategory(parts({ code: { advises: true, expiresMinutes: null } }));
    assert.equal(guess.category, "authentication");
  });

  it("gives the words that say so", () => {
    const { reasons } = guessCategory(parts({ body: "Our summer sale is on: buy now" }));
    assert.deepEqual(reasons, [{ sign: "call-to-buy", words: "buy now" }]);
  });

  function check(name: string, body: string, expected: string) {
    it(`takes ${name} for ${expected}`, () => {
      const { category, certainty } = guessCategory(parts({ body }));
      assert.equal(`${category} ${certainty}`, expected);
    });
  }
});

function parts(some: Partial<TemplateParts>): TemplateParts {
  return { header: null, body: "Your order is ready.", footer: null, buttons: [], ...some };
}
