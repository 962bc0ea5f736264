import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt, objectsAt, textAt } from "../json.ts";
import { problemOf, startDesk } from "../testing/desk.ts";
import { startReceiver } from "../testing/receiver.ts";

const NUMBER = `/v26.0/${DEMO.phoneNumberId}`;
const APP_TOKEN = `${DEMO.appId}|${DEMO.appSecret}`;

describe("a token", () => {
  it("is refused with 190 and 401 when missing, unknown, revoked or expired", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const revoked = await control.addToken({ token: "EAArevoked" });
    await control.revokeToken(revoked.token);
    const expired = await control.addToken({ token: "EAAexpired", expiresInMs: 1000 });
    await desk.pass();
    const subcodes = [];
    for (const token of ["", "EAAunknown", revoked.token, expired.token]) {
      const answer = await desk.graph("GET", NUMBER, undefined, token);
      assert.equal(answer.status, 401);
      assert.equal(problemOf(answer).code, 190);
      assert.match(answer.headers.get("www-authenticate") ?? "", /invalid_token/);
      subcodes.push(problemOf(answer).subcode);
    }
    assert.deepEqual(subcodes, [2500, 0, 460, 463]);
  });

  it("may stand in the query, and needs the permission", async () => {
    await using desk = await startDesk();
    const asked = `${NUMBER}?access_token=${DEMO.accessToken}`;
    assert.equal((await desk.graph("GET", asked, undefined, "")).status, 200);
    const { token } = await desk.meta.control.addToken({
      scopes: ["whatsapp_business_management"],
    });
    const body = { messaging_product: "whatsapp", to: "1", text: { body: "x" } };
    const answer = await desk.graph("POST", `${NUMBER}/messages`, body, token);
    assert.deepEqual([answer.status, problemOf(answer).code], [403, 200]);
  });

  it("sees nothing of an account it does not reach", async () => {
    await using desk = await startDesk();
    const { token } = await desk.meta.control.addToken({ wabaIds: ["999999"] });
    const problem = problemOf(await desk.graph("GET", NUMBER, undefined, token));
    assert.deepEqual([problem.code, problem.subcode], [100, 33]);
  });

  it("is described by debug_token", async () => {
    await using desk = await startDesk();
    const { body } = await desk.graph(
      "GET",
      `/debug_token?input_token=${DEMO.accessToken}`,
      undefined,
      APP_TOKEN,
    );
    const data = objectAt(body, "data") ?? {};
    assert.deepEqual(
      [data["is_valid"], data["app_id"], data["type"]],
      [true, DEMO.appId, "SYSTEM_USER"],
    );
    assert.ok(JSON.stringify(data["scopes"]).includes("whatsapp_business_messaging"));
  });

  it("of an app comes for its id and secret", async () => {
    await using desk = await startDesk();
    const query = `client_id=${DEMO.appId}&client_secret=${DEMO.appSecret}&grant_type=client_credentials`;
    const { body } = await desk.graph("GET", `/oauth/access_token?${query}`, undefined, "");
    assert.equal(body["access_token"], APP_TOKEN);
  });
});

describe("what does not exist", () => {
  it("is answered as Graph answers it", async () => {
    await using desk = await startDesk();
    const object = await desk.graph("GET", "/v26.0/123");
    assert.deepEqual(
      [object.status, problemOf(object).code, problemOf(object).subcode],
      [400, 100, 33],
    );
    assert.match(problemOf(object).details, /^Unsupported get request\. Object with ID '123'/);
    const edge = await desk.graph("GET", `${NUMBER}/nothing`);
    assert.match(problemOf(edge).details, /nonexisting field \(nothing\)/);
    const post = await desk.graph("POST", `${NUMBER}/nothing`, {});
    assert.match(problemOf(post).details, /^Unsupported post request/);
    assert.ok(objectAt(post.body, "error")?.["fbtrace_id"]);
  });
});

