import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { request } from "node:http";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { type JsonObject, objectAt, objectsAt, textAt } from "../../json.ts";
import { problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";

const NUMBER = `/v26.0/${DEMO.phoneNumberId}`;
const DAY_MS = 24 * 60 * 60 * 1000;

async function addNumber(desk: TestDesk, name = "Second Shop"): Promise<string> {
  const number = { cc: "1", phone_number: "5550100300", verified_name: name };
  const added = await desk.graph("POST", `/${DEMO.wabaId}/phone_numbers`, number);
  return textAt(added.body, "id") ?? "";
}

async function codeOf(desk: TestDesk, id: string): Promise<string | null | undefined> {
  const { data } = await desk.meta.control.numbers();
  return data.find((it) => it.id === id)?.verificationCode;
}

function webhooks(desk: TestDesk, field: string): readonly JsonObject[] {
  return desk.receiver.values().filter((it) => it["field"] === field);
}

describe("a verification code", () => {
  it("is wrong, then too often wrong, then too old", async () => {
    await using desk = await startDesk();
    const id = await addNumber(desk);
    const ask = () => desk.graph("POST", `/${id}/request_code?code_method=VOICE&language=en_US`);
    const verify = async (code: string) =>
      problemOf(await desk.graph("POST", `/${id}/verify_code`, { code })).details;
    assert.match(await verify("123456"), /No code was requested/);
    await ask();
    for (let count = 0; count < 5; count += 1) assert.match(await verify("000000"), /not match/);
    assert.match(await verify((await codeOf(desk, id)) ?? ""), /Too many wrong codes/);
    await ask();
    await desk.pass(10 * 60_000);
    assert.match(await verify((await codeOf(desk, id)) ?? ""), /expired/);
  });

  it("is not sent for ever, nor to a number that is verified", async () => {
    await using desk = await startDesk();
    const id = await addNumber(desk);
    const ask = (path: string) =>
      desk.graph("POST", `${path}/request_code`, { code_method: "SMS", locale: "en_US" });
    for (let count = 0; count < 5; count += 1) assert.equal((await ask(`/${id}`)).status, 200);
    const sixth = problemOf(await ask(`/${id}`));
    assert.equal(sixth.code, 136024);
    assert.match(sixth.details, /in 60 minutes/);
    assert.equal(problemOf(await ask(NUMBER)).code, 136024);
  });

  it("reaches a landline only by voice", async () => {
    await using desk = await startDesk();
    const id = await addNumber(desk);
    await desk.meta.control.changeLine(id, { line: "landline" });
    const ask = (method: string) =>
      desk.graph("POST", `/${id}/request_code`, { code_method: method, language: "en_US" });
    assert.match(problemOf(await ask("SMS")).details, /landline/);
    assert.equal((await ask("VOICE")).status, 200);
    const { body } = await desk.graph("POST", `/${id}/verify_code`, {
      code: await codeOf(desk, id),
    });
    assert.deepEqual(body, { success: true, id });
  });
});

describe("the PIN", () => {
  it("cannot be guessed: it slows down, then locks, until it is set anew", async () => {
    await using desk = await startDesk();
    const register = async (pin: string) =>
      problemOf(
        await desk.graph("POST", `${NUMBER}/register`, { messaging_product: "whatsapp", pin }),
      ).code;
    assert.deepEqual([await register("111111"), await register("222222")], [133005, 133005]);
    assert.equal(await register("333333"), 133009);
    for (const pin of ["333333", "444444", "555555"]) {
      await desk.pass(5000);
      assert.equal(await register(pin), 133005);
    }
    await desk.pass(60_000);
    assert.equal(await register("000000"), 133008);
    await desk.graph("POST", NUMBER, { pin: "987654" });
    assert.ok(Number.isNaN(await register("987654")));
    await desk.pass(3000);
    const [changed] = webhooks(desk, "security");
    assert.equal(changed?.["event"], "PIN_CHANGED");
  });
});

describe("a display name", () => {
  it("is reviewed, and only then becomes the number's name", async () => {
    await using desk = await startDesk();
    await desk.graph("POST", `${NUMBER}?new_display_name=Lucky%20Shrub`);
    const fields = "?fields=verified_name,name_status,new_display_name,new_name_status";
    const before = (await desk.graph("GET", NUMBER + fields)).body;
    assert.deepEqual(
      [before["verified_name"], before["new_display_name"], before["new_name_status"]],
      [DEMO.businessName, "Lucky Shrub", "PENDING_REVIEW"],
    );
    await desk.pass(3000);
    const after = (await desk.graph("GET", NUMBER + fields)).body;
    assert.deepEqual([after["verified_name"], after["new_name_status"]], ["Lucky Shrub", "NONE"]);
    const [told] = webhooks(desk, "phone_number_name_update");
    assert.equal(told?.["decision"], "APPROVED");
    assert.equal(told?.["requested_verified_name"], "Lucky Shrub");
  });

  it("that is not allowed is turned down with its reason", async () => {
    await using desk = await startDesk();
    const id = await addNumber(desk, "WhatsApp Support");
    await desk.pass(3000);
    const { body } = await desk.graph("GET", `/${id}?fields=name_status,health_status`);
    assert.equal(body["name_status"], "DECLINED");
    const [told] = webhooks(desk, "phone_number_name_update");
    assert.equal(told?.["rejection_reason"], "NAME_NOT_CONSISTENT");
  });

  it("waits for a person when there is no reviewer", async () => {
    await using desk = await startDesk({ settings: { reviewer: false } });
    await desk.graph("POST", NUMBER, { new_display_name: "Lucky Shrub" });
    await desk.pass(DAY_MS);
    assert.equal(webhooks(desk, "phone_number_name_update").length, 0);
    await desk.meta.control.decideName(DEMO.phoneNumberId, {
      decision: "reject",
      reason: "NAME_ENDCLIENT_NOTRELATED",
    });
    const { body } = await desk.graph("GET", `${NUMBER}?fields=new_name_status,verified_name`);
    assert.deepEqual(
      [body["new_name_status"], body["verified_name"]],
      ["DECLINED", DEMO.businessName],
    );
  });
});

describe("the badge of an official account", () => {
  const application = {
    business_website_url: "https://shrub.example",
    primary_country_of_operation: "US",
    supporting_links: [1, 2, 3, 4, 5].map((it) => `https://news.example/${it}`),
  };

  it("is applied for, reviewed and announced", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/official_business_account`;
    assert.equal((await desk.graph("GET", edge)).body["oba_status"], "NOT_STARTED");
    const few = { ...application, supporting_links: ["https://news.example"] };
    assert.match(problemOf(await desk.graph("POST", edge, few)).details, /5 to 10 links/);
    assert.equal((await desk.graph("POST", edge, application)).status, 200);
    assert.equal((await desk.graph("GET", edge)).body["oba_status"], "PENDING");
    assert.equal((await desk.graph("POST", edge, application)).status, 400);
    await desk.pass(3000);
    const { body } = await desk.graph("GET", `${NUMBER}?fields=is_official_business_account`);
    assert.equal(body["is_official_business_account"], true);
    const [alert] = webhooks(desk, "account_alerts");
    assert.equal(objectAt(alert ?? {}, "alert_info")?.["alert_type"], "OBA_APPROVED");
  });

  it("is refused by hand", async () => {
    await using desk = await startDesk({ settings: { reviewer: false } });
    await desk.graph("POST", `${NUMBER}/official_business_account`, application);
    await desk.meta.control.decideBadge(DEMO.phoneNumberId, { decision: "reject" });
    const { body } = await desk.graph("GET", `${NUMBER}?fields=official_business_account`);
    assert.deepEqual(body["official_business_account"], { oba_status: "REJECTED" });
  });
});

describe("a username", () => {
  it("is suggested, claimed, refused to others, moved and given up", async () => {
    await using desk = await startDesk();
    const id = await addNumber(desk);
    const { body } = await desk.graph("GET", `${NUMBER}/username_suggestions`);
    assert.deepEqual(objectsAt(body, "data")[0]?.["username_suggestions"], [
      "galkademo",
      "galka_demo",
      "galka.demo",
      "galkademo_official",
    ]);
    const claim = (path: string, more = {}) =>
      desk.graph("POST", `${path}/username`, { username: "galka.demo", ...more });
    assert.deepEqual((await claim(NUMBER)).body, { status: "approved" });
    assert.equal(problemOf(await claim(`/${id}`)).code, 147001);
    assert.deepEqual((await claim(`/${id}`, { transfer_action: "force_transfer" })).body, {
      status: "reserved",
    });
    assert.deepEqual((await desk.graph("GET", `${NUMBER}/username`)).body, {});
    assert.deepEqual((await desk.graph("DELETE", `/${id}/username`)).body, { success: true });
    await desk.pass(3000);
    assert.deepEqual(
      webhooks(desk, "business_username_update").map((it) => it["status"]),
      ["approved", "reserved", "deleted"],
    );
  });

  it("of a person cannot be taken, nor one that is not allowed", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { username: "ana" });
    const claim = async (username: string) =>
      problemOf(await desk.graph("POST", `${NUMBER}/username`, { username })).code;
    assert.deepEqual(
      [await claim("ana"), await claim("ana.com"), await claim("A")],
      [147001, 100, 100],
    );
  });
});

describe("a number keeps", () => {
  it("its catalog settings", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/whatsapp_commerce_settings`;
    await desk.graph("POST", `${edge}?is_cart_enabled=true`);
    const [settings] = objectsAt((await desk.graph("GET", edge)).body, "data");
    assert.deepEqual(
      [settings?.["is_cart_enabled"], settings?.["is_catalog_visible"]],
      [true, false],
    );
    assert.equal((await desk.graph("POST", `${edge}?is_cart_enabled=maybe`)).status, 400);
  });

  it("its welcome message, prompts and commands", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/conversational_automation`;
    const commands = [{ command_name: "help", command_description: "Get help" }];
    await desk.graph("POST", edge, { enable_welcome_message: true, prompts: ["Hours?"], commands });
    const { body } = await desk.graph("GET", `${NUMBER}?fields=conversational_automation`);
    assert.deepEqual(body["conversational_automation"], {
      enable_welcome_message: true,
      prompts: ["Hours?"],
      commands,
      id: DEMO.phoneNumberId,
    });
    const prompts = ["1", "2", "3", "4", "5"];
    assert.match(problemOf(await desk.graph("POST", edge, { prompts })).details, /at most 4/);
    const long = { prompts: ["x".repeat(81)] };
    assert.match(problemOf(await desk.graph("POST", edge, long)).details, /80 characters/);
    const spaced = { commands: [{ command_name: "a b", command_description: "c" }] };
    assert.equal((await desk.graph("POST", edge, spaced)).status, 400);
  });

  it("what Indian law wants to know", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/business_compliance_info`;
    assert.deepEqual((await desk.graph("GET", edge)).body, { data: [] });
    const info = {
      messaging_product: "whatsapp",
      entity_name: "Lucky Shrub",
      entity_type: "PARTNERSHIP",
      is_registered: true,
      grievance_officer_details: { name: "Asha", email: "a@shrub.example", mobile_number: "+911" },
      customer_care_details: { email: "b@shrub.example", landline_number: "+912" },
    };
    assert.equal((await desk.graph("POST", edge, info)).status, 200);
    const [saved] = objectsAt((await desk.graph("GET", edge)).body, "data");
    assert.deepEqual({ ...saved }, { whatsapp_business_account_id: DEMO.wabaId, ...info });
    const silent = { ...info, customer_care_details: { email: "b@shrub.example" } };
    assert.match(problemOf(await desk.graph("POST", edge, silent)).details, /mobile_number/);
  });

  it("a key for flows, which has to be signed anew after a registration", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/whatsapp_business_encryption`;
    const status = async () =>
      objectsAt((await desk.graph("GET", edge)).body, "data")[0]?.[
        "business_public_key_signature_status"
      ];
    const pem = (bits: number) =>
      generateKeyPairSync("rsa", { modulusLength: bits })
        .publicKey.export({ type: "spki", format: "pem" })
        .toString();
    assert.equal(await status(), undefined);
    for (const key of ["nonsense", pem(1024)]) {
      const answer = await desk.graph("POST", edge, { business_public_key: key });
      assert.match(problemOf(answer).details, /2048-bit RSA/);
    }
    await desk.graph("POST", edge, { business_public_key: pem(2048) });
    assert.equal(await status(), "VALID");
    await desk.graph("POST", `${NUMBER}/deregister`);
    await desk.graph("POST", `${NUMBER}/register`, {
      messaging_product: "whatsapp",
      pin: "000000",
    });
    assert.equal(await status(), "MISMATCH");
  });

  it("its settings, of which those not given stay", async () => {
    await using desk = await startDesk();
    const edge = `${NUMBER}/settings`;
    const calling = { status: "ENABLED", call_icon_visibility: "DISABLE_ALL" };
    await desk.graph("POST", edge, { calling });
    await desk.graph("POST", edge, { user_identity_change: { enable_identity_key_check: true } });
    const storage = { status: "IN_COUNTRY_STORAGE_ENABLED", data_localization_region: "CH" };
    await desk.graph("POST", edge, { storage_configuration: storage });
    assert.deepEqual((await desk.graph("GET", edge)).body, {
      calling,
      user_identity_change: { enable_identity_key_check: true },
      payload_encryption: { status: "DISABLED" },
      storage_configuration: storage,
    });
    await desk.pass(3000);
    assert.equal(webhooks(desk, "account_settings_update").length, 1);
    assert.equal((await desk.graph("POST", edge, {})).status, 400);
    const nowhere = { storage_configuration: { ...storage, data_localization_region: "FR" } };
    assert.match(problemOf(await desk.graph("POST", edge, nowhere)).details, /must be one of/);
    const hours = { status: "ENABLED", timezone_id: "Mars/Base", weekly_operating_hours: [] };
    const wrong = { calling: { call_hours: hours } };
    assert.match(problemOf(await desk.graph("POST", edge, wrong)).details, /time zone/);
  });
});

it("lists the numbers that fit a filter, also one in single quotes", async () => {
  await using desk = await startDesk();
  await addNumber(desk);
  const list = async (filter: string) => {
    const path = `/${DEMO.wabaId}/phone_numbers?fields=id&filtering=${encodeURIComponent(filter)}`;
    return objectsAt((await desk.graph("GET", path)).body, "data").length;
  };
  assert.equal(await list("[{'field':'account_mode','operator':'EQUAL','value':'SANDBOX'}]"), 0);
  assert.equal(await list('[{"field":"status","operator":"IN","value":["CONNECTED"]}]'), 1);
});

it("has no calling, no groups and no coexistence", async () => {
  await using desk = await startDesk();
  const code = async (method: string, path: string, body?: object) =>
    problemOf(await desk.graph(method, `${NUMBER}/${path}`, body)).code;
  assert.equal(await code("POST", "calls", {}), 138000);
  await desk.graph("POST", `${NUMBER}/settings`, { calling: { status: "ENABLED" } });
  assert.equal(await code("POST", "calls", {}), 138013);
  assert.equal(await code("GET", "groups"), 131215);
  assert.equal(await code("POST", "smb_app_data", { sync_type: "history" }), 2593108);
});

describe("a number that was deleted", () => {
  it("is told by its error, and can be registered anew after five minutes", async () => {
    await using desk = await startDesk();
    const first = await addNumber(desk);
    await desk.meta.control.removeNumber(first);
    const gone = problemOf(await desk.graph("GET", `/${first}`));
    assert.deepEqual(
      [gone.code, gone.details],
      [33, "The business phone number has been deleted."],
    );
    const again = await addNumber(desk);
    await desk.graph("POST", `/${again}/request_code?code_method=SMS&language=en`);
    await desk.graph("POST", `/${again}/verify_code`, { code: await codeOf(desk, again) });
    const register = () =>
      desk.graph("POST", `/${again}/register`, { messaging_product: "whatsapp", pin: "123456" });
    assert.equal(problemOf(await register()).code, 133015);
    await desk.pass(5 * 60_000);
    assert.equal((await register()).status, 200);
  });
});

it("a portfolio at its beginning has room for two numbers", async () => {
  await using desk = await startDesk();
  await desk.meta.control.changeNumber(DEMO.phoneNumberId, { messagingLimit: "TIER_250" });
  assert.notEqual(await addNumber(desk), "");
  const third = { cc: "1", phone_number: "5550100301", verified_name: "Third Shop" };
  const answer = await desk.graph("POST", `/${DEMO.wabaId}/phone_numbers`, third);
  assert.match(JSON.stringify(answer.body), /more than 2 phone numbers/);
});

it("is reached over any path and host that a client may use", async () => {
  await using desk = await startDesk();
  const url = new URL(desk.meta.url);
  for (const path of [`/${DEMO.phoneNumberId}/`, `/v20.0/${DEMO.phoneNumberId}`, NUMBER]) {
    const status = await new Promise((resolve, reject) => {
      request(
        {
          host: url.hostname,
          port: url.port,
          path,
          headers: { host: "graph.facebook.com", authorization: `Bearer ${DEMO.accessToken}` },
        },
        (answer) => resolve(answer.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    assert.equal(status, 200, path);
  }
});
