import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";
import { WhatsAppAPI } from "whatsapp-api-js";
import { Image, Text } from "whatsapp-api-js/messages";
import { DEMO } from "./demo.ts";
import { addressOf } from "./testing/address.ts";
import { startDesk, type TestDesk } from "./testing/desk.ts";

/** Letters beyond ASCII, an emoji, and the four signs that Meta escapes besides. */
const TEXT = "привет 😀 a@b.c/x 5% <3";
const PNG = new Uint8Array([137, 80, 78, 71]);
const { phoneNumberId, wabaId } = DEMO;

/** A webhook with one message of Ana's. */
async function inboundWebhook(desk: TestDesk) {
  desk.receiver.received.length = 0;
  await desk.meta.control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
  await desk.pass();
  const webhook = desk.receiver.received.at(-1);
  assert.ok(webhook);
  return webhook;
}

async function lastOnPhone(desk: TestDesk) {
  await desk.pass();
  return (await desk.meta.control.messages(desk.ana.id, phoneNumberId)).data.at(-1)?.content;
}

describe("@kapso/whatsapp-cloud-api", () => {
  const client = (desk: TestDesk) =>
    new WhatsAppClient({
      accessToken: DEMO.accessToken,
      baseUrl: desk.meta.url,
      graphVersion: "v23.0",
    });

  it("sends", async () => {
    await using desk = await startDesk();
    const sent = await client(desk).messages.sendText({
      phoneNumberId,
      to: desk.ana.waId,
      body: TEXT,
    });
    assert.match(sent.messages[0]?.id ?? "", /^wamid\./);
    const content = await lastOnPhone(desk);
    assert.deepEqual(content, { kind: "text", body: TEXT, previewUrl: false });
  });

  it("uploads, and downloads only with its token", async () => {
    await using desk = await startDesk();
    const { media } = client(desk);
    const { id } = await media.upload({
      phoneNumberId,
      type: "image/png",
      file: PNG,
      fileName: "a.png",
    });
    const bytes = await media.download({ mediaId: id, phoneNumberId, auth: "always" });
    assert.ok(bytes instanceof ArrayBuffer);
    assert.deepEqual(new Uint8Array(bytes), PNG);
    const refused = await media
      .download({ mediaId: id, auth: "never", as: "response" })
      .catch((error) => error);
    assert.ok(refused instanceof Error || (refused instanceof Response && refused.status === 401));
  });

  it("lists templates", async () => {
    await using desk = await startDesk();
    const list = await client(desk).templates.list({ businessAccountId: wabaId, limit: 10 });
    assert.deepEqual(
      list.data.map((it) => it.name),
      ["hello_world"],
    );
  });

  it("accepts a signed webhook and reads it", async () => {
    await using desk = await startDesk();
    const { body, signature, json } = await inboundWebhook(desk);
    assert.equal(
      verifySignature({ appSecret: DEMO.appSecret, rawBody: body, signatureHeader: signature }),
      true,
    );
    const { messages } = normalizeWebhook(json);
    assert.equal(messages[0]?.text?.body, TEXT);
    assert.equal(
      verifySignature({ appSecret: "another", rawBody: body, signatureHeader: signature }),
      false,
    );
  });
});

describe("whatsapp-api-js", () => {
  /** It has Meta's host wired in, so its requests are led here. */
  const api = (desk: TestDesk) =>
    new WhatsAppAPI({
      token: DEMO.accessToken,
      appSecret: DEMO.appSecret,
      v: "v24.0",
      ponyfill: {
        fetch: (input, init) =>
          fetch(addressOf(input).replace("https://graph.facebook.com", desk.meta.url), init),
      },
    });

  it("sends", async () => {
    await using desk = await startDesk();
    const sent = await api(desk).sendMessage(phoneNumberId, desk.ana.waId, new Text(TEXT));
    assert.ok("messages" in sent);
    assert.deepEqual(await lastOnPhone(desk), { kind: "text", body: TEXT, previewUrl: false });
  });

  it("uploads, sends what it uploaded, and downloads", async () => {
    await using desk = await startDesk();
    const client = api(desk);
    const form = new FormData();
    form.set("file", new File([PNG], "a.png", { type: "image/png" }));
    const uploaded = await client.uploadMedia(phoneNumberId, form);
    assert.ok("id" in uploaded);
    const sent = await client.sendMessage(
      phoneNumberId,
      desk.ana.waId,
      new Image(uploaded.id, true, "look"),
    );
    assert.ok("messages" in sent);
    const content = await lastOnPhone(desk);
    assert.ok(content?.kind === "image" && content.caption === "look");
    const described = await client.retrieveMedia(uploaded.id, phoneNumberId);
    assert.ok("url" in described);
    const bytes = await client.fetchMedia(described.url);
    assert.deepEqual(new Uint8Array(await bytes.arrayBuffer()), PNG);
  });

  it("lists templates", async () => {
    await using desk = await startDesk();
    const url = `https://graph.facebook.com/v24.0/${wabaId}/message_templates`;
    const list = await (await api(desk).$$apiFetch$$(url)).json();
    assert.match(JSON.stringify(list), /"name":"hello_world"/);
  });

  it("blocks on a path without version", async () => {
    await using desk = await startDesk();
    const blocked = await api(desk).blockUser(phoneNumberId, desk.ana.waId);
    assert.match(JSON.stringify(blocked), /added_users/);
  });

  it("accepts a signed webhook and reads it", async () => {
    await using desk = await startDesk();
    const client = api(desk);
    const { body, signature } = await inboundWebhook(desk);
    const said: unknown[] = [];
    client.on.message = ({ message }) =>
      void said.push(message.type === "text" && message.text.body);
    await client.post(JSON.parse(body), body, signature);
    assert.deepEqual(said, [TEXT]);
    await assert.rejects(client.post(JSON.parse(body), `${body} `, signature));
  });
});
