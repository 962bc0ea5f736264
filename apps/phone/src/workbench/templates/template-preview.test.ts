import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { previewOf } from "./template-preview.ts";

describe("the preview of a template", () => {
  it("has the examples in place of numbered variables", () => {
    const body = {
      type: "BODY",
      text: "Dear {{1}}, your {{2}} is ready.",
      example: { body_text: [["Ana", "bread"]] },
    };
    assert.equal(previewOf([body]).body, "Dear Ana, your bread is ready.");
  });

  it("has the examples in place of named variables", () => {
    const body = {
      type: "body",
      text: "Dear {{name}}.",
      example: { body_text_named_params: [{ param_name: "name", example: "Luz" }] },
    };
    assert.equal(previewOf([body]).body, "Dear Luz.");
  });

  it("keeps a variable that has no example", () => {
    assert.equal(previewOf([{ type: "BODY", text: "Code {{1}}" }]).body, "Code {{1}}");
  });

  it("knows a header of words, with its example, from one of pictures", () => {
    const words = {
      type: "HEADER",
      format: "TEXT",
      text: "{{1}}!",
      example: { header_text: ["Sale"] },
    };
    assert.deepEqual(previewOf([words]).header, { format: "TEXT", text: "Sale!" });
    const picture = { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::a"] } };
    assert.deepEqual(previewOf([picture]).header, { format: "IMAGE", text: "" });
  });

  it("shows footer, buttons and cards", () => {
    const preview = previewOf([
      { type: "FOOTER", text: "Until Sunday" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "url", text: "Shop" },
          { type: "QUICK_REPLY", text: "Stop" },
        ],
      },
      { type: "CAROUSEL", cards: [{ components: [{ type: "BODY", text: "One" }] }] },
    ]);
    assert.equal(preview.footer, "Until Sunday");
    assert.deepEqual(preview.buttons, [
      { type: "URL", text: "Shop" },
      { type: "QUICK_REPLY", text: "Stop" },
    ]);
    assert.deepEqual(
      preview.cards.map((it) => it.body),
      ["One"],
    );
  });

  it("leaves out what it does not understand", () => {
    const empty = { header: null, body: "", footer: null, offer: null, buttons: [], cards: [] };
    assert.deepEqual(previewOf([null, "text", { type: "HOLOGRAM" }, { type: "BUTTONS" }]), empty);
  });
});
