import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { type JsonObject, objectAt, textAt } from "../json.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";
import type { TariffChoice } from "../wire/bill.ts";

const HOUR = 60 * 60 * 1000;
const text = { type: "text", text: { body: "Good morning" } };
const template = (name: string) => ({
  type: "template",
  template: { name, language: { code: "en_US" } },
});

/** A desk with an approved marketing template, under a tariff. */
async function startShop(tariff: TariffChoice, freeServiceMessages = 1000): Promise<TestDesk> {
  const desk = await startDesk({ settings: { tariff, freeServiceMessages, reviewDelayMs: 0 } });
  await desk.graph("POST", `/${DEMO.wabaId}/message_templates`, {
    name: "big_sale",
    language: "en_US",
    category: "MARKETING",
    components: [{ type: "BODY", text: "Everything is cheaper this week: come and see our sale." }],
  });
  await desk.pass();
  return desk;
}

/** The price blocks of the statuses of one message. */
function priceOf(desk: TestDesk, wamid: string) {
  return desk.receiver
    .statuses()
    .filter((it) => it["id"] === wamid)
    .map((it) => ({
      status: it["status"],
      pricing: it["pricing"],
      conversation: objectAt(it, "conversation"),
    }));
}

async function sendAndPrice(desk: TestDesk, message: JsonObject) {
  const wamid = await desk.send(message);
  await desk.pass();
  return priceOf(desk, wamid);
}

describe("the price in a status", () => {
  it("is that of a message since 2025-07, in sent and in the first of delivered and read", async () => {
    await using desk = await startShop("by-date");
    await desk.meta.control.open(desk.ana.id, DEMO.phoneNumberId);
    const pricing = {
      billable: true,
      pricing_model: "PMP",
      type: "regular",
      category: "marketing",
    };
    assert.deepEqual(await sendAndPrice(desk, template("big_sale")), [
      { status: "sent", pricing, conversation: undefined },
      { status: "delivered", pricing, conversation: undefined },
      { status: "read", pricing: undefined, conversation: undefined },
    ]);
  });

  it("charges service since 2026-10 once the number's free messages are used", async () => {
    await using desk = await startShop("2026-10", 1);
    const [, first] = await sendAndPrice(desk, text);
    const [, second] = await sendAndPrice(desk, text);
    assert.deepEqual(first?.pricing, {
      billable: false,
      pricing_model: "PMP",
      type: "free_customer_service",
      category: "service",
    });
    assert.deepEqual(second?.pricing, {
      billable: true,
      pricing_model: "PMP",
      type: "regular",
      category: "service",
    });
  });

  it("makes utility inside the window free from 2025-07 until 2026-10", async () => {
    for (const [tariff, type] of [
      ["2025-07", "free_customer_service"],
      ["2026-10", "regular"],
    ] as const) {
      await using desk = await startShop(tariff);
      const [, delivered] = await sendAndPrice(desk, template("hello_world"));
      assert.equal(objectAt(delivered ?? {}, "pricing")?.["type"], type);
    }
  });

  it("is that of a conversation in 2023, whose end only sent tells", async () => {
    await using desk = await startShop("2023");
    const [sent, delivered] = await sendAndPrice(desk, template("big_sale"));
    const pricing = { billable: true, pricing_model: "CBP", category: "marketing" };
    assert.deepEqual([sent?.pricing, delivered?.pricing], [pricing, pricing]);
    assert.deepEqual(objectAt(sent?.conversation ?? {}, "origin"), { type: "marketing" });
    assert.match(textAt(sent?.conversation ?? {}, "expiration_timestamp") ?? "", /^\d{10}$/);
    assert.deepEqual(Object.keys(delivered?.conversation ?? {}), ["id", "origin"]);
    const [, inside] = await sendAndPrice(desk, text);
    assert.equal(inside?.conversation?.["id"], delivered?.conversation?.["id"]);
  });

  it("tells who began the conversation in 2022", async () => {
    await using desk = await startShop("2022");
    const [, answer] = await sendAndPrice(desk, text);
    assert.deepEqual(objectAt(answer?.conversation ?? {}, "origin"), { type: "user_initiated" });
    await desk.pass(25 * HOUR);
    const [, notice] = await sendAndPrice(desk, template("hello_world"));
    assert.deepEqual(notice?.pricing, {
      billable: true,
      pricing_model: "CBP",
      category: "business_initiated",
    });
  });

  it("has no conversation and no category in 2018", async () => {
    await using desk = await startShop("2018");
    const [, delivered] = await sendAndPrice(desk, template("hello_world"));
    assert.deepEqual(delivered?.pricing, { billable: true, pricing_model: "NBP" });
    assert.equal(delivered?.conversation, undefined);
  });

  it("is nothing for 72 hours after an answer to somebody an advertisement led here", async () => {
    await using desk = await startShop("by-date");
    const hello = { kind: "text", body: "I saw your advertisement" } as const;
    await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, hello, { referral: {} });
    await desk.pass();
    const [answered] = await sendAndPrice(desk, text);
    assert.equal(objectAt(answered ?? {}, "pricing")?.["type"], "free_entry_point");
    await desk.pass(71 * HOUR);
    const [sent, delivered] = await sendAndPrice(desk, template("big_sale"));
    assert.deepEqual(delivered?.pricing, {
      billable: false,
      pricing_model: "PMP",
      type: "free_entry_point",
      category: "referral_conversion",
    });
    assert.deepEqual(Object.keys(sent?.conversation ?? {}), [
      "id",
      "expiration_timestamp",
      "origin",
    ]);
    await desk.pass(HOUR);
    const [, late] = await sendAndPrice(desk, template("big_sale"));
    assert.equal(objectAt(late ?? {}, "pricing")?.["type"], "regular");
  });

  it("is not there for what fails, and for reactions", async () => {
    await using desk = await startShop("by-date");
    const [, delivered] = await sendAndPrice(desk, text);
    assert.ok(delivered);
    const { data } = await desk.meta.control.billLines();
    const wamid = data[0]?.wamid ?? "";
    const reaction = { type: "reaction", reaction: { message_id: wamid, emoji: "👍" } };
    await sendAndPrice(desk, reaction);
    await desk.pass(25 * HOUR);
    const [failed] = await sendAndPrice(desk, text);
    assert.deepEqual([failed?.status, failed?.pricing], ["failed", undefined]);
    assert.equal((await desk.meta.control.bill()).totals[0]?.messageCount, 1);
  });
});
