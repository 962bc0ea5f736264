import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphError } from "../graph/error.ts";
import { Params } from "../graph/params.ts";
import { validateMessage } from "./validate-message.ts";

const to = { messaging_product: "whatsapp", to: "+16505551234" };
const reply = (id: string, title = id) => ({ type: "reply", reply: { id, title } });
const button = (buttons: readonly object[]) => ({
  ...to,
  type: "interactive",
  interactive: { type: "button", body: { text: "?" }, action: { buttons } },
});
const list = (sections: readonly object[]) => ({
  ...to,
  type: "interactive",
  interactive: { type: "list", body: { text: "?" }, action: { button: "Choose", sections } },
});
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}` }));

describe("validateMessage accepts", () => {
  accepts("a text without type and recipient_type", { ...to, text: { body: "hi" } });
  accepts("a person known only by BSUID", {
    messaging_product: "whatsapp",
    recipient: "US.13491208655302741918",
    text: { body: "hi" },
  });
  accepts("an emoji as a reaction, and none to take it away", {
    ...to,
    type: "reaction",
    reaction: { message_id: "wamid.x", emoji: "👨‍👩‍👧" },
  });
  accepts("a reaction that is taken away", {
    ...to,
    type: "reaction",
    reaction: { message_id: "wamid.x", emoji: "" },
  });
  accepts("coordinates as text", {
    ...to,
    type: "location",
    location: { latitude: "37.44", longitude: "-122.16" },
  });
  accepts("three buttons", button([reply("a"), reply("b"), reply("c")]));
  accepts("ten rows", list([{ rows: rows(10) }]));
});

describe("validateMessage refuses", () => {
  refuses(
    "a message for no product",
    { to: "1" },
    100,
    "The parameter messaging_product is required.",
  );
  refuses(
    "a message to nobody",
    { messaging_product: "whatsapp" },
    100,
    "The parameter to is required.",
  );
  refuses(
    "a text without body",
    { ...to, type: "text", text: {} },
    100,
    "The parameter text['body'] is required.",
  );
  refuses(
    "a text of 4097 characters",
    { ...to, text: { body: "x".repeat(4097) } },
    100,
    "Param text['body'] must be at most 4096 characters long.",
  );
  refuses("a type that is none", { ...to, type: "poll" }, 100, "Param type must be one of");
  refuses(
    "callback data of 513 characters",
    { ...to, text: { body: "x" }, biz_opaque_callback_data: "x".repeat(513) },
    100,
    "at most 512 characters",
  );
  refuses(
    "media that is neither uploaded nor linked",
    { ...to, type: "image", image: {} },
    100,
    "image['id']",
  );
  refuses(
    "a latitude beyond the pole",
    { ...to, type: "location", location: { latitude: 91, longitude: 0 } },
    100,
    "latitude",
  );
  refuses(
    "a contact without a name",
    { ...to, type: "contacts", contacts: [{ name: {} }] },
    100,
    "contacts[0]['name']['formatted_name']",
  );
  refuses(
    "a word as a reaction",
    { ...to, type: "reaction", reaction: { message_id: "w", emoji: "ok" } },
    131009,
    "emoji",
  );
  refuses(
    "a reaction that answers a message",
    {
      ...to,
      type: "reaction",
      reaction: { message_id: "w", emoji: "👍" },
      context: { message_id: "w" },
    },
    100,
    "context",
  );
  refuses(
    "a template without language",
    { ...to, type: "template", template: { name: "a", language: {} } },
    100,
    "The parameter template['language']['code'] is required.",
  );
  refuses(
    "no button",
    button([]),
    131009,
    "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3",
  );
  refuses(
    "four buttons",
    button(["a", "b", "c", "d"].map((it) => reply(it))),
    131009,
    "Invalid buttons count",
  );
  refuses(
    "a button title of 21 characters",
    button([reply("a", "x".repeat(21))]),
    131009,
    "Button title length invalid. Min length: 1, Max length: 20",
  );
  refuses(
    "two buttons of one title",
    button([reply("a", "Yes"), reply("b", "Yes")]),
    131009,
    "unique",
  );
  refuses(
    "eleven rows",
    list([{ title: "A", rows: rows(11) }]),
    131009,
    "Total row count exceed max allowed count: 10",
  );
  refuses(
    "two sections of which one has no title",
    list([{ title: "A", rows: rows(1) }, { rows: rows(1) }]),
    131009,
    "Section title",
  );
});

function accepts(name: string, body: object) {
  it(name, () => assert.ok(validateMessage(new Params({ ...body }))));
}

function refuses(name: string, ...[body, code, words]: [object, number, string]) {
  it(name, () => {
    assert.throws(
      () => validateMessage(new Params({ ...body })),
      (error: unknown) => {
        assert.ok(error instanceof GraphError);
        assert.equal(error.problem.code, code);
        const said = `${error.message} ${error.problem.details ?? ""}`;
        assert.ok(said.includes(words), said);
        return true;
      },
    );
  });
}
