import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt, objectsAt, textAt } from "../json.ts";
import { startDesk } from "../testing/desk.ts";
import { heard, TEXT, valuesOf } from "../testing/heard.ts";
import { createTemplate, sendTemplate } from "../testing/template-desk.ts";
import type { AccountHappening } from "../wire/happenings.ts";

const { phoneNumberId, wabaId } = DEMO;
const businessId = "200000000000001";
const FROM = "2026-12-01T00:00:00Z";

/** What happens to an account, and the event that `account_update` then has. */
const UPDATES: readonly (readonly [AccountHappening, string])[] = [
  [
    { happens: "violation", violation: "ADULT", remediation: TEXT, phoneNumberId },
    "ACCOUNT_VIOLATION",
  ],
  [
    { happens: "restriction", restrictions: ["RESTRICTED_ADD_PHONE_NUMBER_ACTION"], forMs: 1000 },
    "ACCOUNT_RESTRICTION",
  ],
  [{ happens: "ban", state: "SCHEDULE_FOR_DISABLE", on: FROM }, "DISABLED_UPDATE"],
  [{ happens: "ad-account-linked" }, "AD_ACCOUNT_LINKED"],
  [{ happens: "marketing-terms-signed" }, "MM_LITE_TERMS_SIGNED"],
  [{ happens: "country-changed", country: "IN" }, "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE"],
  [
    { happens: "authentication-price", from: FROM, exceptions: [{ country: "ID", from: FROM }] },
    "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
  ],
  [
    { happens: "partner-added", businessId, solutionId: "300001", partnerBusinessIds: ["400001"] },
    "PARTNER_ADDED",
  ],
  [{ happens: "partner-removed", businessId }, "PARTNER_REMOVED"],
  [{ happens: "partner-app-installed", businessId, appId: "500001" }, "PARTNER_APP_INSTALLED"],
  [{ happens: "partner-app-uninstalled", businessId, appId: "500001" }, "PARTNER_APP_UNINSTALLED"],
  [
    { happens: "certification", businessId, status: "FAILED", reasons: [TEXT] },
    "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
  ],
  [{ happens: "offboarded" }, "ACCOUNT_OFFBOARDED"],
  [{ happens: "reconnected" }, "ACCOUNT_RECONNECTED"],
  [{ happens: "deleted" }, "ACCOUNT_DELETED"],
];

describe("what happens to an account", () => {
  it("is told in account_update, each event in its shape", async () => {
    await using desk = await startDesk();
    for (const [happening, event] of UPDATES) {
      await desk.meta.control.happenToWaba(wabaId, happening);
      const values = valuesOf(await heard(desk), "account_update");
      assert.deepEqual(
        values.map((it) => it["event"]),
        [event],
      );
    }
    const [waba] = (await desk.meta.control.world()).wabas;
    assert.deepEqual([waba?.country, waba?.restricted], ["IN", true]);
  });

  it("locks it while it is disabled or restricted, and no longer", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const isLocked = async () => (await control.world()).wabas[0]?.restricted;
    await control.happenToWaba(wabaId, { happens: "ban", state: "DISABLE" });
    assert.equal(await isLocked(), true);
    const [told] = valuesOf(await heard(desk), "account_update");
    assert.equal(objectAt(told ?? {}, "ban_info")?.["waba_ban_state"], "DISABLE");
    const body = { messaging_product: "whatsapp", to: desk.ana.waId, text: { body: "x" } };
    const refused = await desk.graph("POST", `/${phoneNumberId}/messages`, body);
    assert.equal(objectAt(refused.body, "error")?.["code"], 131031);
    await control.happenToWaba(wabaId, { happens: "ban", state: "REINSTATE" });
    assert.equal(await isLocked(), false);
    await control.happenToWaba(wabaId, {
      happens: "restriction",
      restrictions: ["RESTRICTED_BIZ_INITIATED_MESSAGING"],
      forMs: 60_000,
    });
    const start = { name: "hello_world", language: { code: "en_US" } };
    const template = { ...body, text: undefined, type: "template", template: start };
    const send = () => desk.graph("POST", `/${phoneNumberId}/messages`, template);
    assert.equal(objectAt((await send()).body, "error")?.["code"], 368);
    await desk.pass(60_000);
    assert.equal((await send()).status, 200);
  });

  it("is told in fields of their own: alerts, reviews, partners, payments", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.happenToWaba(wabaId, {
      happens: "alert",
      alert: "PROFILE_PICTURE_LOST",
      description: TEXT,
      phoneNumberId,
    });
    await control.happenToWaba(wabaId, {
      happens: "alert",
      alert: "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
      severity: "INFORMATIONAL",
      description: TEXT,
    });
    await control.changeWaba(wabaId, { accountReviewStatus: "PENDING" });
    await control.changeWaba(wabaId, { accountReviewStatus: "APPROVED" });
    await control.happenToWaba(wabaId, {
      happens: "solution",
      event: "SOLUTION_CREATED",
      solutionId: "300001",
      status: "INITIATED",
    });
    await control.happenToWaba(wabaId, {
      happens: "payment-configuration",
      name: TEXT,
      provider: TEXT,
      merchantId: TEXT,
      status: "Active",
    });
    assert.deepEqual(
      (await heard(desk)).map((it) => it.field),
      [
        "account_alerts",
        "account_alerts",
        "account_review_update",
        "account_review_update",
        "partner_solutions",
        "payment_configuration_update",
      ],
    );
  });
});

