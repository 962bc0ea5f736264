import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "./demo.ts";
import { objectAt, objectsAt, parseObject } from "./json.ts";
import { startDesk, type TestDesk } from "./testing/desk.ts";
import { signBody } from "./webhooks/sign.ts";

const PATH = `/v26.0/${DEMO.phoneNumberId}/messages`;
const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const TEXT = "привет 😀 a@b.c/x 5% <3";
const text = (body: string) => ({ type: "text", text: { body } });
const say = (desk: TestDesk, body: string) =>
  desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body });

describe("a webhook", () => {
  it("is ASCII, escaped as Meta escapes, and signed over exactly its bytes", async () => {
    await using desk = await startDesk();
    await say(desk, TEXT);
    await desk.pass();
    const [webhook] = desk.receiver.received;
    assert.ok(webhook);
    assert.ok(/^[ -~]*$/.test(webhook.body));
    assert.ok(webhook.body.includes(String.raw`a\u0040b.c\/x 5\u0025 \u003C3`));
    assert.equal(webhook.signature, signBody(webhook.body, DEMO.appSecret));
    assert.deepEqual(desk.receiver.messages()[0]?.["text"], { body: TEXT });
  });

  it("carries everything of a moment, people and kinds apart", async () => {
    await using desk = await startDesk();
    const ben = await desk.meta.control.addPerson({ name: "Ben" });
    await say(desk, "one");
    await say(desk, "two");
    await desk.meta.control.write(ben.id, DEMO.phoneNumberId, { kind: "text", body: "three" });
    await desk.pass();
    assert.equal(desk.receiver.received.length, 1);
    const values = desk.receiver.values();
    assert.deepEqual(
      values.map((it) => objectsAt(it, "messages").length),
      [2, 1],
    );
    assert.deepEqual(
      values.map((it) => objectAt(objectsAt(it, "contacts")[0] ?? {}, "profile")?.["name"]),
      ["Ana", "Ben"],
    );
  });

  it("is tried again until it is taken, without holding up those behind it", async () => {
    await using desk = await startDesk();
    desk.receiver.answers = 503;
    await say(desk, "one");
    await desk.pass(SECOND);
    desk.receiver.answers = 200;
    await say(desk, "two");
    await desk.pass(100);
    const bodies = () => desk.receiver.messages().map((it) => objectAt(it, "text")?.["body"]);
    assert.deepEqual(bodies(), ["one", "two"]);
    await desk.pass(2 * SECOND);
    assert.deepEqual(bodies(), ["one", "two", "one"]);
    const { data } = await desk.meta.control.deliveries({ limit: 2 });
    assert.deepEqual(
      data.map((it) => [it.state, it.attemptCount]),
      [
        ["delivered", 1],
        ["delivered", 2],
      ],
    );
  });

  it("is tried for seven days, less and less often, and given up then", async () => {
    await using desk = await startDesk();
    desk.receiver.answers = 400;
    await say(desk, "one");
    await desk.pass(8 * DAY);
    const [last] = (await desk.meta.control.deliveries({ limit: 1 })).data;
    assert.ok(last);
    assert.equal(last.state, "given-up");
    const { attempts } = await desk.meta.control.delivery(last.id);
    const times = attempts.map((it) => new Date(it.at).getTime());
    const pauses = times.slice(1).map((it, index) => it - (times[index] ?? 0));
    assert.deepEqual(
      pauses,
      pauses.toSorted((a, b) => a - b),
    );
    assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) <= 7 * DAY);
    assert.equal(desk.receiver.received.length, attempts.length);
    desk.receiver.answers = 200;
    await desk.meta.control.redeliver(last.id);
    await desk.pass();
    assert.equal((await desk.meta.control.delivery(last.id)).state, "delivered");
  });

  it("that is under way when the clock is moved is answered before it has moved", async () => {
    await using desk = await startDesk();
    await say(desk, "one");
    await desk.pass();
    const answer = Promise.withResolvers<number>();
    desk.receiver.answers = answer.promise;
    const [last] = (await desk.meta.control.deliveries({ limit: 1 })).data;
    assert.ok(last);
    await desk.meta.control.redeliver(last.id);
    while (desk.receiver.received.length < 2) await new Promise((done) => setImmediate(done));
    let isOver = false;
    const passed = desk.pass().then(() => (isOver = true));
    for (let n = 0; n < 20; n++) await desk.meta.control.delivery(last.id);
    assert.equal(isOver, false);
    answer.resolve(200);
    await passed;
    assert.equal((await desk.meta.control.delivery(last.id)).state, "delivered");
  });

  it("that is not answered in time counts as failed", async () => {
    await using desk = await startDesk({ settings: { webhookTimeoutMs: 50 } });
    desk.receiver.answers = "never";
    await say(desk, "one");
    await desk.pass(100);
    const [last] = (await desk.meta.control.deliveries({ limit: 1 })).data;
    assert.deepEqual([last?.state, last?.lastStatus, last?.attemptCount], ["waiting", null, 1]);
  });
});

