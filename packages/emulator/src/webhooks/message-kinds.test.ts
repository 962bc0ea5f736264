import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { type JsonObject, objectAt, objectsAt, parseObject } from "../json.ts";
import { startDesk, type TestDesk, wamidOf } from "../testing/desk.ts";
import { heard, onlyMessage, TEXT, wordsIn } from "../testing/heard.ts";
import { createTemplate, sendTemplate } from "../testing/template-desk.ts";
import type { WriteContent, WriteRequest } from "../wire/control.ts";

const { phoneNumberId } = DEMO;
const HOUR = 60 * 60 * 1000;

/** A desk whose Ana has a name that is hard to write. */
async function start(): Promise<TestDesk> {
  const desk = await startDesk();
  await desk.meta.control.changePerson(desk.ana.id, { name: TEXT });
  return desk;
}

/** Ana writes; answers the message as the business hears it. */
async function hear(
  desk: TestDesk,
  content: WriteContent,
  rest: Omit<WriteRequest, "content"> = {},
): Promise<JsonObject> {
  await desk.meta.control.write(desk.ana.id, phoneNumberId, content, rest);
  return onlyMessage(await heard(desk));
}

async function fileOf(desk: TestDesk, mimeType: string): Promise<string> {
  const { mediaId } = await desk.meta.control.uploadMedia(new Uint8Array([1, 2]), mimeType, "f");
  return mediaId;
}

