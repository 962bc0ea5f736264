import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startEmulator } from "../start-emulator.ts";
import { graphOf, startDesk } from "../testing/desk.ts";
import { maskJson, maskPairs } from "./mask.ts";

const MESSAGES = `/v26.0/${DEMO.phoneNumberId}/messages`;

describe("the request log", () => {
  it("tells of a send who it was for, what came of it and how long it took", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.clearRequests();
    const wamid = await desk.send({ type: "text", text: { body: "Привет" } });
    const [logged, ...others] = (await control.requests()).data;
    assert.ok(logged);
    assert.deepEqual(others, []);
    assert.equal(logged.method, "POST");
    assert.equal(logged.path, MESSAGES);
    assert.deepEqual([logged.status, logged.wamid], [200, wamid]);
    assert.deepEqual([logged.to, logged.personId], [desk.ana.waId, desk.ana.id]);
    assert.deepEqual([logged.phoneNumberId, logged.tokenEnd], [DEMO.phoneNumberId, "ator"]);
    assert.ok(logged.durationMs >= 0);
    const detail = await control.request(logged.id);
    assert.match(detail.body ?? "", /"Привет"/);
    assert.match(detail.answer ?? "", /"messaging_product":"whatsapp"/);
    assert.equal(detail.explanation, null);
  });

  it("finds calls by words, path, status, code, person and time", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.send({ type: "text", text: { body: "Needle" } });
    await desk.graph("GET", `/v26.0/${DEMO.phoneNumberId}`);
    await desk.graph("GET", "/v26.0/404404404404");
    await desk.graph("POST", MESSAGES, { messaging_product: "whatsapp", to: "1" });
    await desk.pass(60_000);
    const later = (await control.clock()).now;
    await desk.graph("GET", "/v26.0/me", undefined, "wrong");
    const count = async (filter: Parameters<typeof control.requests>[0]) =>
      (await control.requests(filter)).data.length;
    assert.equal(await count({ text: "needle" }), 1);
    assert.equal(await count({ path: "/messages", method: "post" }), 2);
    assert.equal(await count({ path: "/messages", status: "200" }), 1);
    assert.equal(await count({ code: 190 }), 1);
    assert.equal(await count({ code: 100, status: "4xx", path: "404404" }), 1);
    assert.equal(await count({ to: desk.ana.waId }), 1);
    assert.equal(await count({ since: later }), 1);
    assert.equal(await count({ until: "2020-01-01T00:00:00Z" }), 0);
    assert.equal(await count({ status: "none" }), 0);
    const page = await control.requests({ limit: 2 });
    assert.equal(page.data.length, 2);
    assert.equal((await control.requests({ after: page.next ?? "" })).data.length > 0, true);
  });

  it("keeps no token and no secret", async () => {
    await using meta = await startEmulator();
    const graph = graphOf(meta.url);
    const app = `${DEMO.appId}|${DEMO.appSecret}`;
    const debug = `input_token=${DEMO.accessToken}&access_token=${encodeURIComponent(app)}`;
    await graph("GET", `/debug_token?${debug}`, undefined, "");
    await graph("POST", `/${DEMO.phoneNumberId}/register`, {
      messaging_product: "whatsapp",
      pin: "918273",
    });
    const exchange = `client_id=${DEMO.appId}&client_secret=${DEMO.appSecret}&code=fake-code-1`;
    await graph("GET", `/v26.0/oauth/access_token?${exchange}`, undefined, "");
    const { data } = await meta.control.requests();
    const all = await Promise.all(data.map((it) => meta.control.request(it.id)));
    const written = JSON.stringify(all);
    for (const secret of [DEMO.accessToken, DEMO.appSecret, "918273", "fake-code-1"]) {
      assert.ok(!written.includes(secret), secret);
    }
    assert.equal(all.length, 3);
  });

  it("keeps a call that got no answer", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.addFault({
      on: "request",
      match: { path: "/messages" },
      action: { kind: "lose-answer" },
    });
    await assert.rejects(desk.send({ type: "text", text: { body: "lost" } }));
    const { data } = await control.requests({ status: "none" });
    assert.deepEqual(
      data.map((it) => it.to),
      [desk.ana.waId],
    );
  });

  it("explains the error that a call ended with", async () => {
    await using desk = await startDesk();
    await desk.graph("POST", MESSAGES, {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      type: "template",
      template: { name: "nothing", language: { code: "en_US" } },
    });
    const [logged] = (await desk.meta.control.requests({ code: 132001 })).data;
    const detail = await desk.meta.control.request(logged?.id ?? "");
    assert.match(detail.explanation?.why.en ?? "", /no approved template of this name/);
    assert.match(detail.explanation?.remedy.ru ?? "", /имя и код языка/);
    assert.match(detail.explanation?.source ?? "", /^https:\/\/developers\.facebook\.com\//);
  });

  it("makes a call again, with the token it had", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.send({ type: "text", text: { body: "twice" } });
    const [first] = (await control.requests({ path: "/messages" })).data;
    const again = await control.replay(first?.id ?? "");
    assert.deepEqual([again.status, again.replayOf], [200, first?.id]);
    assert.notEqual(again.wamid, first?.wamid);
    assert.equal((await control.countLedger()).count, 2);
    assert.deepEqual((await control.request(again.id)).answer, again.answer);
  });

  it("makes again what a fault leaves without an answer", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.send({ type: "text", text: { body: "twice" } });
    const [first] = (await control.requests({ path: "/messages" })).data;
    await control.addFault({ on: "request", action: { kind: "reset" } });
    assert.equal((await control.replay(first?.id ?? "")).status, null);
  });

  it("says why a call cannot be made again", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.graph("GET", `/v26.0/${DEMO.phoneNumberId}`, undefined, "EAAfake0real0token");
    await desk.graph("POST", `/${DEMO.phoneNumberId}/register`, { pin: "918273" });
    const [register, foreign] = (await control.requests({ limit: 2 })).data;
    await assert.rejects(control.replay(foreign?.id ?? ""), /none of the emulator's/);
    await assert.rejects(control.replay(register?.id ?? ""), /secrets in this call were not kept/);
    await assert.rejects(control.replay("999999"), /GET \/_emulator\/requests lists them/);
  });

  it("keeps the latest calls only, and those over a restart", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "galka-requests-"));
    {
      await using meta = await startEmulator({ dataDir, requestLogSize: 3 });
      for (const id of ["1", "2", "3", "4", "5"]) await graphOf(meta.url)("GET", `/${id}`);
      assert.deepEqual(await paths(meta.control), ["/5", "/4", "/3"]);
    }
    {
      await using meta = await startEmulator({ dataDir, requestLogSize: 3 });
      await graphOf(meta.url)("GET", "/6");
      assert.deepEqual(await paths(meta.control), ["/6", "/5", "/4"]);
    }
    await rm(dataDir, { recursive: true });
  });

  it("can be switched off", async () => {
    await using meta = await startEmulator({ requestLogSize: 0 });
    await graphOf(meta.url)("GET", "/1");
    assert.deepEqual(await paths(meta.control), []);
  });
});

describe("masking", () => {
  it("hides secrets and leaves everything else as it is", () => {
    const json = '{"a": 1, "verify_token" : "x\\"y", "nested":{"pin":"123456","pin_count":2}}';
    const masked = '{"a": 1, "verify_token" : "***", "nested":{"pin":"***","pin_count":2}}';
    assert.equal(maskJson(json, "/1"), masked);
    assert.equal(
      maskPairs("?fields=a&access_token=b&x=pin", "/1"),
      "?fields=a&access_token=***&x=pin",
    );
    assert.equal(maskJson('{"code":"12"}', "/v26.0/1/verify_code"), '{"code":"***"}');
    assert.equal(maskJson('{"code":"SALE"}', "/v26.0/1/messages"), '{"code":"SALE"}');
  });
});

async function paths(control: Awaited<ReturnType<typeof startEmulator>>["control"]) {
  return (await control.requests()).data.map((it) => it.path);
}