describe("what happens to a number", () => {
  it("is told when it begins, grows, and changes its limits", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const added = await control.addNumber({
      phone: "+1 555 010 0300",
      verifiedName: TEXT,
      connected: false,
    });
    await control.changeNumber(added.id, { status: "CONNECTED" });
    await control.changeNumber(phoneNumberId, { messagingLimit: "TIER_10K" });
    const all = await heard(desk);
    const [begun] = valuesOf(all, "phone_number_quality_update");
    assert.deepEqual(
      [begun?.["event"], begun?.["display_phone_number"]],
      ["ONBOARDING", added.waId],
    );
    const [capability] = valuesOf(all, "business_capability_update");
    assert.equal(capability?.["max_daily_conversations_per_business"], 10_000);
  });

  it("is told when its PIN changes or is reset", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.graph("POST", `/${phoneNumberId}`, { pin: "123456" });
    await control.happenToNumber(phoneNumberId, { happens: "pin-reset-requested" });
    await control.happenToNumber(phoneNumberId, { happens: "pin-reset-done" });
    const events = valuesOf(await heard(desk), "security").map((it) => it["event"]);
    assert.deepEqual(events, ["PIN_CHANGED", "PIN_RESET_REQUEST", "PIN_REQUEST_SUCCESS"]);
  });

  it("is told when it has a name, a badge, a user name or other settings", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await desk.graph("POST", `/${phoneNumberId}?new_display_name=Lucky%20Shrub`);
    await desk.graph("POST", `/${phoneNumberId}/username`, { username: "galka.demo" });
    await desk.graph("DELETE", `/${phoneNumberId}/username`);
    await call(desk.meta.url, `/numbers/${phoneNumberId}/badge-decision`, { decision: "reject" });
    await desk.graph("POST", `/${phoneNumberId}/settings`, { calling: { status: "ENABLED" } });
    const all = await heard(desk, 60_000);
    assert.deepEqual(all.map((it) => it.field).toSorted(), [
      "account_alerts",
      "account_settings_update",
      "business_username_update",
      "business_username_update",
      "phone_number_name_update",
    ]);
    assert.equal((await control.numbers()).data[0]?.verifiedName, "Lucky Shrub");
  });
});

