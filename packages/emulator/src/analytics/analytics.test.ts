import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { type JsonObject, objectAt, objectsAt } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";

const DAY = 24 * 60 * 60;
const BRAZIL = "+55 11 98765 4321";
const text = { type: "text", text: { body: "Good morning" } };
const offer = {
  type: "template",
  template: { name: "spring_offer", language: { code: "en_US" } },
};

/** A desk with a marketing template that has two buttons, and its id. */
async function startShop(settings = {}): Promise<TestDesk & { readonly templateId: string }> {
  const desk = await startDesk({ settings: { reviewDelayMs: 0, ...settings } });
  const made = await desk.graph("POST", `/${DEMO.wabaId}/message_templates`, {
    name: "spring_offer",
    language: "en_US",
    category: "MARKETING",
    components: [
      { type: "BODY", text: "Everything is cheaper this week: come and see our sale." },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Tell me more" },
          { type: "URL", text: "Open the shop", url: "https://shop.example" },
        ],
      },
    ],
  });
  await desk.pass();
  return { ...desk, templateId: String(made.body["id"]) };
}

/** From yesterday until tomorrow, in seconds. */
async function around(desk: TestDesk): Promise<string> {
  const now = Math.floor(Date.parse((await desk.meta.control.clock()).now) / 1000);
  return `start(${now - DAY}).end(${now + DAY})`;
}

async function ask(desk: TestDesk, name: string, filters: string): Promise<JsonObject> {
  const fields = encodeURIComponent(`${name}.${await around(desk)}${filters}`);
  const { status, body } = await desk.graph("GET", `/v26.0/${DEMO.wabaId}?fields=${fields}`);
  assert.equal(status, 200, JSON.stringify(body));
  return objectAt(body, name) ?? {};
}

function pointsOf(analytics: JsonObject): readonly JsonObject[] {
  return objectsAt(objectsAt(analytics, "data")[0] ?? {}, "data_points").map(
    ({ start: _start, end: _end, ...point }) => point,
  );
}

async function sendTo(desk: TestDesk, to: string, message: JsonObject): Promise<void> {
  const body = { messaging_product: "whatsapp", to, ...message };
  await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, body);
  await desk.pass();
}

describe("analytics", () => {
  it("count what was sent and what arrived, by day of the account", async () => {
    await using desk = await startShop();
    const ben = await desk.meta.control.addPerson({ name: "Ben", phone: BRAZIL, online: false });
    await sendTo(desk, desk.ana.waId, text);
    await sendTo(desk, ben.waId, offer);
    const all = await ask(
      desk,
      "analytics",
      ".granularity(DAY).phone_numbers([]).country_codes([])",
    );
    assert.deepEqual(all["phone_numbers"], [DEMO.phone]);
    assert.deepEqual(all["country_codes"], ["BR", "US"]);
    const [day] = objectsAt(all, "data_points");
    assert.deepEqual([day?.["sent"], day?.["delivered"]], [2, 1]);
    assert.equal(Number(day?.["end"]) - Number(day?.["start"]), DAY);
    const templates = await ask(desk, "analytics", ".granularity(HALF_HOUR).product_types([0])");
    const [slot] = objectsAt(templates, "data_points");
    assert.deepEqual([slot?.["sent"], slot?.["delivered"]], [1, 0]);
    assert.equal(Number(slot?.["start"]) % 1800, 0);
  });

  it("refuse what Meta refuses", async () => {
    await using desk = await startShop();
    const refused = async (query: string) =>
      problemOf(await desk.graph("GET", `/${DEMO.wabaId}?fields=${encodeURIComponent(query)}`));
    const range = await around(desk);
    const mixed = await refused(`analytics.${range}.granularity(DAY).product_types([0,103])`);
    assert.deepEqual([mixed.code, mixed.subcode], [100, 2388077]);
    assert.match((await refused("analytics.granularity(DAY)")).details, /start is required/);
    const unknown = await refused(`pricing_analytics.${range}.granularity(YEARLY)`);
    assert.match(unknown.details, /HALF_HOUR, DAILY, MONTHLY/);
    const dimension = await refused(
      `pricing_analytics.${range}.granularity(DAILY).dimensions(MOOD)`,
    );
    assert.match(dimension.details, /dimensions\[\] must be one of/);
  });
});

describe("pricing_analytics", () => {
  it("adds up the bill by category, type, country and tier, as a field and as an edge", async () => {
    await using desk = await startShop();
    const bia = await desk.meta.control.addPerson({ name: "Bia", phone: BRAZIL });
    await sendTo(desk, desk.ana.waId, text);
    await sendTo(desk, bia.waId, offer);
    await sendTo(desk, bia.waId, {
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    });
    const filters =
      ".granularity(DAILY).dimensions(PRICING_CATEGORY,PRICING_TYPE,TIER,COUNTRY).country_codes([BR,US])";
    const expected = [
      {
        country: "BR",
        tier: "0:MAX",
        pricing_type: "REGULAR",
        pricing_category: "MARKETING",
        volume: 1,
        cost: 0.0625,
      },
      {
        country: "BR",
        tier: "0:250000",
        pricing_type: "REGULAR",
        pricing_category: "UTILITY",
        volume: 1,
        cost: 0.0068,
      },
      {
        country: "US",
        pricing_type: "FREE_CUSTOMER_SERVICE",
        pricing_category: "SERVICE",
        volume: 1,
        cost: 0,
      },
    ];
    assert.deepEqual(pointsOf(await ask(desk, "pricing_analytics", filters)), expected);
    const [, start, end] = /start\((\d+)\)\.end\((\d+)\)/.exec(await around(desk)) ?? [];
    const edge = await desk.graph(
      "GET",
      `/${DEMO.wabaId}/pricing_analytics?start=${start}&end=${end}&granularity=MONTHLY&metric_types=["VOLUME"]`,
    );
    assert.deepEqual(pointsOf(edge.body), [{ volume: 3 }]);
  });
});

