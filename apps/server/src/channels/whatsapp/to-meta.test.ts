import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { Recipient } from "../gateway.ts";
import { NotSendableError, toMeta } from "./to-meta.ts";

const to: Recipient = { phone: "5491155550101" };
const file = { fileId: idOf<"file">("file") };
const remoteIds = new Map([["file", "media-1"]]);

describe("toMeta", () => {
  becomes(
    "a text",
    { kind: "text", text: "Hola" },
    {
      type: "text",
      text: { body: "Hola", preview_url: false },
    },
  );
  becomes(
    "a text with a link",
    { kind: "text", text: "see https://example.org" },
    {
      type: "text",
      text: { body: "see https://example.org", preview_url: true },
    },
  );
  becomes(
    "a photo",
    { kind: "image", file: { ...file, caption: "Our shop" } },
    {
      type: "image",
      image: { id: "media-1", caption: "Our shop" },
    },
  );
  becomes(
    "a voice message",
    { kind: "voice", file },
    {
      type: "audio",
      audio: { id: "media-1", voice: true },
    },
  );
  becomes(
    "a document",
    { kind: "document", file: { ...file, name: "prices.pdf" } },
    {
      type: "document",
      document: { id: "media-1", filename: "prices.pdf" },
    },
  );
  becomes(
    "buttons",
    { kind: "buttons", text: "Shall we?", buttons: [{ kind: "reply", id: "y", title: "Yes" }] },
    {
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "Shall we?" },
        action: { buttons: [{ type: "reply", reply: { id: "y", title: "Yes" } }] },
      },
    },
  );
  becomes(
    "a button that opens a page",
    {
      kind: "buttons",
      text: "Your order",
      footer: "Jackdaw Coffee",
      buttons: [{ kind: "url", title: "Track", url: "https://example.org/17" }],
    },
    {
      type: "interactive",
      interactive: {
        type: "cta_url",
        body: { text: "Your order" },
        footer: { text: "Jackdaw Coffee" },
        action: {
          name: "cta_url",
          parameters: { display_text: "Track", url: "https://example.org/17" },
        },
      },
    },
  );
  becomes(
    "a contact card",
    {
      kind: "contacts",
      cards: [{ name: "Luz Day", phones: [{ number: "+5491155550101" }], emails: [] }],
    },
    {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Luz Day", first_name: "Luz" },
          phones: [{ phone: "+5491155550101" }],
          emails: [],
        },
      ],
    },
  );
  becomes(
    "a template with numbered variables, in the order of their numbers",
    template({ body: { "2": "17", "1": "Luz", "10": "x" } }),
    {
      type: "template",
      template: {
        name: "order",
        language: { code: "ru" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Luz" },
              { type: "text", text: "17" },
              { type: "text", text: "x" },
            ],
          },
        ],
      },
    },
  );
  becomes(
    "a template with names, a picture and a link",
    {
      ...template({ body: { first_name: "Luz" }, headerFile: file, buttons: { "0": "17-luz" } }),
      header: { kind: "image", file },
      buttons: [{ kind: "url", title: "Track", url: "https://example.org/17-luz" }],
    },
    {
      type: "template",
      template: {
        name: "order",
        language: { code: "ru" },
        components: [
          { type: "header", parameters: [{ type: "image", image: { id: "media-1" } }] },
          {
            type: "body",
            parameters: [{ type: "text", parameter_name: "first_name", text: "Luz" }],
          },
          {
            type: "button",
            sub_type: "url",
            index: "0",
            parameters: [{ type: "text", text: "17-luz" }],
          },
        ],
      },
    },
  );

  it("writes to a user id when no number is known, and gives both when both are", () => {
    const content: MessageContent = { kind: "text", text: "Hola" };
    const send = (recipient: Recipient) =>
      toMeta({ kind: "message", to: recipient, content, remoteIds }, "tag");
    assert.equal(send({ bsuid: "AR.1" }).recipient, "AR.1");
    const both = send({ bsuid: "AR.1", phone: "549" });
    assert.deepEqual([both.to, both.recipient], ["549", "AR.1"]);
    assert.throws(() => send({}), NotSendableError);
  });

  it("carries what it answers, and the name of the attempt", () => {
    const content: MessageContent = { kind: "text", text: "Hola" };
    const message = toMeta(
      { kind: "message", to, content, replyToWamid: "wamid.1", remoteIds },
      "tag",
    );
    assert.deepEqual(message.context, { message_id: "wamid.1" });
    assert.equal(message.biz_opaque_callback_data, "tag");
  });

  it("takes a reaction back with an empty one", () => {
    const message = toMeta({ kind: "reaction", to, wamid: "wamid.1", emoji: null }, "tag");
    assert.ok(message.type === "reaction");
    assert.deepEqual(message.reaction, { message_id: "wamid.1", emoji: "" });
  });

  it("refuses what WhatsApp cannot carry, and a file that it does not have", () => {
    const notice: MessageContent = { kind: "notice", text: "x" };
    assert.throws(
      () => toMeta({ kind: "message", to, content: notice, remoteIds }, "t"),
      NotSendableError,
    );
    const photo: MessageContent = { kind: "image", file };
    const nothing = new Map<string, string>();
    assert.throws(
      () => toMeta({ kind: "message", to, content: photo, remoteIds: nothing }, "t"),
      NotSendableError,
    );
  });

  function becomes(name: string, content: MessageContent, expected: object) {
    it(`writes ${name}`, () => {
      const {
        to: _to,
        biz_opaque_callback_data: _tag,
        ...rest
      } = toMeta({ kind: "message", to, content, remoteIds }, "tag");
      assert.deepEqual(rest, expected);
    });
  }
});

type TemplateContent = Extract<MessageContent, { kind: "template" }>;

function template(values: TemplateContent["values"]): TemplateContent {
  return { kind: "template", name: "order", language: "ru", text: "", buttons: [], values };
}
