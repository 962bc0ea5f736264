import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CloudApi } from "./cloud-api.ts";
import { fakeGraph } from "./testing/fake-graph.ts";
import type { Answer, Arrived } from "./testing/fake-graph.ts";

const SUCCESS = { json: { success: true } };
const OVERRIDE = { override_callback_uri: "https://example.com/hook", verify_token: "fake" };

type Expected = Partial<Pick<Arrived, "method" | "path" | "query" | "json">>;

describe("a method of the client asks Meta for exactly this", () => {
  check("messages.markRead", (api) => api.messages.markRead("2", "wamid.1"), SUCCESS, {
    method: "POST",
    path: "/v26.0/2/messages",
    json: { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" },
  });
  check(
    "messages.markRead with typing",
    (api) => api.messages.markRead("2", "wamid.1", { typing: true }),
    SUCCESS,
    {
      json: {
        messaging_product: "whatsapp",
        status: "read",
        message_id: "wamid.1",
        typing_indicator: { type: "text" },
      },
    },
  );
  check(
    "analytics.pricing",
    (api) =>
      api.analytics.pricing("5", {
        start: 1,
        end: 2,
        granularity: "DAILY",
        dimensions: ["COUNTRY", "PRICING_TYPE"],
      }),
    { json: { pricing_analytics: { data: [{ data_points: [{ start: 1, end: 2 }] }] }, id: "5" } },
    {
      method: "GET",
      path: "/v26.0/5",
      query: {
        fields:
          'pricing_analytics.start(1).end(2).granularity(DAILY).phone_numbers([]).dimensions(["COUNTRY","PRICING_TYPE"])',
      },
    },
  );
  check("media.delete", (api) => api.media.delete("3"), SUCCESS, {
    method: "DELETE",
    path: "/v26.0/3",
  });
  check(
    "media.describe",
    (api) => api.media.describe("3", { phoneNumberId: "2" }),
    {
      json: {
        id: "3",
        url: "https://lookaside.fbsbx.com/x",
        mime_type: "image/png",
        sha256: "ab",
        file_size: "12",
      },
    },
    { method: "GET", path: "/v26.0/3", query: { phone_number_id: "2" } },
  );
  check(
    "uploads.create",
    (api) => api.uploads.create("9", { fileName: "a.png", fileLength: 4, fileType: "image/png" }),
    { json: { id: "upload:abc" } },
    {
      method: "POST",
      path: "/v26.0/9/uploads",
      query: { file_name: "a.png", file_length: "4", file_type: "image/png" },
    },
  );
  check(
    "uploads.progress",
    (api) => api.uploads.progress("upload:MTphZGQ=?sig=ARfake"),
    { json: { id: "upload:x", file_offset: 3 } },
    { method: "GET", path: "/v26.0/upload:MTphZGQ=", query: { sig: "ARfake" } },
  );
  check(
    "templates.list",
    (api) =>
      api.templates.list("1", {
        status: "APPROVED",
        nameOrContent: "order",
        fields: ["id", "name"],
        summary: ["total_count"],
        limit: 5,
        after: "c",
      }),
    { json: { data: [{ id: "7", name: "order_ready" }], summary: { total_count: 1 } } },
    {
      method: "GET",
      path: "/v26.0/1/message_templates",
      query: {
        status: "APPROVED",
        name_or_content: "order",
        fields: "id,name",
        summary: "total_count",
        limit: "5",
        after: "c",
      },
    },
  );
  check(
    "templates.get",
    (api) => api.templates.get("7", { fields: ["id"] }),
    { json: { id: "7" } },
    { method: "GET", path: "/v26.0/7", query: { fields: "id" } },
  );
  check(
    "templates.create",
    (api) => api.templates.create("1", { name: "a", language: "ru", category: "utility" }),
    { json: { id: "7", status: "PENDING", category: "UTILITY" } },
    {
      method: "POST",
      path: "/v26.0/1/message_templates",
      json: { name: "a", language: "ru", category: "utility" },
    },
  );
  check("templates.edit", (api) => api.templates.edit("7", { category: "MARKETING" }), SUCCESS, {
    method: "POST",
    path: "/v26.0/7",
    json: { category: "MARKETING" },
  });
  check(
    "templates.delete of one language",
    (api) => api.templates.delete("1", { name: "a", id: "7" }),
    SUCCESS,
    { method: "DELETE", path: "/v26.0/1/message_templates", query: { name: "a", hsm_id: "7" } },
  );
  check(
    "templates.delete of every language",
    (api) => api.templates.delete("1", { name: "a" }),
    SUCCESS,
    {
      query: { name: "a" },
    },
  );
  check(
    "phoneNumbers.list",
    (api) => api.phoneNumbers.list("1", { fields: ["id", "status"] }),
    { json: { data: [{ id: "2", status: "CONNECTED" }] } },
    { method: "GET", path: "/v26.0/1/phone_numbers", query: { fields: "id,status" } },
  );
  check(
    "phoneNumbers.get",
    (api) => api.phoneNumbers.get("2", { fields: ["status"] }),
    { json: { id: "2" } },
    {
      method: "GET",
      path: "/v26.0/2",
      query: { fields: "status" },
    },
  );
  check(
    "phoneNumbers.requestCode",
    (api) => api.phoneNumbers.requestCode("2", { method: "SMS", language: "en_US" }),
    SUCCESS,
    {
      method: "POST",
      path: "/v26.0/2/request_code",
      query: { code_method: "SMS", language: "en_US" },
    },
  );
  check("phoneNumbers.verifyCode", (api) => api.phoneNumbers.verifyCode("2", "123456"), SUCCESS, {
    method: "POST",
    path: "/v26.0/2/verify_code",
    query: { code: "123456" },
  });
  check(
    "phoneNumbers.register",
    (api) => api.phoneNumbers.register("2", { pin: "000000", dataLocalizationRegion: "DE" }),
    SUCCESS,
    {
      method: "POST",
      path: "/v26.0/2/register",
      json: { messaging_product: "whatsapp", pin: "000000", data_localization_region: "DE" },
    },
  );
  check("phoneNumbers.deregister", (api) => api.phoneNumbers.deregister("2"), SUCCESS, {
    method: "POST",
    path: "/v26.0/2/deregister",
  });
  check("phoneNumbers.setPin", (api) => api.phoneNumbers.setPin("2", "000000"), SUCCESS, {
    method: "POST",
    path: "/v26.0/2",
    json: { pin: "000000" },
  });
  check(
    "profile.get",
    (api) => api.profile.get("2"),
    { json: { data: [{ about: "Tea" }] } },
    {
      method: "GET",
      path: "/v26.0/2/whatsapp_business_profile",
      query: { fields: "about,address,description,email,profile_picture_url,websites,vertical" },
    },
  );
  check("profile.update", (api) => api.profile.update("2", { about: "Tea" }), SUCCESS, {
    method: "POST",
    path: "/v26.0/2/whatsapp_business_profile",
    json: { messaging_product: "whatsapp", about: "Tea" },
  });
  check(
    "blockList.list",
    (api) => api.blockList.list("2", { limit: 3 }),
    { json: { data: [] } },
    {
      method: "GET",
      path: "/v26.0/2/block_users",
      query: { limit: "3" },
    },
  );
  check(
    "blockList.block",
    (api) => api.blockList.block("2", ["15550100101"]),
    { json: { block_users: {} } },
    {
      method: "POST",
      path: "/v26.0/2/block_users",
      json: { messaging_product: "whatsapp", block_users: [{ user: "15550100101" }] },
    },
  );
  check(
    "blockList.unblock",
    (api) => api.blockList.unblock("2", ["15550100101"]),
    { json: { block_users: {} } },
    {
      method: "DELETE",
      json: { messaging_product: "whatsapp", block_users: [{ user: "15550100101" }] },
    },
  );
  check(
    "subscriptions.list",
    (api) => api.subscriptions.list("1"),
    { json: { data: [{}] } },
    {
      method: "GET",
      path: "/v26.0/1/subscribed_apps",
    },
  );
  check("subscriptions.subscribe", (api) => api.subscriptions.subscribe("1"), SUCCESS, {
    method: "POST",
    path: "/v26.0/1/subscribed_apps",
    json: null,
  });
  check(
    "subscriptions.subscribe elsewhere",
    (api) => api.subscriptions.subscribe("1", OVERRIDE),
    SUCCESS,
    {
      json: OVERRIDE,
    },
  );
  check("subscriptions.unsubscribe", (api) => api.subscriptions.unsubscribe("1"), SUCCESS, {
    method: "DELETE",
    path: "/v26.0/1/subscribed_apps",
  });
  check(
    "subscriptions.overrideForNumber",
    (api) => api.subscriptions.overrideForNumber("2", OVERRIDE),
    SUCCESS,
    { method: "POST", path: "/v26.0/2", json: { webhook_configuration: OVERRIDE } },
  );
  check(
    "subscriptions.overrideForNumber taken away",
    (api) => api.subscriptions.overrideForNumber("2", null),
    SUCCESS,
    { json: { webhook_configuration: { override_callback_uri: "" } } },
  );
  check(
    "subscriptions.listForApp",
    (api) => api.subscriptions.listForApp("9"),
    { json: { data: [{ object: "whatsapp_business_account" }] } },
    { method: "GET", path: "/v26.0/9/subscriptions" },
  );
  check(
    "subscriptions.subscribeApp",
    (api) =>
      api.subscriptions.subscribeApp("9", {
        callbackUrl: "https://example.com/hook",
        verifyToken: "fake",
        fields: ["messages", "account_update"],
      }),
    SUCCESS,
    {
      method: "POST",
      path: "/v26.0/9/subscriptions",
      json: {
        object: "whatsapp_business_account",
        callback_url: "https://example.com/hook",
        verify_token: "fake",
        fields: "messages,account_update",
        include_values: true,
      },
    },
  );
  check(
    "qrCodes.create",
    (api) => api.qrCodes.create("2", { prefilledMessage: "Hi", image: "SVG" }),
    { json: { code: "A", prefilled_message: "Hi" } },
    {
      method: "POST",
      path: "/v26.0/2/message_qrdls",
      json: { prefilled_message: "Hi", generate_qr_image: "SVG" },
    },
  );
  check(
    "qrCodes.update",
    (api) => api.qrCodes.update("2", { code: "A", prefilledMessage: "Ho" }),
    { json: { code: "A", prefilled_message: "Ho" } },
    {
      method: "POST",
      path: "/v26.0/2/message_qrdls",
      json: { code: "A", prefilled_message: "Ho" },
    },
  );
  check(
    "qrCodes.list",
    (api) => api.qrCodes.list("2"),
    { json: { data: [{ code: "A" }] } },
    {
      method: "GET",
      path: "/v26.0/2/message_qrdls",
    },
  );
  check(
    "qrCodes.get",
    (api) => api.qrCodes.get("2", "A"),
    { json: { data: [{ code: "A" }] } },
    {
      method: "GET",
      path: "/v26.0/2/message_qrdls/A",
    },
  );
  check("qrCodes.delete", (api) => api.qrCodes.delete("2", "A"), SUCCESS, {
    method: "DELETE",
    path: "/v26.0/2/message_qrdls/A",
  });
  check(
    "accounts.get",
    (api) => api.accounts.get("1", { fields: ["name", "currency"] }),
    { json: { id: "1" } },
    {
      method: "GET",
      path: "/v26.0/1",
      query: { fields: "name,currency" },
    },
  );
  check(
    "accounts.health",
    (api) => api.accounts.health("2"),
    { json: { id: "2", health_status: { can_send_message: "AVAILABLE" } } },
    { method: "GET", path: "/v26.0/2", query: { fields: "health_status" } },
  );
  check(
    "accounts.debugToken",
    (api) => api.accounts.debugToken("another-fake"),
    { json: { data: { is_valid: true } } },
    { method: "GET", path: "/v26.0/debug_token", query: { input_token: "another-fake" } },
  );

  function check(
    name: string,
    ask: (api: CloudApi) => Promise<unknown>,
    answer: Answer,
    expected: Expected,
  ) {
    it(name, async () => {
      await using graph = await fakeGraph(answer);
      await ask(graph.api());
      const [one] = graph.arrived;
      assert.ok(one);
      assert.equal(graph.arrived.length, 1);
      assert.equal(one.headers.authorization, "Bearer fake-token");
      for (const [part, value] of Object.entries(expected)) {
        assert.deepEqual(Reflect.get(one, part), value, part);
      }
    });
  }
});

describe("what a method gives back", () => {
  it("is the profile, without the list around it", async () => {
    await using graph = await fakeGraph({ json: { data: [{ about: "Tea", vertical: "RETAIL" }] } });
    assert.deepEqual(await graph.api().profile.get("2"), { about: "Tea", vertical: "RETAIL" });
  });

  it("names those who could not be blocked, though Meta answers with an error", async () => {
    const block_users = {
      added_users: [{ input: "1", wa_id: "1" }],
      failed_users: [{ input: "2", errors: [{ code: 139100, message: "no" }] }],
    };
    await using graph = await fakeGraph({
      status: 400,
      json: { block_users, error: { message: "some failed", code: 139100 } },
    });
    const result = await graph.api().blockList.block("2", ["1", "2"]);
    assert.equal(result.block_users.failed_users?.[0]?.input, "2");
  });

  it("is every item of every page, each page asked for once", async () => {
    const next = "https://graph.facebook.com/next";
    await using graph = await fakeGraph(
      { json: { data: [{ id: "1" }, { id: "2" }], paging: { cursors: { after: "b" }, next } } },
      { json: { data: [{ id: "3" }], paging: { cursors: { after: "c" } } } },
    );
    const ids: string[] = [];
    for await (const template of graph.api().templates.all("1", { limit: 2 }))
      ids.push(template.id);
    assert.deepEqual(ids, ["1", "2", "3"]);
    assert.deepEqual(
      graph.arrived.map((one) => one.query["after"]),
      [undefined, "b"],
    );
  });

  it("ends when Meta names the same page again", async () => {
    const paging = { cursors: { after: "b" }, next: "https://graph.facebook.com/next" };
    await using graph = await fakeGraph({ json: { data: [{ id: "1" }], paging } });
    const ids: string[] = [];
    for await (const { id } of graph.api().phoneNumbers.all("1")) ids.push(id);
    assert.deepEqual(ids, ["1", "1"]);
  });
});