describe("conversation_analytics", () => {
  it("counts the conversations that were opened while those were charged", async () => {
    await using desk = await startShop({ tariff: "2023" });
    await sendTo(desk, desk.ana.waId, text);
    await sendTo(desk, desk.ana.waId, text);
    await sendTo(desk, desk.ana.waId, offer);
    const filters =
      '.granularity(MONTHLY).dimensions(["CONVERSATION_CATEGORY","CONVERSATION_TYPE","COUNTRY","PHONE"])';
    const phone_number = DEMO.phone;
    assert.deepEqual(pointsOf(await ask(desk, "conversation_analytics", filters)), [
      {
        conversation: 1,
        phone_number,
        country: "US",
        conversation_type: "REGULAR",
        conversation_category: "MARKETING",
        cost: 0.025,
      },
      {
        conversation: 1,
        phone_number,
        country: "US",
        conversation_type: "FREE_TIER",
        conversation_category: "SERVICE",
        cost: 0,
      },
    ]);
    const free = ".granularity(DAILY).conversation_types([FREE_TIER]).metric_types([CONVERSATION])";
    assert.deepEqual(pointsOf(await ask(desk, "conversation_analytics", free)), [
      { conversation: 1 },
    ]);
  });
});

describe("template_analytics", () => {
  it("have to be confirmed, and cannot be switched off again", async () => {
    await using desk = await startShop();
    const { templateId } = desk;
    const edge = `/${DEMO.wabaId}/template_analytics?start=2026-11-01&end=2026-11-30&granularity=daily&template_ids=[${templateId}]`;
    assert.equal(problemOf(await desk.graph("GET", edge)).code, 200007);
    const confirm = await desk.graph("POST", `/${DEMO.wabaId}?is_enabled_for_insights=true`);
    assert.deepEqual(confirm.body, { id: DEMO.wabaId });
    const off = await desk.graph("POST", `/${DEMO.wabaId}?is_enabled_for_insights=false`);
    assert.equal(problemOf(off).code, 200006);
    assert.equal((await desk.graph("GET", edge)).status, 200);
  });

  it("do not exist for an account with a number of the European Union", async () => {
    await using desk = await startDesk();
    await desk.meta.control.addNumber({ phone: "+49 151 1234 5678", verifiedName: "Laden" });
    const confirm = await desk.graph("POST", `/${DEMO.wabaId}?is_enabled_for_insights=true`);
    assert.equal(problemOf(confirm).code, 200005);
  });

  it("tell what became of a template since then: sent, read, tapped and paid", async () => {
    await using desk = await startShop();
    const { templateId } = desk;
    await sendTo(desk, desk.ana.waId, offer);
    await desk.meta.control.read(desk.ana.id, DEMO.phoneNumberId);
    await desk.pass(60 * 60 * 1000);
    await desk.graph("POST", `/${DEMO.wabaId}?is_enabled_for_insights=true`);
    await desk.pass(60 * 60 * 1000);
    const { control } = desk.meta;
    const wamid = await desk.send(offer);
    await desk.pass();
    await control.open(desk.ana.id, DEMO.phoneNumberId);
    await control.tap(desk.ana.id, wamid, { title: "Open the shop" });
    await control.tap(desk.ana.id, wamid, { title: "Open the shop" });
    await control.tap(desk.ana.id, wamid, { title: "Tell me more" });
    await desk.pass();
    const filters = `.granularity(DAILY).template_ids([${templateId}])`;
    const points = pointsOf(await ask(desk, "template_analytics", filters));
    assert.deepEqual(points, [
      {
        template_id: templateId,
        sent: 1,
        delivered: 1,
        read: 1,
        clicked: [
          { type: "quick_reply_button", button_content: "Tell me more", count: 1 },
          { type: "unique_url_button", button_content: "Open the shop", count: 1 },
          { type: "url_button", button_content: "Open the shop", count: 2 },
        ],
        cost: [
          { type: "amount_spent", value: 0.025 },
          { type: "cost_per_delivered", value: 0.025 },
          { type: "cost_per_url_button_click", value: 0.0125 },
        ],
      },
    ]);
    const edge = `/${DEMO.wabaId}/template_performance_metrics`;
    const { body } = await desk.graph("GET", `${edge}?name=spring_offer`);
    const [{ clicked, ...performance } = {}, ...others] = objectsAt(body, "data");
    assert.deepEqual([others, Array.isArray(clicked) && clicked.length], [[], 3]);
    assert.deepEqual(performance, {
      template_id: templateId,
      name: "spring_offer",
      language: "en_US",
      sent: 1,
      delivered: 1,
      read: 1,
    });
    const all = await desk.graph("GET", edge);
    assert.ok(objectsAt(all.body, "data").length > 1);
    const none = await desk.graph("GET", `${edge}?template_id=1627000000000000`);
    assert.deepEqual(none.body, { data: [] });
  });
});

it("calls and groups have nothing to tell, and say so in Meta's form", async () => {
  await using desk = await startDesk();
  for (const name of ["call_analytics", "group_analytics"]) {
    assert.deepEqual(await ask(desk, name, ".granularity(DAILY)"), { data: [{ data_points: [] }] });
  }
});