describe("a fault", () => {
  const body = (desk: TestDesk, data: string) => ({
    messaging_product: "whatsapp",
    to: desk.ana.waId,
    biz_opaque_callback_data: data,
    ...text("x"),
  });

  it("loses the answer after acceptance: the ledger has the send", async () => {
    await using desk = await startDesk();
    await desk.meta.control.addFault({
      on: "request",
      match: { path: "/messages" },
      when: { kind: "next", count: 1 },
      action: { kind: "lose-answer" },
    });
    await assert.rejects(desk.graph("POST", PATH, body(desk, "a")));
    assert.equal((await desk.graph("POST", PATH, body(desk, "a"))).status, 200);
    const count = await desk.meta.control.countLedger();
    assert.deepEqual(count, { count: 2, newest: 2, distinctCallbackData: 1, unanswered: 1 });
    const { count: since } = await desk.meta.control.countLedger({ after: "1" });
    assert.equal(since, 1);
    const { data } = await desk.meta.control.groupLedger(2);
    assert.deepEqual(data, [{ callbackData: "a", count: 2 }]);
    await desk.pass();
    assert.equal(desk.receiver.statuses().filter((it) => it["status"] === "sent").length, 2);
  });

  it("resets before acceptance: the ledger has nothing", async () => {
    await using desk = await startDesk();
    await desk.meta.control.addFault({ on: "request", action: { kind: "reset" } });
    await assert.rejects(desk.graph("POST", PATH, body(desk, "a")));
    assert.equal((await desk.meta.control.countLedger()).count, 0);
  });

  it("answers an error of Graph's or of a proxy's", async () => {
    await using desk = await startDesk();
    const once = { kind: "next", count: 1 } as const;
    await desk.meta.control.addFault({
      on: "request",
      when: once,
      action: { kind: "graph-error", code: 131048 },
    });
    await desk.meta.control.addFault({
      on: "request",
      when: once,
      action: { kind: "http", status: 502 },
    });
    const first = await desk.graph("POST", PATH, body(desk, "a"));
    assert.equal(objectAt(first.body, "error")?.["code"], 131048);
    const second = await fetch(desk.meta.url + PATH, { method: "POST" });
    assert.equal(second.status, 502);
    assert.match(await second.text(), /<html>/);
    assert.equal((await desk.graph("POST", PATH, body(desk, "a"))).status, 200);
  });

  it("doubles, drops, delays and reorders what webhooks say", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.addFault({
      on: "webhook",
      match: { update: "status", status: "delivered" },
      action: { kind: "drop" },
    });
    await control.addFault({
      on: "webhook",
      match: { update: "status", status: "sent" },
      action: { kind: "duplicate" },
    });
    await desk.send(text("x"));
    await desk.pass(5 * SECOND);
    assert.deepEqual(
      desk.receiver.statuses().map((it) => it["status"]),
      ["sent", "sent"],
    );

    const once = { kind: "next", count: 1 } as const;
    await control.clearFaults();
    await control.addFault({
      on: "webhook",
      match: { update: "message" },
      when: once,
      action: { kind: "reorder" },
    });
    await say(desk, "one");
    await say(desk, "two");
    await desk.pass(5 * SECOND);
    const bodies = desk.receiver.messages().map((it) => objectAt(it, "text")?.["body"]);
    assert.deepEqual(bodies, ["two", "one"]);
  });
});

