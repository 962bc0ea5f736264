import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt } from "../../json.ts";
import { type Answer, problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";
import {
  createTemplate,
  newsOf,
  notice,
  sendTemplate,
  TEMPLATES_PATH,
} from "../../testing/template-desk.ts";

const OFFER = { name: "offer", category: "MARKETING" };
const PATH = `/v26.0/${DEMO.phoneNumberId}/marketing_messages`;

const send = (desk: TestDesk, name = "offer") =>
  sendTemplate(desk, name, undefined, "marketing_messages");

describe("marketing_messages", () => {
  it("sends marketing templates, in a category of their own", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, OFFER);
    const answer = await send(desk);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(objectsAt(answer.body, "messages")[0]?.["message_status"], "accepted");
    await desk.pass();
    const sent = desk.receiver.statuses().find((it) => it["status"] === "sent") ?? {};
    assert.equal(objectAt(sent, "pricing")?.["category"], "marketing_lite");
  });

  it("takes nothing but marketing templates", async () => {
    await using desk = await startDesk();
    await createTemplate(desk);
    assert.equal(problemOf(await send(desk, "order_ready")).code, 134100);
    assert.equal(problemOf(await send(desk, "nothing")).code, 132001);
    const words = { messaging_product: "whatsapp", to: desk.ana.waId, text: { body: "Hello" } };
    assert.equal(problemOf(await desk.graph("POST", PATH, words)).code, 131055);
    const policy = { ...words, type: "template", product_policy: "ANY" };
    assert.equal(problemOf(await desk.graph("POST", PATH, policy)).code, 100);
  });

  it("does not know a template that is being synced, or cannot be sent", async () => {
    await using desk = await startDesk({ settings: { templateSyncMs: 600_000 } });
    const id = await createTemplate(desk, OFFER);
    assert.equal(problemOf(await send(desk)).code, 134101);
    await desk.pass(600_000);
    assert.equal((await send(desk)).status, 200);
    await desk.meta.control.decideTemplate(id, { decision: "archive" });
    const answer = await send(desk);
    assert.deepEqual([problemOf(answer).code, answer.status], [134102, 500]);
  });

  it("falls back to plain sending for an account without the terms, unless it must not", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, OFFER);
    await desk.meta.control.changeMarketing(DEMO.wabaId, "ELIGIBLE");
    const field = "marketing_messages_onboarding_status";
    const read = await desk.graph("GET", `/${DEMO.wabaId}?fields=${field}`);
    assert.equal(read.body[field], "ELIGIBLE");
    const template = { name: "offer", language: { code: "en_US" } };
    const strict = {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      type: "template",
      template,
      product_policy: "STRICT",
    };
    assert.equal(problemOf(await desk.graph("POST", PATH, strict)).code, 134103);
    assert.equal((await send(desk)).status, 200);
    await desk.pass();
    const sent = desk.receiver.statuses().find((it) => it["status"] === "sent") ?? {};
    assert.equal(objectAt(sent, "pricing")?.["category"], "marketing");
    await desk.meta.control.changeMarketing(DEMO.wabaId, "ONBOARDED");
    await desk.pass();
    assert.equal(newsOf(desk, "account_update")[0]?.["event"], "MM_LITE_TERMS_SIGNED");
  });

  it("is the only way for a template with the most that it may cost", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, { ...OFFER, bid_spec: { bid_amount: 4 } });
    assert.equal(problemOf(await sendTemplate(desk, "offer")).code, 131061);
    assert.equal((await send(desk)).status, 200);
  });

  it("charges no more than the template's bid, and says what it charged", async () => {
    await using desk = await startDesk();
    // A thousand deliveries for 1,000 cents: a cent each, where the card says more.
    const bid = { bid_amount: 1000, bid_strategy: "LOWEST_COST_WITH_BID_CAP" };
    await createTemplate(desk, { ...OFFER, bid_spec: bid });
    const costOf = async (multiplier?: number) => {
      const spec = { bid_spec: { per_message_bid_multiplier: multiplier } };
      const template = { name: "offer", language: { code: "en_US" } };
      const to = desk.ana.waId;
      const body = { messaging_product: "whatsapp", to, type: "template", template };
      const whole = multiplier === undefined ? body : { ...body, ...spec };
      const answer = await desk.graph("POST", PATH, whole);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      desk.receiver.received.length = 0;
      await desk.pass();
      const told = desk.receiver.statuses().find((it) => it["status"] === "delivered") ?? {};
      return objectAt(objectAt(told, "pricing") ?? {}, "cost");
    };
    assert.deepEqual(await costOf(), { amount: 0.01, currency: "USD" });
    assert.deepEqual(await costOf(1.5), { amount: 0.015, currency: "USD" });
    assert.deepEqual(await costOf(100), { amount: 0.025, currency: "USD" });
    const { totals } = await desk.meta.control.bill({});
    assert.equal(totals[0]?.amountMicros, 50_000);
  });

  it("takes a bid for marketing only, and another one for a template that has one", async () => {
    await using desk = await startDesk();
    const plain = await createTemplate(desk, { ...OFFER, name: "plain" });
    const id = await createTemplate(desk, {
      ...OFFER,
      bid_spec: { bid_amount: 4000 },
      components: [{ type: "BODY", text: "Come and see our boots today." }],
    });
    const create = (given: object) =>
      desk.graph("POST", TEMPLATES_PATH, notice({ name: "other", ...given }));
    const details = async (answer: Promise<Answer>) => problemOf(await answer).details;
    assert.match(
      await details(create({ bid_spec: { bid_amount: 4 } })),
      /MARKETING templates only/,
    );
    const category = "MARKETING";
    for (const amount of [0, -1, 1.5]) {
      const refused = create({ category, bid_spec: { bid_amount: amount } });
      assert.match(await details(refused), /positive integer/);
    }
    const strategy = { bid_amount: 4, bid_strategy: "COST_CAP" };
    assert.match(await details(create({ category, bid_spec: strategy })), /LOWEST_COST_WITH/);
    const change = (template: string, amount: number) =>
      desk.graph("POST", `/${template}`, { bid_spec: { bid_amount: amount } });
    assert.match(await details(change(plain, 5)), /created without it/);
    for (let amount = 1; amount <= 100; amount++) {
      assert.equal((await change(id, amount)).status, 200);
    }
    assert.equal(problemOf(await change(id, 101)).subcode, 2388039);
    const { body } = await desk.graph("GET", `/${id}?fields=bid_spec,status`);
    assert.deepEqual(body["bid_spec"], {
      bid_strategy: "LOWEST_COST_WITH_BID_CAP",
      bid_amount: 100,
    });
    assert.equal(body["status"], "APPROVED");
    await desk.pass(60 * 60 * 1000);
    assert.equal((await change(id, 101)).status, 200);
    await desk.meta.control.changeMarketing(DEMO.wabaId, "ELIGIBLE");
    assert.match(await details(send(desk)), /testing legal agreement/);
  });
});