describe("what happens to templates and in chats", () => {
  it("is told in the fields of templates", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const created = await desk.graph("POST", `/${wabaId}/message_templates`, {
      name: "come",
      language: "en_US",
      category: "UTILITY",
      components: [{ type: "BODY", text: `Your order is ready. ${TEXT} All is well.` }],
    });
    const id = textAt(created.body, "id") ?? "";
    const first = await heard(desk, 10_000);
    assert.equal(valuesOf(first, "message_template_status_update")[0]?.["event"], "APPROVED");
    for (const decision of ["pause", "unpause", "disable"] as const) {
      await control.decideTemplate(id, { decision });
    }
    await control.decideTemplate(id, { decision: "recategorize", category: "MARKETING" });
    const rest = await heard(desk, 60_000);
    assert.ok(valuesOf(rest, "message_template_status_update").length >= 3);
    assert.ok(valuesOf(rest, "template_category_update").length >= 1);
  });

  it("is told when what a notice says turns out to promote", async () => {
    await using desk = await startDesk();
    const body = { type: "BODY", text: "News of your order: {{1}}. All is well." };
    const id = await createTemplate(desk, {
      name: "news",
      components: [{ ...body, example: { body_text: [["it is packed"]] } }],
    });
    await heard(desk, 10_000);
    const send = async (text: string) => {
      const parameters = [{ type: "text", text }];
      assert.equal((await sendTemplate(desk, "news", [{ type: "body", parameters }])).status, 200);
      return heard(desk);
    };
    const field = "template_correct_category_detection";
    assert.deepEqual(valuesOf(await send("it is on its way"), field), []);
    const all = await send(`Buy now, 20% off! ${TEXT}`);
    const [found] = valuesOf(all, field);
    assert.deepEqual(
      [found?.["message_template_id"], found?.["category"], found?.["correct_category"]],
      [Number(id), "UTILITY", "MARKETING"],
    );
    assert.equal(valuesOf(all, "template_category_update")[0]?.["correct_category"], "MARKETING");
    assert.deepEqual(valuesOf(await send("Buy now, 20% off!"), field), []);
  });

  it("is told when a template is edited and when its quality changes", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const components = [
      { type: "HEADER", format: "TEXT", text: "Order" },
      { type: "BODY", text: `Your order is ready. ${TEXT} All is well.` },
      { type: "FOOTER", text: TEXT },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "See you" }] },
    ];
    const created = await desk.graph("POST", `/${wabaId}/message_templates`, {
      name: "come",
      language: "en_US",
      category: "UTILITY",
      components: components.slice(1, 2),
    });
    const id = textAt(created.body, "id") ?? "";
    await heard(desk, 10_000);
    assert.equal((await desk.graph("POST", `/${id}`, { components })).status, 200);
    await control.decideTemplate(id, { decision: "approve" });
    await control.decideTemplate(id, { decision: "quality", score: "YELLOW" });
    const all = await heard(desk, 10_000);
    const [edited] = valuesOf(all, "message_template_components_update");
    assert.equal(edited?.["message_template_footer"], TEXT);
    const [quality] = valuesOf(all, "message_template_quality_update");
    assert.equal(quality?.["new_quality_score"], "YELLOW");
  });

  it("is told when a flow is published and deprecated", async () => {
    await using desk = await startDesk();
    const footer = {
      type: "Footer",
      label: "Done",
      "on-click-action": { name: "complete", payload: {} },
    };
    const heading = { type: "TextHeading", text: TEXT };
    const layout = { type: "SingleColumnLayout", children: [heading, footer] };
    const screens = [{ id: "HELLO", title: "Hello", terminal: true, layout }];
    const created = await desk.graph("POST", `/${wabaId}/flows`, {
      name: TEXT,
      categories: ["OTHER"],
      flow_json: JSON.stringify({ version: "7.0", screens }),
    });
    const id = textAt(created.body, "id") ?? "";
    await desk.graph("POST", `/${id}/publish`);
    await desk.graph("POST", `/${id}/deprecate`);
    const values = valuesOf(await heard(desk), "flows");
    assert.deepEqual(
      values.map((it) => [it["old_status"], it["new_status"]]),
      [
        ["DRAFT", "PUBLISHED"],
        ["PUBLISHED", "DEPRECATED"],
      ],
    );
  });

  it("is told when a flow's endpoint does badly, and when it does well again", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const created = await desk.graph("POST", `/${wabaId}/flows`, {
      name: TEXT,
      categories: ["OTHER"],
    });
    const id = textAt(created.body, "id") ?? "";
    await control.recordFlowRequests(id, { count: 80 });
    await control.recordFlowRequests(id, { count: 20, outcome: "timeout_error", latencyMs: 9_000 });
    await control.recordFlowRequests(id, { count: 20, outcome: "client_error" });
    await control.recordFlowRequests(id, { count: 5_000 });
    const values = valuesOf(await heard(desk), "flows");
    const alerts = [
      "ENDPOINT_ERROR_RATE",
      "ENDPOINT_LATENCY",
      "ENDPOINT_AVAILABILITY",
      "CLIENT_ERROR_RATE",
    ];
    assert.deepEqual(
      values.map((it) => `${String(it["event"])} ${String(it["alert_state"])}`).sort(),
      alerts.flatMap((it) => [`${it} ACTIVATED`, `${it} DEACTIVATED`]).sort(),
    );
  });

  it("is told when a person stops marketing messages and wants them again", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.stopMarketing(desk.ana.id, phoneNumberId);
    await control.resumeMarketing(desk.ana.id, phoneNumberId);
    const told = valuesOf(await heard(desk), "user_preferences").flatMap((it) =>
      objectsAt(it, "user_preferences"),
    );
    assert.deepEqual(
      told.map((it) => it["value"]),
      ["stop", "resume"],
    );
  });

  it("is told when Meta makes out a lead or a purchase", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const { id } = await control.write(desk.ana.id, phoneNumberId, { kind: "text", body: TEXT });
    await control.makeOut(desk.ana.id, id, { event: "lead", clickId: "Aff-n8" });
    await control.makeOut(desk.ana.id, id, { event: "purchase", currency: "USD", price: 25 });
    const events = valuesOf(await heard(desk), "automatic_events").flatMap((it) =>
      objectsAt(it, "automatic_events"),
    );
    assert.deepEqual(
      events.map((it) => [it["event_name"], it["ctwa_clid"], it["custom_data"]]),
      [
        ["LeadSubmitted", "Aff-n8", undefined],
        ["Purchase", undefined, { currency: "USD", value: 25_000 }],
      ],
    );
  });
});

async function call(url: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/_emulator${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, await answer.text());
}
