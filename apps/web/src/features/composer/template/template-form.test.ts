import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { template } from "../../../testing/builders.ts";
import { type TemplateAnswers, filledContent, valuesOf } from "./template-form.ts";

const NOTHING: TemplateAnswers = { texts: {}, files: {} };
const plain = template({ header: null, body: "Your table is ready.", footer: null, buttons: [] });

describe("filling a template", () => {
  it("takes a place with a comma as with a point, and none that is nowhere", () => {
    const located = { ...plain, header: { kind: "location" as const } };
    const texts = { "header-place latitude": "59,9386", "header-place longitude": "30.3141" };
    const { headerPlace } = valuesOf(located, { ...NOTHING, texts });
    assert.deepEqual(headerPlace, { latitude: 59.9386, longitude: 30.3141 });
    assert.equal(filledContent(located, NOTHING), null);
    const nowhere = { ...texts, "header-place latitude": "99" };
    assert.equal(filledContent(located, { ...NOTHING, texts: nowhere }), null);
  });

  it("keeps the values of each card apart", () => {
    const button = { kind: "url" as const, title: "See", url: "https://salon.example/{{1}}" };
    const card = { header: { kind: "product" as const }, body: "For {{1}}", buttons: [button] };
    const cards = { ...plain, cards: [card, card] };
    const of = (index: number) => ({
      [`card ${index} body 1`]: `price ${index}`,
      [`card ${index} button 0`]: `way-${index}`,
      [`card ${index} header-product catalog`]: "c",
      [`card ${index} header-product product`]: `p${index}`,
    });
    const filled = filledContent(cards, { ...NOTHING, texts: { ...of(0), ...of(1) } });
    assert.deepEqual(
      filled?.cards?.map(({ text }) => text),
      ["For price 0", "For price 1"],
    );
    assert.deepEqual(filled?.values.cards?.[1]?.headerProduct, { catalogId: "c", productId: "p1" });
    assert.equal(filledContent(cards, { ...NOTHING, texts: of(0) }), null);
  });

  it("shows the first of the products that a button lists", () => {
    const shop = { ...plain, buttons: [{ kind: "products" as const, title: "See" }] };
    const { products } = valuesOf(shop, { ...NOTHING, texts: { "products 0": "bun, pie" } });
    assert.deepEqual(products?.["0"], {
      thumbnailId: "bun",
      sections: [{ title: "", productIds: ["bun", "pie"] }],
    });
  });
});
