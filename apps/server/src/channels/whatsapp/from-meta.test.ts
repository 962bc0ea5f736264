import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Incoming } from "@galka/core/messages/incoming";
import { uuidIds } from "../../ids.ts";
import {
  LUZ,
  body,
  echo,
  messages,
  reaction,
  second,
  status,
  text,
} from "../../testing/meta-bodies.ts";
import { PHONE_NUMBER_ID } from "../../testing/test-app.ts";
import { whatsAppGateway } from "./whatsapp-gateway.ts";

const RECEIVED = new Date("2026-11-22T12:00:00Z");
const gateway = whatsAppGateway({
  ids: uuidIds(),
  fetch: () => Promise.reject(new Error("A test speaks to nobody outside.")),
});

describe("fromMeta", () => {
  reads("a text", messages(LUZ, text("1", "Hola", 1)), {
    kind: "message",
    direction: "in",
    wamid: "wamid.1",
    speaks: true,
    status: "received",
    content: { kind: "text", text: "Hola" },
    person: { phone: "5491155550101", bsuid: null, username: null, name: "Luz" },
  });
  reads(
    "a person without a number",
    messages({ user_id: "AR.1", username: "@Luz" }, text("1", "x")),
    {
      person: { phone: null, bsuid: "AR.1", username: "luz", name: null },
    },
  );
  reads("a button of a template", said({ type: "button", button: { payload: "P", text: "Yes" } }), {
    content: { kind: "choice", from: "template-button", id: "P", title: "Yes" },
  });
  reads(
    "a row of a list",
    said({
      type: "interactive",
      interactive: { type: "list_reply", list_reply: { id: "1", title: "Rye" } },
    }),
    { content: { kind: "choice", from: "list", id: "1", title: "Rye" } },
  );
  reads(
    "a form",
    said({
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: { name: "flow", body: "Sent", response_json: '{"a":1}' },
      },
    }),
    { content: { kind: "form", name: "flow", answers: { a: 1 } } },
  );
  reads(
    "an order, in the smallest unit of its currency",
    said({
      type: "order",
      order: {
        catalog_id: "1",
        product_items: [
          { product_retailer_id: "rye", quantity: 2, item_price: 4.5, currency: "EUR" },
        ],
      },
    }),
    {
      content: {
        kind: "order",
        items: [{ productId: "rye", count: 2, priceMinor: 450, currency: "EUR" }],
      },
    },
  );
  reads(
    "what Meta does not pass on",
    said({
      type: "unsupported",
      errors: [{ code: 131051, title: "Unknown" }],
      unsupported: { type: "poll_creation" },
    }),
    { content: { kind: "unsupported", what: "poll_creation", detail: "Unknown" } },
  );
  reads("a type of tomorrow", said({ type: "hologram", hologram: {} }), {
    kind: "message",
    content: {
      kind: "unknown",
      what: "hologram",
      raw: { ...frame(), type: "hologram", hologram: {} },
    },
  });
  reads("a reaction that was taken back", reaction("r", "1", null), {
    kind: "reaction",
    by: "contact",
    target: "wamid.1",
    emoji: null,
  });
  reads("what the business wrote in its own app", echo("1", "Sí"), {
    kind: "message",
    direction: "out",
    speaks: false,
    status: "sent",
  });
  reads("a message in a group", messages(LUZ, text("1", "all", 1, { group_id: "g" })), {
    kind: "stranger",
    what: "a message in a group",
  });
  reads(
    "a changed number",
    said({
      type: "system",
      system: { type: "user_changed_number", wa_id: "5491155550202", body: "changed" },
    }),
    {
      kind: "identity",
      person: { phone: "5491155550202", bsuid: null, username: null, name: null },
      before: { phone: "5491155550101", bsuid: null, username: null, name: null },
      notice: { wamid: "wamid.1", text: "changed" },
    },
  );
  reads("a failure that is the number's own", status("1", "failed", 1, { code: 131042 }), {
    kind: "status",
    status: "failed",
    stopsChannel: true,
  });
  reads(
    "a paused template, in the spelling of languages that templates have",
    body("message_template_status_update", {
      event: "PAUSED",
      message_template_id: 1,
      message_template_name: "order",
      message_template_language: "en-US",
    }),
    {
      kind: "template",
      name: "order",
      language: "en_US",
      change: { status: "paused", rejectedReason: null, isStale: true },
    },
  );
  reads(
    "a disabled account",
    body("account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }),
    {
      kind: "fact",
      topic: "account-update: DISABLED_UPDATE",
      stops: {
        en: "Meta has disabled the WhatsApp Business account.",
        ru: "Meta отключила аккаунт WhatsApp Business.",
      },
    },
  );
  reads(
    "a call",
    body("calls", {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "1", phone_number_id: PHONE_NUMBER_ID },
      calls: [
        { id: "wacid.1", event: "terminate", from: "5491155550101", to: "1", timestamp: second(1) },
      ],
    }),
    { kind: "message", direction: "in", wamid: "call:wacid.1:terminate" },
  );

  function reads(name: string, delivery: object, expected: object) {
    it(`reads ${name}`, () => {
      const told = gateway.read(delivery, RECEIVED);
      assert.equal(told.length, 1);
      assert.deepEqual(picked(told[0]?.incoming, Object.keys(expected)), expected);
    });
  }
});

function frame() {
  return { from: LUZ.wa_id, id: "wamid.1", timestamp: second(1) };
}

function said(content: object): object {
  return messages(LUZ, { id: "wamid.1", timestamp: second(1), ...content });
}

function picked(incoming: Incoming | undefined, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(incoming ?? {}).filter(([key]) => keys.includes(key)));
}