describe("a person", () => {
  it("taps a button, chooses a row, and answers a template", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const yes = { type: "reply", reply: { id: "yes-id", title: "Yes" } };
    const asked = await desk.send({
      type: "interactive",
      interactive: { type: "button", body: { text: "Come?" }, action: { buttons: [yes] } },
    });
    const row = { id: "express", title: "Express", description: "Tomorrow" };
    const listed = await desk.send({
      type: "interactive",
      interactive: {
        type: "list",
        body: { text: "How?" },
        action: { button: "Choose", sections: [{ rows: [row] }] },
      },
    });
    await desk.pass();
    const tapped = await control.tap(desk.ana.id, asked, { title: "Yes" });
    await control.tap(desk.ana.id, listed, { actionId: "row:express" });
    await desk.pass();
    assert.deepEqual(
      desk.receiver.messages().map((it) => [it["interactive"], objectAt(it, "context")?.["id"]]),
      [
        [{ type: "button_reply", button_reply: { id: "yes-id", title: "Yes" } }, asked],
        [
          {
            type: "list_reply",
            list_reply: { id: "express", title: "Express", description: "Tomorrow" },
          },
          listed,
        ],
      ],
    );
    assert.equal(tapped.content.kind, "choice");
    const bubbles = (await control.messages(desk.ana.id, DEMO.phoneNumberId)).data;
    assert.equal(bubbles.find((it) => it.id === asked)?.tappedActionId, "reply:yes-id");
  });

  it("writes every kind, replies, reacts, edits and deletes", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const write = (content: Parameters<typeof control.write>[2], rest = {}) =>
      control.write(desk.ana.id, DEMO.phoneNumberId, content, rest);
    const voice = await control.uploadMedia(
      new Uint8Array([1, 2]),
      "audio/ogg; codecs=opus",
      "v.ogg",
    );
    const { id } = await write({ kind: "audio", mediaId: voice.mediaId, voice: true });
    await write({ kind: "location", latitude: 55.75, longitude: 37.62, name: "Kremlin" });
    await write({
      kind: "contacts",
      contacts: [{ name: "Ben B", phones: ["+1 201 555 0101"], emails: [], organization: null }],
    });
    await write({ kind: "unsupported", type: "poll_creation" });
    await write({ kind: "text", body: "this" }, { replyTo: id, forwarded: true });
    await control.react(desk.ana.id, id, "👍");
    await control.react(desk.ana.id, id, null);
    const last = await write({ kind: "text", body: "tpyo" });
    await control.edit(desk.ana.id, last.id, "typo");
    await control.deleteMessage(desk.ana.id, last.id);
    await desk.pass();
    const messages = desk.receiver.messages();
    assert.deepEqual(
      messages.map((it) => it["type"]),
      [
        "audio",
        "location",
        "contacts",
        "unsupported",
        "text",
        "reaction",
        "reaction",
        "text",
        "unsupported",
        "unsupported",
      ],
    );
    assert.deepEqual(messages[3]?.["unsupported"], { type: "poll_creation" });
    assert.deepEqual(messages[4]?.["context"], { from: DEMO.phone, id, forwarded: true });
    assert.deepEqual(messages[6]?.["reaction"], { message_id: id });
    const media = objectAt(messages[0] ?? {}, "audio") ?? {};
    assert.equal(media["voice"], true);
    const bytes = await fetch(String(media["url"]), {
      headers: { authorization: `Bearer ${DEMO.accessToken}` },
    });
    assert.deepEqual([...new Uint8Array(await bytes.arrayBuffer())], [1, 2]);
  });

  it("hears a voice note, which is reported as played", async () => {
    await using desk = await startDesk();
    const form = new FormData();
    form.append("messaging_product", "whatsapp");
    form.append("file", new File([new Uint8Array([1])], "v.ogg", { type: "audio/ogg" }));
    const headers = { authorization: `Bearer ${DEMO.accessToken}` };
    const url = `${desk.meta.url}/${DEMO.phoneNumberId}/media`;
    const answer = await fetch(url, { method: "POST", body: form, headers });
    const id = parseObject(await answer.text())["id"];
    const wamid = await desk.send({ type: "audio", audio: { id, voice: true } });
    await desk.pass();
    await desk.meta.control.play(desk.ana.id, wamid);
    await desk.pass();
    assert.deepEqual(
      desk.receiver.statuses().map((it) => it["status"]),
      ["sent", "delivered", "read", "played"],
    );
  });

  it("writes offline and is heard when back", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { online: false });
    assert.equal((await say(desk, "later")).ticks, "waiting");
    await desk.pass();
    assert.equal(desk.receiver.messages().length, 0);
    await desk.meta.control.changePerson(desk.ana.id, { online: true });
    await desk.pass();
    assert.equal(desk.receiver.messages().length, 1);
  });

  it("chats with another one, and no business hears of it", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const ben = await control.addPerson({ name: "Ben", online: false });
    const { id, ticks } = await control.write(desk.ana.id, ben.id, { kind: "text", body: "hey" });
    assert.equal(ticks, "sent");
    await control.changePerson(ben.id, { online: true });
    const [bubble] = (await control.messages(ben.id, desk.ana.id)).data;
    assert.deepEqual([bubble?.id, bubble?.direction], [id, "in"]);
    await control.open(ben.id, desk.ana.id);
    assert.equal((await control.messages(desk.ana.id, ben.id)).data[0]?.ticks, "read");
    await desk.pass();
    assert.equal(desk.receiver.received.length, 0);
  });

  it("who reads by themselves does so after their time", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { autoReadMs: 60 * SECOND });
    await desk.send(text("x"));
    await desk.pass(59 * SECOND);
    assert.equal(desk.receiver.statuses().at(-1)?.["status"], "delivered");
    await desk.pass(3 * SECOND);
    assert.equal(desk.receiver.statuses().at(-1)?.["status"], "read");
  });
});
