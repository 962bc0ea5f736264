import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt, textAt } from "../../json.ts";
import { graphOf, problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";

const HOUR_MS = 60 * 60 * 1000;
const EXCHANGE = `/oauth/access_token?client_id=${DEMO.appId}&client_secret=${DEMO.appSecret}`;

function exchange(desk: TestDesk, code: string) {
  return desk.graph("GET", `${EXCHANGE}&code=${code}`, undefined, "");
}

describe("an embedded sign-up", () => {
  it("ends with a code, a token for the new account, and a number to be registered", async () => {
    await using desk = await startDesk();
    const { code, message } = await desk.meta.control.finishSignUp({
      businessName: "Lucky Shrub",
      phone: "+1 201 555 0123",
    });
    const token = textAt((await exchange(desk, code)).body, "access_token") ?? "";
    const { waba_id: wabaId, phone_number_id: number, business_id: business } = message.data;
    const call = (method: string, path: string, body?: object) =>
      desk.graph(method, path, body, token);
    assert.equal((await call("POST", `/${wabaId}/subscribed_apps`)).status, 200);
    const pin = { messaging_product: "whatsapp", pin: "123456" };
    assert.equal((await call("POST", `/${number}/register`, pin)).status, 200);
    const { body } = await call("GET", `/${number}?fields=status,code_verification_status`);
    assert.deepEqual([body["status"], body["code_verification_status"]], ["CONNECTED", "VERIFIED"]);
    assert.equal(problemOf(await call("GET", `/${DEMO.wabaId}`)).subcode, 33);
    const owned = await call("GET", `/${business}/owned_whatsapp_business_accounts`);
    assert.deepEqual(
      objectsAt(owned.body, "data").map((it) => it["id"]),
      [wabaId],
    );
    const clients = `/${DEMO.portfolioId}/client_whatsapp_business_accounts?fields=id`;
    assert.deepEqual(
      objectsAt((await desk.graph("GET", clients)).body, "data").map((it) => it["id"]),
      [wabaId],
    );
  });

  it("gives a code that is good once, and for 30 seconds", async () => {
    await using desk = await startDesk();
    const finish = (phone: string) =>
      desk.meta.control.finishSignUp({ businessName: "Shrub", phone });
    const first = await finish("+1 201 555 0123");
    await exchange(desk, first.code);
    assert.equal(problemOf(await exchange(desk, first.code)).subcode, 36009);
    const second = await finish("+1 201 555 0124");
    await desk.pass(31_000);
    assert.equal(problemOf(await exchange(desk, second.code)).subcode, 36007);
    assert.equal(problemOf(await exchange(desk, "nonsense")).subcode, 36008);
  });
});

it("a token can be exchanged for one that lives longer", async () => {
  await using desk = await startDesk();
  const { control } = desk.meta;
  const short = await control.addToken({ kind: "user", expiresInMs: HOUR_MS });
  const path = `${EXCHANGE}&grant_type=fb_exchange_token&fb_exchange_token=${short.token}`;
  const { body } = await desk.graph("GET", path, undefined, "");
  assert.equal(body["expires_in"], 60 * 24 * 60 * 60);
  await desk.pass(HOUR_MS);
  const long = textAt(body, "access_token");
  assert.equal((await desk.graph("GET", `/${DEMO.wabaId}`, undefined, long)).status, 200);
  assert.equal(problemOf(await desk.graph("GET", path, undefined, "")).code, 190);
});

describe("a portfolio", () => {
  it("tells of itself, its accounts, its credit line and its health", async () => {
    await using desk = await startDesk();
    const fields = "id,name,timezone_id,verification_status,health_status";
    const { body } = await desk.graph("GET", `/${DEMO.portfolioId}?fields=${fields}`);
    assert.equal(body["timezone_id"], 1);
    assert.equal(objectAt(body, "health_status")?.["can_send_message"], "AVAILABLE");
    const credits = await desk.graph("GET", `/${DEMO.portfolioId}/extendedcredits`);
    assert.equal(objectsAt(credits.body, "data")[0]?.["legal_entity_name"], DEMO.businessName);
  });

  it("has system users, who get tokens for the accounts they are assigned to", async () => {
    await using desk = await startDesk();
    const edge = `/${DEMO.portfolioId}/system_users`;
    const made = await desk.graph("POST", edge, { name: "Robot", role: "EMPLOYEE" });
    const user = textAt(made.body, "id") ?? "";
    assert.equal(objectsAt((await desk.graph("GET", edge)).body, "data").length, 2);
    const assigned = `/${DEMO.wabaId}/assigned_users`;
    await desk.graph("POST", assigned, { user, tasks: ["MANAGE"] });
    const token = await desk.graph("POST", `/${user}/access_tokens`, {
      business_app: DEMO.appId,
      scope: "whatsapp_business_management",
      set_token_expires_in_60_days: true,
    });
    const text = textAt(token.body, "access_token") ?? "";
    assert.equal((await desk.graph("GET", `/${DEMO.wabaId}`, undefined, text)).status, 200);
    const accounts = await desk.graph("GET", `/${user}/assigned_whatsapp_business_accounts`);
    assert.equal(objectsAt(accounts.body, "data")[0]?.["id"], DEMO.wabaId);
    const { body } = await desk.graph("GET", `${assigned}?business=${DEMO.portfolioId}`);
    assert.deepEqual(body["summary"], { total_count: 2 });
    await desk.graph("DELETE", `${assigned}?user=${user}`);
    assert.equal(objectsAt((await desk.graph("GET", assigned)).body, "data").length, 1);
  });
});

describe("an account", () => {
  it("answers lists inside its fields", async () => {
    await using desk = await startDesk();
    const fields =
      "name,phone_numbers.limit(1){id,health_status{can_send_message}},subscribed_apps";
    const { body } = await desk.graph("GET", `/${DEMO.wabaId}?fields=${fields}`);
    assert.deepEqual(objectsAt(objectAt(body, "phone_numbers") ?? {}, "data"), [
      { id: DEMO.phoneNumberId, health_status: { can_send_message: "AVAILABLE" } },
    ]);
    assert.equal(objectsAt(objectAt(body, "subscribed_apps") ?? {}, "data").length, 1);
    const wrong = await desk.graph("GET", `/${DEMO.wabaId}?fields=phone_numbers{nothing}`);
    assert.match(problemOf(wrong).details, /nonexisting field \(nothing\)/);
  });

  it("keeps a log of what was done to it, and schedules", async () => {
    await using desk = await startDesk();
    const schedule = {
      name: "Hours",
      schedule_type: "BUSINESS_HOURS",
      start_time: "09:00",
      end_time: "17:00",
      days_of_week: ["MONDAY"],
    };
    await desk.graph("POST", `/${DEMO.wabaId}/schedules`, schedule);
    const [kept] = objectsAt((await desk.graph("GET", `/${DEMO.wabaId}/schedules`)).body, "data");
    assert.deepEqual([kept?.["name"], kept?.["status"]], ["Hours", "ACTIVE"]);
    const number = { cc: "1", phone_number: "5550100300", verified_name: "Second Shop" };
    await desk.graph("POST", `/${DEMO.wabaId}/phone_numbers`, number);
    const log = await desk.graph("GET", `/${DEMO.wabaId}/activities`);
    assert.deepEqual(
      objectsAt(log.body, "data").map((it) => it["activity_type"]),
      ["PHONE_NUMBER_ADDED", "WEBHOOK_CONFIGURED"],
    );
    const some = await desk.graph("GET", `/${DEMO.wabaId}/activities?activity_type=USER_ADDED`);
    assert.deepEqual(some.body, { data: [] });
  });
});

it("a message's history tells which webhooks told of it", async () => {
  await using desk = await startDesk();
  const wamid = await desk.send({ text: { body: "hi" } });
  await desk.pass();
  const path = `/${DEMO.phoneNumberId}/message_history?message_id=${encodeURIComponent(wamid)}`;
  const [history] = objectsAt((await desk.graph("GET", path)).body, "data");
  const events = objectsAt(objectAt(history ?? {}, "events") ?? {}, "data");
  assert.deepEqual(
    events.map((it) => [it["delivery_status"], it["webhook_update_state"]]),
    [
      ["SENT", "DELIVERED"],
      ["DELIVERED", "DELIVERED"],
    ],
  );
  const id = textAt(history ?? {}, "id") ?? "";
  const sent = await desk.graph("GET", `/${id}/events?status_filter=SENT`);
  assert.equal(objectsAt(sent.body, "data").length, 1);
});

describe("Graph's hour", () => {
  it("has 200 calls for an account without a registered number, and ends", async () => {
    await using desk = await startDesk();
    const waba = await desk.meta.control.addWaba({ name: "Empty" });
    const graph = graphOf(desk.meta.url);
    for (let count = 0; count < 199; count += 1) await graph("GET", `/${waba.id}`);
    const last = await graph("GET", `/${waba.id}`);
    assert.equal(JSON.parse(last.headers.get("x-app-usage") ?? "{}").call_count, 100);
    await desk.pass(10 * 60_000);
    const over = await graph("GET", `/${waba.id}`);
    assert.deepEqual([over.status, problemOf(over).code], [400, 80007]);
    const usage = JSON.parse(over.headers.get("x-business-use-case-usage") ?? "{}");
    assert.equal(usage[waba.id][0].estimated_time_to_regain_access, 50);
    assert.equal((await graph("GET", `/${DEMO.wabaId}`)).status, 200);
    await desk.pass(HOUR_MS);
    assert.equal((await graph("GET", `/${waba.id}`)).status, 200);
  });

  it("has no calls of a future that the clock was moved back from", async () => {
    await using desk = await startDesk();
    const waba = await desk.meta.control.addWaba({ name: "Empty" });
    const graph = graphOf(desk.meta.url);
    for (let count = 0; count < 201; count += 1) await graph("GET", `/${waba.id}`);
    assert.equal((await graph("GET", `/${waba.id}`)).status, 400);
    const { now } = (await desk.meta.control.world()).clock;
    const before = new Date(Date.parse(now) - 24 * HOUR_MS).toISOString();
    await desk.meta.control.moveClock({ now: before });
    const usage = (await graph("GET", `/${waba.id}`)).headers.get("x-app-usage") ?? "{}";
    assert.equal(JSON.parse(usage).call_count, 0);
  });

  it("does not count messages, and can be switched off", async () => {
    await using desk = await startDesk({ settings: { graphLimits: false } });
    const sent = await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      text: { body: "hi" },
    });
    assert.equal(sent.headers.get("x-business-use-case-usage"), null);
    const waba = await desk.meta.control.addWaba({ name: "Empty" });
    for (let count = 0; count < 205; count += 1) {
      assert.equal((await desk.graph("GET", `/${waba.id}`)).status, 200);
    }
  });
});

it("speaks the versions of Graph, and knows no others", async () => {
  await using desk = await startDesk();
  const version = async (path: string) => {
    const answer = await desk.graph("GET", `${path}/${DEMO.wabaId}`);
    return [answer.status, answer.headers.get("facebook-api-version")];
  };
  assert.deepEqual(await version("/v20.0"), [200, "v20.0"]);
  assert.deepEqual(await version(""), [200, "v26.0"]);
  assert.deepEqual(await version("/v12.0"), [200, "v20.0"]);
  const unknown = await desk.graph("GET", `/v99.0/${DEMO.wabaId}`);
  assert.deepEqual([unknown.status, problemOf(unknown).code], [400, 2500]);
  assert.equal(problemOf(unknown).details, `Unknown path components: /${DEMO.wabaId}`);
});
