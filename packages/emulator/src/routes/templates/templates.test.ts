import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt, textAt } from "../../json.ts";
import { problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";

const PATH = `/v26.0/${DEMO.wabaId}/message_templates`;
const DAY = 24 * 60 * 60 * 1000;
const notice = (
  name: string,
  text = "Your order {{1}} is ready at our desk.",
  category = "UTILITY",
) => ({
  name,
  language: "en_US",
  category,
  components: [
    { type: "body", text, ...(text.includes("{{1}}") ? { example: { body_text: [["12"]] } } : {}) },
  ],
});

async function create(desk: TestDesk, template: object): Promise<string> {
  const answer = await desk.graph("POST", PATH, template);
  const id = textAt(answer.body, "id");
  assert.ok(id, JSON.stringify(answer.body));
  return id;
}

const news = (desk: TestDesk, field: string) =>
  desk.receiver.values().filter((it) => it["field"] === field);

describe("a template", () => {
  it("is pending, then approved by the reviewer, with a webhook", async () => {
    await using desk = await startDesk();
    const id = await create(desk, notice("order_ready"));
    assert.equal((await desk.graph("GET", `/${id}?fields=status`)).body["status"], "PENDING");
    await desk.pass(2000);
    await desk.pass();
    assert.equal((await desk.graph("GET", `/${id}?fields=status`)).body["status"], "APPROVED");
    const [update] = news(desk, "message_template_status_update");
    assert.deepEqual(
      [update?.["event"], update?.["message_template_id"], update?.["message_template_language"]],
      ["APPROVED", Number(id), "en-US"],
    );
    assert.ok(
      typeof objectsAt(desk.receiver.received[0]?.json ?? {}, "entry")[0]?.["time"] === "number",
    );
  });

  it("is rejected with the reason, and can be edited and approved then", async () => {
    await using desk = await startDesk();
    const id = await create(desk, notice("threat", "Pay or we threaten legal action against you."));
    await desk.pass(3000);
    const { body } = await desk.graph("GET", `/${id}?fields=status,rejected_reason`);
    assert.deepEqual([body["status"], body["rejected_reason"]], ["REJECTED", "ABUSIVE_CONTENT"]);
    const [update] = news(desk, "message_template_status_update");
    assert.equal(update?.["reason"], "ABUSIVE_CONTENT");
    assert.equal(update && "rejection_info" in update, false);

    const edit = { components: [{ type: "BODY", text: "Please pay your bill by Monday." }] };
    assert.deepEqual((await desk.graph("POST", `/${id}`, edit)).body, { success: true });
    await desk.pass(3000);
    assert.equal((await desk.graph("GET", `/${id}?fields=status`)).body["status"], "APPROVED");
  });

  it("is moved to marketing when it promotes", async () => {
    await using desk = await startDesk();
    const id = await create(desk, notice("offer", "Only today 20% off of everything we have!"));
    await desk.pass(3000);
    const { body } = await desk.graph("GET", `/${id}?fields=category,previous_category`);
    assert.deepEqual([body["category"], body["previous_category"]], ["MARKETING", "UTILITY"]);
    assert.equal(news(desk, "template_category_update")[0]?.["new_category"], "MARKETING");
  });

  it("waits for the desk when the reviewer is off", async () => {
    await using desk = await startDesk({ settings: { reviewer: false } });
    const id = await create(desk, notice("order_ready"));
    await desk.pass(DAY);
    assert.equal((await desk.graph("GET", `/${id}?fields=status`)).body["status"], "PENDING");
    await desk.meta.control.decideTemplate(id, { decision: "approve" });
    await desk.meta.control.decideTemplate(id, { decision: "pause" });
    const sent = {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      type: "template",
      template: { name: "order_ready", language: { code: "en_US" } },
    };
    const answer = await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, sent);
    assert.equal(problemOf(answer).code, 132015);
    assert.equal((await desk.graph("POST", `/${id}/unpause`)).body["success"], true);
  });

  it("can be edited once a day while approved, and never its category", async () => {
    await using desk = await startDesk();
    const id = await create(desk, notice("order_ready"));
    await desk.pass(3000);
    const edit = { components: [{ type: "BODY", text: "Your order is ready." }] };
    assert.equal(
      problemOf(await desk.graph("POST", `/${id}`, { category: "MARKETING" })).subcode,
      2388039,
    );
    assert.equal((await desk.graph("POST", `/${id}`, edit)).status, 200);
    assert.equal(problemOf(await desk.graph("POST", `/${id}`, edit)).subcode, 2388039);
    await desk.pass(3000);
    assert.equal(problemOf(await desk.graph("POST", `/${id}`, edit)).subcode, 2388039);
    await desk.pass(DAY);
    assert.equal((await desk.graph("POST", `/${id}`, edit)).status, 200);
  });

  it("takes its name with it for 30 days when deleted", async () => {
    await using desk = await startDesk();
    await create(desk, notice("order_ready"));
    await desk.pass(3000);
    assert.deepEqual((await desk.graph("DELETE", `${PATH}?name=order_ready`)).body, {
      success: true,
    });
    assert.equal(problemOf(await desk.graph("POST", PATH, notice("order_ready"))).subcode, 2388023);
    await desk.pass(30 * DAY);
    await create(desk, notice("order_ready"));
  });

  it("exists once in a language, and has one category in all", async () => {
    await using desk = await startDesk();
    await create(desk, notice("order_ready"));
    assert.equal(problemOf(await desk.graph("POST", PATH, notice("order_ready"))).subcode, 2388024);
    const other = { ...notice("order_ready"), language: "en_GB", category: "MARKETING" };
    assert.match(problemOf(await desk.graph("POST", PATH, other)).details, /doesn't match the one/);
    assert.equal(problemOf(await desk.graph("POST", PATH, notice("hello_world"))).subcode, 2388155);
  });
});

describe("the list of templates", () => {
  it("is paged, filtered and summed up", async () => {
    await using desk = await startDesk();
    for (const name of ["a_one", "a_two", "b_three"]) await create(desk, notice(name));
    const first = await desk.graph("GET", `${PATH}?limit=2&fields=name&summary=total_count`);
    assert.equal(objectAt(first.body, "summary")?.["total_count"], 4);
    assert.equal(objectsAt(first.body, "data").length, 2);
    const next = textAt(objectAt(first.body, "paging") ?? {}, "next") ?? "";
    const second = await desk.graph("GET", new URL(next).pathname + new URL(next).search);
    assert.deepEqual(
      objectsAt(second.body, "data").map((it) => it["name"]),
      ["a_two", "b_three"],
    );

    const pending = await desk.graph("GET", `${PATH}?status=PENDING&name=a_`);
    assert.deepEqual(
      objectsAt(pending.body, "data").map((it) => it["name"]),
      ["a_one", "a_two"],
    );
    assert.equal(problemOf(await desk.graph("GET", `${PATH}?after=nonsense`)).code, 131059);
  });
});
