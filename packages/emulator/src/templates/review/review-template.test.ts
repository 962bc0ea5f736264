import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Template } from "../../store/kinds.ts";
import { template } from "../../testing/templates.ts";
import { reviewTemplate } from "./review-template.ts";

describe("the reviewer", () => {
  decides("approves a notice about an order", "Your order {{1}} is ready at the desk.", "approve");
  decides(
    "rejects threats",
    "Pay or we threaten legal action against you today.",
    "ABUSIVE_CONTENT",
  );
  decides(
    "rejects who asks for card numbers",
    "Send us your card number to go on, please.",
    "SCAM",
  );
  decides(
    "rejects variables side by side",
    "Your code {{1}} {{2}} is ready for you.",
    "INVALID_FORMAT",
  );
  decides(
    "rejects Russian under an English name",
    "Ваш заказ {{1}} готов к выдаче в магазине.",
    "TAG_CONTENT_MISMATCH",
  );
  decides(
    "moves promotion from utility to marketing",
    "Only today: 20% off of everything here!",
    "recategorize",
  );

  it("approves promotion under marketing", () => {
    assert.equal(
      verdict("Only today: 20% off of everything!", { category: "MARKETING" }),
      "approve",
    );
  });

  it("approves Russian under a Russian name", () => {
    assert.equal(verdict("Ваш заказ {{1}} готов к выдаче.", { language: "ru" }), "approve");
  });

  function decides(name: string, text: string, expected: string) {
    it(name, () => assert.equal(verdict(text), expected));
  }
});

function verdict(text: string, given: Partial<Template> = {}): string {
  const made = reviewTemplate(template({ components: [{ type: "BODY", text }], ...given }));
  return made.decision === "reject" ? made.reason : made.decision;
}
