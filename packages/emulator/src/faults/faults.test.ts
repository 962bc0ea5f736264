import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt } from "../json.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";
import type { NewFault } from "../wire/faults.ts";

const PATH = `/v26.0/${DEMO.phoneNumberId}/messages`;
const HOUR = 60 * 60 * 1000;
const once = { kind: "next", count: 1 } as const;

const body = (desk: TestDesk, rest: object = { type: "text", text: { body: "x" } }) => ({
  messaging_product: "whatsapp",
  to: desk.ana.waId,
  ...rest,
});

const post = (desk: TestDesk, rest?: object) => desk.graph("POST", PATH, body(desk, rest));

const accepted = async (desk: TestDesk) => (await desk.meta.control.countLedger()).count;

describe("a fault on a request", () => {
  it("accepts the send, and lets the answer be lost in four ways", async () => {
    await using desk = await startDesk();
    const ways = [{}, { by: "silence", ms: 1 }, { by: "truncation" }] as const;
    for (const way of ways) {
      await desk.meta.control.addFault(losing(way));
      await assert.rejects(post(desk), JSON.stringify(way));
    }
    await desk.meta.control.addFault(losing({ by: "proxy-error" }));
    const answer = await fetch(desk.meta.url + PATH, {
      method: "POST",
      headers: {
        authorization: `Bearer ${DEMO.accessToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body(desk)),
    });
    assert.deepEqual([answer.status, answer.headers.get("content-type")], [502, "text/html"]);
    assert.deepEqual(await desk.meta.control.countLedger(), {
      count: 4,
      newest: 4,
      distinctCallbackData: 0,
      unanswered: 4,
    });
  });

  it("breaks off, hangs or resets before anything is accepted", async () => {
    await using desk = await startDesk();
    for (const action of [
      { kind: "truncate" },
      { kind: "hang", ms: 1 },
      { kind: "reset" },
    ] as const) {
      await desk.meta.control.addFault({ on: "request", when: once, action });
      await assert.rejects(post(desk), action.kind);
    }
    assert.equal(await accepted(desk), 0);
    assert.equal((await post(desk)).status, 200);
  });

  it("answers any HTTP status, with a page and headers", async () => {
    await using desk = await startDesk();
    for (const status of [301, 404, 413, 429, 500, 503, 504]) {
      await desk.meta.control.addFault({
        on: "request",
        when: once,
        action: { kind: "http", status, headers: { "retry-after": "7" } },
      });
      const answer = await fetch(desk.meta.url + PATH, { method: "POST", redirect: "manual" });
      assert.deepEqual([answer.status, answer.headers.get("retry-after")], [status, "7"]);
      assert.match(await answer.text(), /<html>/);
    }
  });

  it("answers any error of Graph's in its words, or in others", async () => {
    await using desk = await startDesk();
    const errors = [1, 2, 4, 190, 368, 80007, 130429, 131016, 131048, 131056, 131057, 133004];
    for (const code of errors) {
      await desk.meta.control.addFault({
        on: "request",
        when: once,
        action: { kind: "graph-error", code },
      });
      const answer = await post(desk);
      assert.equal(objectAt(answer.body, "error")?.["code"], code);
      assert.ok(answer.status >= 400);
    }
    await desk.meta.control.addFault({
      on: "request",
      action: { kind: "graph-error", code: 999, subcode: 7, status: 418, title: "Tea" },
    });
    const { status, body: said } = await post(desk);
    const error = objectAt(said, "error") ?? {};
    assert.deepEqual([status, error["message"], error["error_subcode"]], [418, "(#999) Tea", 7]);
  });

  it("is about the template, the type or the person that it names", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const busy = { kind: "graph-error", code: 131016 } as const;
    await control.addFault({ on: "request", match: { template: "hello_world" }, action: busy });
    await control.addFault({ on: "request", match: { type: "location" }, action: busy });
    const template = { name: "hello_world", language: { code: "en_US" } };
    assert.equal((await post(desk, { type: "template", template })).status, 500);
    const location = { latitude: 1, longitude: 2 };
    assert.equal((await post(desk, { type: "location", location })).status, 500);
    assert.equal((await post(desk)).status, 200);
  });

  it("lets a token run out, a file be gone and an account be locked, for a while", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const forMs = HOUR;
    await control.addFault({
      on: "request",
      match: { path: "/messages" },
      forMs,
      action: { kind: "account-locked" },
    });
    await control.addFault({
      on: "request",
      match: { path: "/104" },
      forMs,
      action: { kind: "media-expired" },
    });
    await control.addFault({
      on: "request",
      match: { method: "GET" },
      forMs,
      action: { kind: "token-expired" },
    });
    const codes = async () => {
      const all = [
        await post(desk),
        await desk.graph("GET", "/104"),
        await desk.graph("GET", `/${DEMO.wabaId}`),
      ];
      return all.map((it) => {
        const error = objectAt(it.body, "error");
        return error === undefined ? it.status : [error["code"], error["error_subcode"]];
      });
    };
    assert.deepEqual(await codes(), [
      [131031, undefined],
      [100, 33],
      [190, 463],
    ]);
    await desk.pass(HOUR);
    assert.deepEqual(await codes(), [200, [100, 33], 200]);
  });
});

it("lets a file expire between its address and its bytes", async () => {
  await using desk = await startDesk();
  const { control } = desk.meta;
  const { mediaId } = await control.uploadMedia(new Uint8Array([1]), "image/png", "a.png");
  await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "image", mediaId });
  await desk.pass();
  const url = String(objectAt(desk.receiver.messages()[0] ?? {}, "image")?.["url"]);
  const headers = { authorization: `Bearer ${DEMO.accessToken}` };
  const match = { path: "/whatsapp_business/attachments" };
  for (const [kind, status] of [
    ["media-expired", 404],
    ["token-expired", 401],
  ] as const) {
    await control.addFault({ on: "request", match, when: once, action: { kind } });
    assert.equal((await fetch(url, { headers })).status, status);
  }
  assert.equal((await fetch(url, { headers })).status, 200);
});

describe("an outage", () => {
  it("refuses every request for hours, and brings the flood when it is over", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const { requests, webhooks } = await control.startOutage({ forMs: 4 * HOUR, startsInMs: HOUR });
    assert.equal(requests.until, webhooks.until);
    assert.equal((await post(desk)).status, 200);
    await desk.pass(HOUR);
    desk.receiver.received.length = 0;
    for (let count = 0; count < 30; count += 1) {
      await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: `m${count}` });
      await desk.pass(5 * 60_000);
    }
    await assert.rejects(post(desk));
    assert.deepEqual([desk.receiver.received.length, await accepted(desk)], [0, 1]);
    await desk.pass(2 * HOUR);
    assert.equal(desk.receiver.received.length, 1);
    assert.deepEqual(
      desk.receiver.messages().map((it) => objectAt(it, "text")?.["body"]),
      Array.from({ length: 30 }, (_, count) => `m${count}`),
    );
    assert.equal((await post(desk)).status, 200);
  });
});

describe("a fault on a webhook", () => {
  it("takes the subscription away without a word", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.addFault({
      on: "webhook",
      match: { type: "image" },
      action: { kind: "unsubscribe" },
    });
    const say = (said: string) =>
      control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: said });
    await say("one");
    await desk.pass();
    const { mediaId } = await control.uploadMedia(new Uint8Array([1]), "image/png", "a.png");
    await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "image", mediaId });
    await say("two");
    await desk.pass();
    assert.equal(desk.receiver.messages().length, 1);
    const answer = await desk.graph("GET", `/${DEMO.wabaId}/subscribed_apps`);
    assert.deepEqual(answer.body["data"], []);
    await desk.graph("POST", `/${DEMO.wabaId}/subscribed_apps`, {
      override_callback_uri: desk.receiver.url,
      verify_token: "any",
    });
    await say("three");
    await desk.pass();
    assert.equal(desk.receiver.messages().length, 2);
  });

  it("is refused where it would hold webhooks for ever", async () => {
    await using desk = await startDesk();
    const rule = { on: "webhook", action: { kind: "hold" } } as const;
    await assert.rejects(desk.meta.control.addFault(rule), /forMs/);
  });
});

function losing(way: {
  readonly by?: "silence" | "truncation" | "proxy-error";
  readonly ms?: number;
}): NewFault {
  return {
    on: "request",
    match: { path: "/messages" },
    when: once,
    action: { kind: "lose-answer", ...way },
  };
}
