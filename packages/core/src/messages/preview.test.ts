import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "../kernel/ids.ts";
import type { MessageContent } from "./content.ts";
import { previewOf } from "./preview.ts";
import { searchableText } from "./searchable.ts";

const file = { fileId: idOf<"file">("file") };

describe("previewOf", () => {
  check(
    "a text in one line, without marks",
    { kind: "text", text: "*Hello*,\n\n Luz" },
    "Hello, Luz",
  );
  check(
    "a photo with its caption",
    { kind: "image", file: { ...file, caption: "Our shop" } },
    "Our shop",
  );
  check("a photo without a caption", { kind: "image", file }, null);
  check(
    "a document by its name",
    { kind: "document", file: { ...file, name: "prices.pdf" } },
    "prices.pdf",
  );
  check(
    "a choice by what was tapped",
    { kind: "choice", from: "list", id: "1", title: "Rye" },
    "Rye",
  );
  check(
    "an unknown kind by what it calls itself",
    { kind: "unknown", what: "hologram", raw: {} },
    "hologram",
  );

  it("is short, however long the text, and cuts no emoji in half", () => {
    assert.equal(previewOf({ kind: "text", text: "🍞".repeat(9000) }).text, "🍞".repeat(200));
  });

  function check(name: string, content: MessageContent, text: string | null) {
    it(`shows ${name}`, () => assert.deepEqual(previewOf(content), { kind: content.kind, text }));
  }
});

describe("searchableText", () => {
  check(
    "a caption and a name",
    { kind: "document", file: { ...file, name: "a.pdf", caption: "Price" } },
    "Price\na.pdf",
  );
  check(
    "names, numbers and addresses of cards",
    {
      kind: "contacts",
      cards: [
        { name: "Ana", phones: [{ number: "+7 900" }], emails: [{ address: "ana@example.org" }] },
      ],
    },
    "Ana\n+7 900\nana@example.org",
  );
  check(
    "answers of a form that are text",
    { kind: "form", name: "flow", answers: { a: "Rye", b: 2 } },
    "flow\nRye",
  );
  check(
    "nothing of an unknown kind",
    { kind: "unknown", what: "hologram", raw: { text: "x" } },
    "",
  );

  function check(name: string, content: MessageContent, text: string) {
    it(`finds ${name}`, () => assert.equal(searchableText(content), text));
  }
});
