import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt } from "../../json.ts";
import { problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";
import { createTemplate, newsOf, sendTemplate } from "../../testing/template-desk.ts";

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
});