describe("a number", () => {
  it("goes from adding over code and PIN to sending", async () => {
    await using desk = await startDesk();
    const added = await desk.graph("POST", `/${DEMO.wabaId}/phone_numbers`, {
      cc: "1",
      phone_number: "5550100300",
      verified_name: "Second",
    });
    const id = textAt(added.body, "id") ?? "";
    const register = { messaging_product: "whatsapp", pin: "123456" };
    assert.equal(problemOf(await desk.graph("POST", `/${id}/register`, register)).code, 133006);
    await desk.graph("POST", `/${id}/request_code`, { code_method: "SMS", language: "en_US" });
    const code = (await desk.meta.control.numbers()).data.find(
      (it) => it.id === id,
    )?.verificationCode;
    assert.equal(
      problemOf(await desk.graph("POST", `/${id}/verify_code`, { code: "000000" })).code,
      136025,
    );
    assert.equal((await desk.graph("POST", `/${id}/verify_code`, { code })).status, 200);
    assert.equal((await desk.graph("POST", `/${id}/register`, register)).status, 200);
    await desk.pass();
    const { body } = await desk.graph("GET", `/${id}?fields=status,health_status,platform_type`);
    assert.equal(body["status"], "CONNECTED");
    assert.equal(objectAt(body, "health_status")?.["can_send_message"], "AVAILABLE");

    await desk.graph("POST", `/${id}/deregister`);
    const wrong = { messaging_product: "whatsapp", pin: "654321" };
    assert.equal(problemOf(await desk.graph("POST", `/${id}/register`, wrong)).code, 133005);
    await desk.graph("POST", `/${id}`, { pin: "654321" });
    assert.equal((await desk.graph("POST", `/${id}/register`, wrong)).status, 200);
  });

  it("cannot be registered and deregistered more than ten times in 72 hours", async () => {
    await using desk = await startDesk();
    const codes = [];
    for (let count = 0; count < 11; count += 1) {
      const path = count % 2 === 0 ? "deregister" : "register";
      const answer = await desk.graph("POST", `${NUMBER}/${path}`, {
        messaging_product: "whatsapp",
        pin: "000000",
      });
      codes.push(problemOf(answer).code || 0);
    }
    assert.equal(codes.at(-1), 133016);
  });

  it("says in its health what stands in the way", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changeNumber(DEMO.phoneNumberId, { nameStatus: "PENDING_REVIEW" });
    await desk.meta.control.changeWaba(DEMO.wabaId, { paymentMethod: false });
    const { body } = await desk.graph(
      "GET",
      `${NUMBER}?fields=health_status{can_send_message,entities}`,
    );
    const health = objectAt(body, "health_status") ?? {};
    assert.equal(health["can_send_message"], "LIMITED");
    assert.match(JSON.stringify(health), /payment method/);
  });

  it("has QR codes that are made, changed, listed and deleted", async () => {
    await using desk = await startDesk();
    const made = await desk.graph("POST", `${NUMBER}/message_qrdls`, {
      prefilled_message: "Hi",
      generate_qr_image: "SVG",
    });
    const code = textAt(made.body, "code") ?? "";
    assert.equal(made.body["deep_link_url"], `https://wa.me/message/${code}`);
    await desk.graph("POST", `${NUMBER}/message_qrdls`, { code, prefilled_message: "Hello" });
    const list = await desk.graph("GET", `${NUMBER}/message_qrdls`);
    assert.equal(objectsAt(list.body, "data")[0]?.["prefilled_message"], "Hello");
    assert.deepEqual((await desk.graph("DELETE", `${NUMBER}/message_qrdls/${code}`)).body, {
      success: true,
    });
    assert.equal((await desk.graph("GET", `${NUMBER}/message_qrdls/${code}`)).status, 400);
  });

  it("blocks who wrote within 24 hours, and hears nothing of them", async () => {
    await using desk = await startDesk();
    const users = (phone: string) => ({
      messaging_product: "whatsapp",
      block_users: [{ user: phone }],
    });
    const blocked = await desk.graph("POST", `${NUMBER}/block_users`, users(`+${desk.ana.waId}`));
    assert.equal(objectsAt(objectAt(blocked.body, "block_users") ?? {}, "added_users").length, 1);
    await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, {
      kind: "text",
      body: "hello?",
    });
    await desk.pass();
    assert.equal(desk.receiver.messages().length, 0);
    assert.equal(
      objectsAt((await desk.graph("GET", `${NUMBER}/block_users`)).body, "data").length,
      1,
    );
    await desk.graph("DELETE", `${NUMBER}/block_users`, users(desk.ana.waId));
    const stranger = await desk.graph("POST", `${NUMBER}/block_users`, users("+12015550155"));
    assert.deepEqual([stranger.status, problemOf(stranger).code], [400, 139100]);
  });
});

describe("webhooks go", () => {
  it("to the number's URL before the account's, and that before the app's", async () => {
    await using desk = await startDesk();
    await using forApp = await startReceiver();
    await using forNumber = await startReceiver();
    const subscription = {
      object: "whatsapp_business_account",
      callback_url: forApp.url,
      verify_token: "t",
      fields: '["messages"]',
    };
    assert.equal(
      (await desk.graph("POST", `/${DEMO.appId}/subscriptions`, subscription, APP_TOKEN)).status,
      200,
    );
    const configuration = (url: string) => ({
      webhook_configuration: { override_callback_uri: url, verify_token: "t" },
    });
    const say = async () => {
      await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "x" });
      await desk.pass();
      return [forApp, desk.receiver, forNumber].map((it) => it.messages().length);
    };
    assert.deepEqual(await say(), [0, 1, 0]);
    await desk.graph("POST", NUMBER, configuration(forNumber.url));
    assert.deepEqual(await say(), [0, 1, 1]);
    await desk.graph("POST", NUMBER, configuration(""));
    await desk.graph("POST", `/${DEMO.wabaId}/subscribed_apps`);
    assert.deepEqual(await say(), [1, 1, 1]);
    await desk.graph("DELETE", `/${DEMO.wabaId}/subscribed_apps`);
    assert.deepEqual(await say(), [1, 1, 1]);
    assert.deepEqual((await desk.graph("GET", `/${DEMO.wabaId}/subscribed_apps`)).body, {
      data: [],
    });
  });

  it("only to a URL that passes the handshake", async () => {
    await using desk = await startDesk();
    await using stranger = await startReceiver();
    stranger.verifies = false;
    const override = { override_callback_uri: stranger.url, verify_token: "t" };
    const answer = await desk.graph("POST", `/${DEMO.wabaId}/subscribed_apps`, override);
    assert.equal(problemOf(answer).code, 2200);
    assert.match(problemOf(answer).details, /HTTP Status Code = 403/);
    assert.equal(
      objectsAt((await desk.graph("GET", `/${DEMO.wabaId}/subscribed_apps`)).body, "data")[0]?.[
        "override_callback_uri"
      ],
      desk.receiver.url,
    );
  });
});
