import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../../demo.ts";
import { type JsonObject, objectAt, objectsAt, textAt } from "../../../json.ts";
import { type Answer, problemOf, startDesk, type TestDesk } from "../../../testing/desk.ts";
import { createTemplate, sendTemplate } from "../../../testing/template-desk.ts";

const GROUPS = `/v26.0/${DEMO.wabaId}/template_groups`;
const DAY = 24 * 60 * 60;
const MINUTE = 60_000;

describe("template groups", () => {
  it("are created, read with their templates, listed and deleted without them", async () => {
    await using desk = await startDesk();
    const [boots, coats] = await twoTemplates(desk);
    const id = await group(desk, { name: "Winter", description: "Warm", ids: [boots] });
    const { body } = await desk.graph("GET", `/${id}`);
    assert.deepEqual(Object.keys(body), [
      "name",
      "description",
      "creation_time",
      "update_time",
      "whatsapp_business_account",
      "whatsapp_business_templates",
      "id",
    ]);
    assert.equal(objectAt(body, "whatsapp_business_account")?.["id"], DEMO.wabaId);
    const inside = objectsAt(objectAt(body, "whatsapp_business_templates") ?? {}, "data");
    assert.deepEqual(
      inside.map((it) => [it["id"], it["status"]]),
      [[boots, "APPROVED"]],
    );
    await group(desk, { name: "Coats", ids: [coats] });
    const list = await desk.graph("GET", `${GROUPS}?fields=name&limit=1`);
    assert.deepEqual(
      objectsAt(list.body, "data").map((it) => it["name"]),
      ["Winter"],
    );
    assert.deepEqual((await desk.graph("DELETE", `/${id}`)).body, { success: true });
    assert.equal((await desk.graph("GET", `/${id}`)).status, 400);
    assert.equal((await desk.graph("GET", `/${boots}`)).status, 200);
    await group(desk, { name: "Winter", ids: [boots] });
  });

  it("change their words and templates", async () => {
    await using desk = await startDesk();
    const [boots, coats] = await twoTemplates(desk);
    const id = await group(desk, { name: "Winter", ids: [boots] });
    await desk.pass(MINUTE);
    const change = { name: "Spring", add_templates: [coats], remove_templates: [boots] };
    assert.deepEqual((await desk.graph("POST", `/${id}`, change)).body, { success: true });
    const { body } = await desk.graph(
      "GET",
      `/${id}?fields=name,creation_time,update_time,whatsapp_business_templates{name}`,
    );
    const inside = objectsAt(objectAt(body, "whatsapp_business_templates") ?? {}, "data");
    assert.deepEqual([body["name"], inside.map((it) => it["id"])], ["Spring", [coats]]);
    assert.notEqual(body["creation_time"], body["update_time"]);
  });

  it("refuse what Meta's limits forbid", async () => {
    await using desk = await startDesk();
    const [boots, coats] = await twoTemplates(desk);
    const id = await group(desk, { name: "Winter", ids: [boots] });
    const create = (name: string, ids: readonly string[], description = "") =>
      desk.graph("POST", GROUPS, { name, description, whatsapp_business_templates: ids });
    refused(await create("Winter", [coats]), /already a template group with the name/);
    refused(await create("Other", [boots]), /already in a template group/);
    refused(await create("Other", ["1627000000000000"]), /does not exist/);
    refused(await create("Other", []), /whatsapp_business_templates is required/);
    refused(await create("x".repeat(257), [coats]), /at most 256/);
    refused(await create("Other", [coats], "x".repeat(513)), /at most 512/);
    refused(await desk.graph("POST", GROUPS, { name: "Other" }), /is required/);
    refused(await desk.graph("POST", `/${id}`, {}), /At least one/);
    refused(await desk.graph("POST", `/${id}`, { remove_templates: [coats] }), /is not in/);
    refused(await desk.graph("POST", `/${id}`, { add_templates: [boots] }), /already in/);
  });

  it("keep what a template did while it was in them", async () => {
    await using desk = await startDesk();
    const [boots, coats] = await twoTemplates(desk);
    await desk.graph("POST", `/${DEMO.wabaId}?is_enabled_for_insights=true`);
    const id = await group(desk, { name: "Winter", ids: [boots, coats] });
    const { graph } = desk;
    for (const name of ["boots", "coats", "coats"]) await sent(desk, name);
    await desk.pass(20 * MINUTE);
    await graph("POST", `/${id}`, { remove_templates: [coats] });
    await desk.pass(20 * MINUTE);
    await sent(desk, "coats");
    await sent(desk, "boots");
    await desk.pass(MINUTE);
    const asked = `template_group_ids=[${id}]&metric_types=sent,delivered,cost`;
    const now = Math.floor(Date.parse((await desk.meta.control.clock()).now) / 1000);
    const path = `/${DEMO.wabaId}/template_group_analytics?granularity=daily&start=${now - DAY}&end=${now}`;
    const { body } = await graph("GET", `${path}&${asked}`);
    const [points] = objectsAt(body, "data").map((it) => objectsAt(it, "data_points"));
    const { start: _start, end: _end, cost, ...point } = points?.[0] ?? {};
    assert.deepEqual(
      [points?.length, point],
      [1, { template_group_id: id, sent: 4, delivered: 4 }],
    );
    assert.deepEqual(cost, [
      { type: "amount_spent", value: 0.1 },
      { type: "cost_per_delivered", value: 0.025 },
    ]);
    refused(await graph("GET", path), /template_group_ids is required/);
  });
});

async function twoTemplates(desk: TestDesk): Promise<readonly [string, string]> {
  const of = (name: string) => ({
    name,
    category: "MARKETING",
    components: [{ type: "BODY", text: `Come and see our ${name} this week.` }],
  });
  return [await createTemplate(desk, of("boots")), await createTemplate(desk, of("coats"))];
}

async function group(
  desk: TestDesk,
  given: { readonly name: string; readonly ids: readonly string[]; readonly description?: string },
): Promise<string> {
  const { ids, ...words } = given;
  const body: JsonObject = { ...words, whatsapp_business_templates: ids };
  const answer = await desk.graph("POST", GROUPS, body);
  const id = textAt(answer.body, "id");
  assert.ok(id !== undefined, JSON.stringify(answer.body));
  return id;
}

async function sent(desk: TestDesk, name: string): Promise<void> {
  assert.equal((await sendTemplate(desk, name)).status, 200);
  await desk.pass();
}

function refused(answer: Answer, words: RegExp): void {
  assert.deepEqual([answer.status, problemOf(answer).code], [400, 100]);
  assert.match(problemOf(answer).details, words);
}
