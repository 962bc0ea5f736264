import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FileId, idOf } from "../kernel/ids.ts";
import type { TemplateValues } from "../messages/content.ts";
import { fillTemplate } from "./fill.ts";
import type { Template } from "./template.ts";
import { templateVariables } from "./variables.ts";

const order: Template = {
  channelId: idOf("channel"),
  id: "1",
  name: "order_ready",
  language: "en_US",
  category: "utility",
  status: "approved",
  rejectedReason: null,
  quality: "green",
  header: { kind: "text", text: "Order {{1}}" },
  body: "Hello {{name}}, your order {{number}} is ready, {{name}}.",
  footer: "Corner bakery",
  buttons: [
    { kind: "reply", title: "Thanks" },
    { kind: "url", title: "Track", url: "https://bakery.example/t/{{1}}" },
    { kind: "copy-code", title: "Copy" },
  ],
};
const values: TemplateValues = {
  header: { "1": "17" },
  body: { name: "Luz", number: "17", extra: "not asked for" },
  buttons: { "1": "17-luz", "2": "SAVE5" },
};

describe("templateVariables", () => {
  it("names each variable once, in the order in which a person reads them", () => {
    assert.deepEqual(
      templateVariables(order).map(({ place, key }) => `${place} ${key}`),
      ["header 1", "body name", "body number", "button 1", "button 2"],
    );
  });
});

describe("fillTemplate", () => {
  it("gives the text as the person sees it, and only the values that the template asks for", () => {
    assert.deepEqual(fillTemplate(order, values), {
      kind: "template",
      name: "order_ready",
      language: "en_US",
      header: { kind: "text", text: "Order 17" },
      text: "Hello Luz, your order 17 is ready, Luz.",
      footer: "Corner bakery",
      buttons: [
        { kind: "reply", id: "Thanks", title: "Thanks" },
        { kind: "url", title: "Track", url: "https://bakery.example/t/17-luz" },
        { kind: "copy-code", title: "Copy", code: "SAVE5" },
      ],
      values: {
        header: { "1": "17" },
        body: { name: "Luz", number: "17" },
        buttons: { "1": "17-luz", "2": "SAVE5" },
      },
    });
  });

  missing("a value that is not there", { ...values, body: { name: "Luz" } }, "body number");
  missing("a blank value", { ...values, header: { "1": " " } }, "header 1");
  missing(
    "a value with a line break",
    { ...values, buttons: { "1": "a\nb", "2": "x" } },
    "button 1",
  );

  it("takes a value that looks like a variable or a replacement as it is", () => {
    const filled = fillTemplate(order, { ...values, body: { name: "$& {{number}}", number: "1" } });
    assert.ok("text" in filled);
    assert.equal(filled.text, "Hello $& {{number}}, your order 1 is ready, $& {{number}}.");
  });

  it("asks for the picture of a header with a picture", () => {
    const pictured: Template = { ...order, header: { kind: "image" }, body: "Hi", buttons: [] };
    const refused = fillTemplate(pictured, {});
    assert.deepEqual(refused, {
      refused: "template-incomplete",
      missing: [{ place: "header-file", key: "" }],
    });
    const headerFile = { fileId: idOf<"file">("a file") satisfies FileId };
    const filled = fillTemplate(pictured, { headerFile });
    assert.ok("header" in filled);
    assert.deepEqual(filled.header, { kind: "image", file: headerFile });
  });

  function missing(name: string, given: TemplateValues, what: string) {
    it(`misses ${name}`, () => {
      const refused = fillTemplate(order, given);
      assert.ok("missing" in refused);
      assert.deepEqual(
        refused.missing.map(({ place, key }) => `${place} ${key}`),
        [what],
      );
    });
  }
});

describe("fillTemplate of what is more than a text", () => {
  const plain: Template = {
    ...order,
    header: null,
    body: "Hello there",
    footer: null,
    buttons: [],
  };
  const file = (fileId: string) => ({ fileId });

  it("fills each card of a carousel by itself", () => {
    const card = {
      header: { kind: "image" as const },
      body: "Only {{1}} left",
      buttons: [
        { kind: "reply" as const, title: "Keep one" },
        { kind: "url" as const, title: "Look", url: "https://bakery.example/{{1}}" },
      ],
    };
    const filled = fillTemplate(
      { ...plain, cards: [card, card] },
      {
        cards: [
          { headerFile: file("a"), body: { "1": "two" }, buttons: { "1": "bun" } },
          { headerFile: file("b"), body: { "1": "six" }, buttons: { "1": "pie" } },
        ],
      },
    );
    assert.ok("cards" in filled);
    assert.deepEqual(filled.cards?.[1], {
      header: { kind: "image", file: file("b") },
      text: "Only six left",
      buttons: [
        { kind: "reply", id: "Keep one", title: "Keep one" },
        { kind: "url", title: "Look", url: "https://bakery.example/pie" },
      ],
    });
    assert.deepEqual(filled.values.cards?.[0]?.buttons, { "1": "bun" });
  });

  it("names the card whose value is missing", () => {
    const card = { header: { kind: "video" as const }, body: null, buttons: [] };
    const refused = fillTemplate(
      { ...plain, cards: [card, card] },
      { cards: [{ headerFile: file("a") }] },
    );
    assert.deepEqual(refused, {
      refused: "template-incomplete",
      missing: [{ place: "header-file", key: "", card: 1 }],
    });
  });

  it("puts the code of a code template into its button too", () => {
    const code: Template = {
      ...plain,
      category: "authentication",
      code: { advises: false, expiresMinutes: null },
      body: "*{{1}}* is your verification code.",
      buttons: [{ kind: "code", title: "Copy code", how: "copy-code" }],
    };
    const filled = fillTemplate(code, { body: { "1": "481516" } });
    assert.ok("values" in filled);
    assert.deepEqual(filled.values, { body: { "1": "481516" }, buttons: { "0": "481516" } });
    assert.ok("missing" in fillTemplate(code, { body: { "1": "1234567890123456" } }));
  });

  it("asks when an offer ends that has a countdown, and shows it", () => {
    const offer: Template = { ...plain, offer: { text: "Half price", ends: true } };
    assert.deepEqual(fillTemplate(offer, { offerEndsAt: "some day" }), {
      refused: "template-incomplete",
      missing: [{ place: "offer-end", key: "" }],
    });
    const filled = fillTemplate(offer, { offerEndsAt: "2026-12-01T10:00:00.000Z" });
    assert.ok("offer" in filled);
    assert.deepEqual(filled.offer, { text: "Half price", endsAt: "2026-12-01T10:00:00.000Z" });
  });

  it("asks for the products that a button shows", () => {
    const products: Template = { ...plain, buttons: [{ kind: "products", title: "See them" }] };
    assert.ok("missing" in fillTemplate(products, {}));
    const shown = { thumbnailId: "bun", sections: [{ title: "Sweet", productIds: ["bun"] }] };
    const filled = fillTemplate(products, { products: { "0": shown } });
    assert.ok("values" in filled);
    assert.deepEqual(filled.values, { products: { "0": shown } });
  });

  it("refuses a text that is too long once it is filled in", () => {
    const long: Template = { ...plain, body: "Hello {{1}}, welcome", footer: "Corner bakery" };
    assert.deepEqual(fillTemplate(long, { body: { "1": "a".repeat(1020) } }), {
      refused: "text-too-long",
      maxLength: 1024,
    });
  });
});
