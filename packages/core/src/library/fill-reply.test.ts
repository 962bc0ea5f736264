import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fillReply } from "./fill-reply.ts";

const about = {
  contact: {
    name: null,
    profileName: "Luz",
    fields: { city: "Riga", "дата визита": "5 мая", empty: " " },
  },
  memberName: "Ana",
  channelName: "Shop",
};

describe("fillReply", () => {
  check(
    "puts in names and fields",
    "{{contact.name}}, {{ member.name }} of {{channel.name}}: {{contact.city}}",
    "Luz, Ana of Shop: Riga",
    [],
  );
  check("knows a field by any name", "{{contact.дата визита}}", "5 мая", []);
  check(
    "leaves what is not known and tells it once",
    "{{contact.vat}} {{contact.vat}} {{x}}",
    "{{contact.vat}} {{contact.vat}} {{x}}",
    ["contact.vat", "x"],
  );
  check("takes an empty field for unknown", "{{contact.empty}}", "{{contact.empty}}", [
    "contact.empty",
  ]);
  check(
    "knows no field that only the language has",
    "{{contact.constructor}}",
    "{{contact.constructor}}",
    ["contact.constructor"],
  );
  check("does not fill in what a value says", "{{contact.name}}", "Luz", []);

  it("reads no variables inside of a value", () => {
    const contact = { ...about.contact, name: "{{member.name}}" };
    assert.equal(fillReply("{{contact.name}}", { ...about, contact }).text, "{{member.name}}");
  });

  function check(name: string, text: string, filled: string, missing: readonly string[]) {
    it(name, () => assert.deepEqual(fillReply(text, about), { text: filled, missing }));
  }
});