describe("a message of a person reaches the business", () => {
  it("as text, in reply, forwarded, forwarded often, about a product", async () => {
    await using desk = await start();
    const said = { kind: "text", body: TEXT } as const;
    const plain = await hear(desk, said);
    assert.deepEqual(plain["text"], { body: TEXT });
    const replyTo = String(plain["id"]);
    const reply = await hear(desk, said, { replyTo });
    assert.deepEqual(reply["context"], { from: DEMO.phone, id: replyTo });
    assert.deepEqual((await hear(desk, said, { forwarded: true }))["context"], { forwarded: true });
    const often = await hear(desk, said, { frequentlyForwarded: true });
    assert.deepEqual(often["context"], { frequently_forwarded: true });
    const product = { catalogId: "1947", productId: TEXT };
    const about = await hear(desk, { ...said, product });
    assert.deepEqual(about["context"], {
      from: DEMO.phone,
      referred_product: { catalog_id: "1947", product_retailer_id: TEXT },
    });
  });

  it("with the advertisement that they came from", async () => {
    await using desk = await start();
    const referral = { headline: TEXT, body: TEXT, mediaType: "image", welcomeText: TEXT } as const;
    const message = await hear(desk, { kind: "text", body: TEXT }, { referral });
    const ad = objectAt(message, "referral") ?? {};
    assert.deepEqual([ad["headline"], ad["body"], ad["source_type"]], [TEXT, TEXT, "ad"]);
  });

  it("as every kind of file, a voice note too", async () => {
    await using desk = await start();
    const kinds = [
      ["image", "image/jpeg"],
      ["video", "video/mp4"],
      ["document", "application/pdf"],
      ["sticker", "image/webp"],
      ["audio", "audio/ogg; codecs=opus"],
    ] as const;
    for (const [kind, mimeType] of kinds) {
      const mediaId = await fileOf(desk, mimeType);
      const captioned = kind === "image" || kind === "video" || kind === "document";
      const message = await hear(desk, {
        kind,
        mediaId,
        ...(captioned ? { caption: TEXT } : {}),
        ...(kind === "document" ? { filename: TEXT } : {}),
        ...(kind === "audio" ? { voice: true } : {}),
      });
      const file = objectAt(message, kind) ?? {};
      assert.equal(file["mime_type"], mimeType);
      if (captioned) assert.equal(file["caption"], TEXT);
      if (kind === "document") assert.equal(file["filename"], TEXT);
      if (kind === "audio") assert.equal(file["voice"], true);
    }
  });

  it("as a place, contacts, a cart and a form that was filled in", async () => {
    await using desk = await start();
    const place = { latitude: 55.75, longitude: 37.62, name: TEXT, address: TEXT };
    assert.deepEqual((await hear(desk, { kind: "location", ...place }))["location"], place);
    const contacts = [
      { name: TEXT, phones: ["+1 201 555 0101"], emails: [TEXT], organization: TEXT },
    ];
    const shared = await hear(desk, { kind: "contacts", contacts });
    assert.ok(wordsIn(shared["contacts"]).filter((it) => it === TEXT).length >= 3);
    const order = await hear(desk, {
      kind: "order",
      catalogId: "1948",
      text: TEXT,
      items: [{ productId: TEXT, quantity: 2, price: 30, currency: "USD" }],
    });
    assert.equal(objectAt(order, "order")?.["text"], TEXT);
    for (const kind of ["flow", "address"] as const) {
      const values = { flow_token: "t", said: TEXT };
      const form = await hear(desk, { kind: "form", of: kind, body: TEXT, values });
      const reply = objectAt(objectAt(form, "interactive") ?? {}, "nfm_reply") ?? {};
      assert.deepEqual(parseObject(String(reply["response_json"])), values);
    }
  });

  it("as what they tapped on a card, a list, a template, and a request for the number", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const row = { id: TEXT, title: TEXT, description: TEXT };
    const cards = {
      button_reply: {
        type: "button",
        body: { text: TEXT },
        action: { buttons: [{ type: "reply", reply: { id: TEXT, title: TEXT.slice(0, 20) } }] },
      },
      list_reply: {
        type: "list",
        body: { text: TEXT },
        action: { button: "Choose", sections: [{ rows: [row] }] },
      },
    };
    for (const [kind, interactive] of Object.entries(cards)) {
      const id = await desk.send({ type: "interactive", interactive });
      await heard(desk);
      const title = kind === "button_reply" ? TEXT.slice(0, 20) : TEXT;
      await control.tap(desk.ana.id, id, { title });
      const reply = onlyMessage(await heard(desk));
      assert.equal(objectAt(reply, "interactive")?.["type"], kind);
      assert.deepEqual(reply["context"], { from: DEMO.phone, id });
    }
    const asked = await desk.send({
      type: "interactive",
      interactive: {
        type: "contact_request",
        body: { text: TEXT },
        action: { name: "request_contact_info" },
      },
    });
    await heard(desk);
    await control.changePerson(desk.ana.id, { phoneHidden: true, username: "ana.a" });
    await control.tap(desk.ana.id, asked, { actionId: "share-contact" });
    const [given] = objectsAt(onlyMessage(await heard(desk)), "contacts");
    assert.equal(given?.["origin"], "contact_request");
    assert.equal(objectsAt(given ?? {}, "phones")[0]?.["wa_id"], desk.ana.waId);
  });

  it("as the tap on a template's button", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await desk.graph("POST", `/${DEMO.wabaId}/message_templates`, {
      name: "come",
      language: "en_US",
      category: "UTILITY",
      components: [
        { type: "BODY", text: "Your table is ready at noon." },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "See you" }] },
      ],
    });
    await heard(desk, 10_000);
    const button = { type: "button", sub_type: "quick_reply", index: "0" };
    const id = await desk.send({
      type: "template",
      template: {
        name: "come",
        language: { code: "en_US" },
        components: [{ ...button, parameters: [{ type: "payload", payload: TEXT }] }],
      },
    });
    await heard(desk);
    await control.tap(desk.ana.id, id, { title: "See you" });
    const tapped = onlyMessage(await heard(desk));
    assert.deepEqual(tapped["button"], { payload: TEXT, text: "See you" });
  });

  it("as a reaction, and as the end of one", async () => {
    await using desk = await start();
    const { id } = await hear(desk, { kind: "text", body: TEXT });
    await desk.meta.control.react(desk.ana.id, String(id), "😀");
    const given = onlyMessage(await heard(desk));
    assert.deepEqual(given["reaction"], { message_id: id, emoji: "😀" });
    await desk.meta.control.react(desk.ana.id, String(id), null);
    assert.deepEqual(onlyMessage(await heard(desk))["reaction"], { message_id: id });
  });

  it("as something unsupported, of every kind; edits and deletions are such, too", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const types = ["poll_creation", "gif", "group_invite", "keep_in_chat", "media_placeholder"];
    for (const type of [...types, "pin", "product", "link_preview", "errors", "poll_update"]) {
      const message = await hear(desk, parsed(type));
      assert.deepEqual(message["unsupported"], { type });
    }
    const { id } = await hear(desk, { kind: "text", body: "tpyo" });
    await control.edit(desk.ana.id, String(id), TEXT);
    assert.deepEqual(onlyMessage(await heard(desk))["unsupported"], { type: "edit" });
    await control.deleteMessage(desk.ana.id, String(id));
    assert.equal(onlyMessage(await heard(desk))["type"], "unsupported");
  });

  it("as an edit and a deletion of its own where the number is on the app as well", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await control.happenToNumber(phoneNumberId, { happens: "business-app-joined" });
    const { id } = await hear(desk, { kind: "text", body: "tpyo" });
    await control.edit(desk.ana.id, String(id), TEXT);
    assert.deepEqual(onlyMessage(await heard(desk))["edit"], {
      original_message_id: id,
      message: { type: "text", text: { body: TEXT } },
    });
    await control.deleteMessage(desk.ana.id, String(id));
    assert.deepEqual(onlyMessage(await heard(desk))["revoke"], { original_message_id: id });
    await control.happenToNumber(phoneNumberId, { happens: "business-app-left" });
  });

  it("as the welcome that is asked for when a chat is opened the first time", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await desk.graph("POST", `/${phoneNumberId}/conversational_automation`, {
      enable_welcome_message: true,
    });
    const ben = await control.addPerson({ name: TEXT });
    await control.open(ben.id, phoneNumberId);
    assert.equal(onlyMessage(await heard(desk))["type"], "request_welcome");
    await control.close(ben.id, phoneNumberId);
    await control.open(ben.id, phoneNumberId);
    assert.deepEqual(await heard(desk), []);
    const answer = await desk.graph("POST", `/${phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      to: ben.waId,
      text: { body: TEXT },
    });
    assert.equal(answer.status, 200);
    const [first] = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    assert.equal(first?.["status"], "sent");
  });

  it("as WhatsApp's own word that the number, the id or the key is another one", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const moved = await control.changePhone(desk.ana.id, "+1 201 555 0188");
    const first = await heard(desk);
    const system = onlyMessage(first);
    assert.deepEqual([system["from"], system["from_user_id"]], [desk.ana.waId, desk.ana.bsuid]);
    assert.deepEqual(objectAt(system, "system"), {
      body: `User ${TEXT} changed from ${desk.ana.waId} to ${moved.waId}`,
      wa_id: moved.waId,
      type: "user_changed_number",
    });
    assert.deepEqual(
      first.map((it) => it.field),
      ["messages", "user_id_update"],
    );
    await control.changePerson(desk.ana.id, { phoneHidden: true });
    const again = await control.changePhone(desk.ana.id, "+1 201 555 0189");
    const hidden = onlyMessage(await heard(desk));
    assert.equal(hidden["from"], undefined);
    assert.equal(objectAt(hidden, "system")?.["previous_user_id"], moved.bsuid);
    assert.equal(objectAt(hidden, "system")?.["user_id"], again.bsuid);
  });

  it("with the hash of their key, where the number checks it", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await desk.graph("POST", `/${phoneNumberId}/settings`, {
      user_identity_change: { enable_identity_key_check: true },
    });
    const keyOf = async () => {
      await control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
      const [value] = await heard(desk);
      return objectsAt(value?.value ?? {}, "contacts")[0]?.["identity_key_hash"];
    };
    const before = await keyOf();
    await control.setUpAnew(desk.ana.id);
    const said = onlyMessage(await heard(desk));
    assert.equal(objectAt(said, "system")?.["type"], "customer_identity_changed");
    const after = await keyOf();
    assert.ok(typeof before === "string" && before !== after);
    assert.equal(objectAt(said, "system")?.["identity"], after);
  });

  it("with a user name and no number, where they hide it", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await control.changePerson(desk.ana.id, { phoneHidden: true, username: "ana.a" });
    await control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
    const [value] = await heard(desk);
    assert.deepEqual(objectsAt(value?.value ?? {}, "contacts"), [
      { profile: { name: TEXT, username: "ana.a" }, user_id: desk.ana.bsuid },
    ]);
    const [message] = objectsAt(value?.value ?? {}, "messages");
    assert.deepEqual([message?.["from"], message?.["from_user_id"]], [undefined, desk.ana.bsuid]);
  });
});

describe("a send's statuses reach the business", () => {
  it("sent, delivered, read and played, with its callback data and its price", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const form = new FormData();
    form.append("messaging_product", "whatsapp");
    form.append("file", new File([new Uint8Array([1])], "v.ogg", { type: "audio/ogg" }));
    const headers = { authorization: `Bearer ${DEMO.accessToken}` };
    const url = `${desk.meta.url}/${phoneNumberId}/media`;
    const uploaded = await fetch(url, { method: "POST", body: form, headers });
    const { id } = parseObject(await uploaded.text());
    const audio = { type: "audio", audio: { id, voice: true }, biz_opaque_callback_data: TEXT };
    const wamid = await desk.send(audio);
    const first = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    await control.read(desk.ana.id, phoneNumberId);
    const second = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    await control.play(desk.ana.id, wamid);
    const third = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    const all = [...first, ...second, ...third];
    assert.deepEqual(
      all.map((it) => [it["status"], it["biz_opaque_callback_data"], it["pricing"] !== undefined]),
      [
        ["sent", TEXT, true],
        ["delivered", TEXT, true],
        ["read", TEXT, false],
        ["played", TEXT, false],
      ],
    );
  });

  it("failed, with the reason and without a contact", async () => {
    await using desk = await start();
    await desk.pass(25 * HOUR);
    desk.receiver.received.length = 0;
    await desk.send({ text: { body: TEXT }, biz_opaque_callback_data: TEXT });
    const [value] = await heard(desk);
    assert.equal(value?.value["contacts"], undefined);
    const [status] = objectsAt(value?.value ?? {}, "statuses");
    assert.equal(objectsAt(status ?? {}, "errors")[0]?.["code"], 131047);
  });

  it("of a reaction only sent, of a person without a number by their id", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const { id } = await hear(desk, { kind: "text", body: TEXT });
    await control.changePerson(desk.ana.id, { phoneHidden: true });
    await desk.send({ type: "reaction", reaction: { message_id: id, emoji: "👍" } });
    const statuses = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    assert.deepEqual(
      statuses.map((it) => [it["status"], it["recipient_id"], it["recipient_user_id"]]),
      [["sent", undefined, desk.ana.bsuid]],
    );
  });
});

describe("what comes of a message reaches the business", () => {
  it("the payment of an order, until it is captured", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const parameters = { reference_id: TEXT, type: "digital-goods", currency: "INR" };
    const wamid = await desk.send({
      type: "interactive",
      interactive: {
        type: "order_details",
        body: { text: TEXT },
        action: { name: "review_and_pay", parameters },
      },
    });
    await heard(desk);
    for (const status of ["pending", "failed", "captured"] as const) {
      await control.pay(desk.ana.id, wamid, status);
    }
    const told = (await heard(desk)).flatMap((it) => objectsAt(it.value, "statuses"));
    assert.deepEqual(
      told.map((it) => [it["id"], it["type"], it["status"], it["from"]]),
      ["pending", "failed", "captured"].map((it) => [wamid, "payment", it, desk.ana.waId]),
    );
    assert.deepEqual(told[0]?.["payment"], { reference_id: TEXT });
    await assert.rejects(control.pay(desk.ana.id, wamid, "failed"), /paid already/);
    const other = await desk.send({ text: { body: TEXT } });
    await heard(desk);
    await assert.rejects(control.pay(desk.ana.id, other, "captured"), /asks for no payment/);
  });

  it("a tap on the link of what went through the marketing edge", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    const url = { type: "URL", text: "Shop", url: "https://shop.example" };
    await createTemplate(desk, {
      name: "offer",
      category: "MARKETING",
      components: [
        { type: "BODY", text: "Come and see what is new in our shop." },
        { type: "BUTTONS", buttons: [url] },
      ],
    });
    const actionsOf = async (edge: string) => {
      const wamid = wamidOf(await sendTemplate(desk, "offer", undefined, edge));
      await heard(desk);
      await control.tap(desk.ana.id, wamid, { title: "Shop" });
      return (await heard(desk)).flatMap((it) => objectsAt(it.value, "user_actions"));
    };
    const [click] = await actionsOf("marketing_messages");
    assert.equal(click?.["action_type"], "marketing_messages_link_click");
    assert.deepEqual(await actionsOf("messages"), []);
  });
});

describe("a conversation that Meta's agent holds", () => {
  it("is told in standby: messages, the agent's own, and their statuses", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await control.happenToNumber(phoneNumberId, { happens: "agent-on" });
    await control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
    await control.writeAsAgent(desk.ana.id, phoneNumberId, TEXT);
    const all = await heard(desk);
    assert.deepEqual(new Set(all.map((it) => it.field)), new Set(["standby"]));
    const [asked, said, ...rest] = all.map((it) => objectAt(it.value, "standby") ?? {});
    assert.deepEqual(objectsAt(asked ?? {}, "messages")[0]?.["text"], { body: TEXT });
    const [echo] = objectsAt(said ?? {}, "message_echoes");
    assert.deepEqual(objectAt(echo ?? {}, "message")?.["text"], { body: TEXT });
    const statuses = rest.flatMap((it) => objectsAt(it, "statuses"));
    assert.deepEqual(
      statuses.map((it) => [it["id"], it["status"]]),
      [
        [echo?.["id"], "sent"],
        [echo?.["id"], "delivered"],
      ],
    );
  });

  it("is the business's again once it writes, and the agent's after a quiet day", async () => {
    await using desk = await start();
    const { control } = desk.meta;
    await control.happenToNumber(phoneNumberId, { happens: "agent-on" });
    const fieldOfMessage = async () => {
      await control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
      const all = await heard(desk);
      return all.filter((it) => !("statuses" in it.value)).map((it) => it.field);
    };
    assert.deepEqual(await fieldOfMessage(), ["standby"]);
    await desk.send({ text: { body: TEXT } });
    const own = await heard(desk);
    assert.deepEqual(new Set(own.map((it) => it.field)), new Set(["messages"]));
    assert.deepEqual(await fieldOfMessage(), ["messages"]);
    await assert.rejects(control.writeAsAgent(desk.ana.id, phoneNumberId, TEXT), /does not hold/);
    await desk.pass(24 * HOUR);
    assert.deepEqual(await fieldOfMessage(), ["standby"]);
    await control.happenToNumber(phoneNumberId, { happens: "agent-off" });
    assert.deepEqual(await fieldOfMessage(), ["messages"]);
  });
});

it("tells of trouble with a number beside no message", async () => {
  await using desk = await start();
  const trouble = { happens: "trouble", code: 130429, details: TEXT } as const;
  await desk.meta.control.happenToNumber(phoneNumberId, trouble);
  const [value] = await heard(desk);
  assert.equal(objectsAt(value?.value ?? {}, "errors")[0]?.["code"], 130429);
});

/** The types are a list in the test and a union in the contract. */
function parsed(type: string): WriteContent {
  const content: unknown = { kind: "unsupported", type };
  // The control API checks it once more, and refuses what it does not know.
  return content as WriteContent;
}
