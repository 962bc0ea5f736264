import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FileId, idOf } from "../kernel/ids.ts";
import type { TemplateValues } from "../messages/content.ts";
import { fillTemplate } from "./fill.ts";
import type { Template } from "./template.ts";
import { variablesOf } from "./variables.ts";

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

describe("variablesOf", () => {
  it("names each variable once, in the order in which a person reads them", () => {
    assert.deepEqual(
      variablesOf(order).map(({ place, key }) => `${place} ${key}`),
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
      assert.ok("refused" in refused);
      assert.deepEqual(
        refused.missing.map(({ place, key }) => `${place} ${key}`),
        [what],
      );
    });
  }
});
