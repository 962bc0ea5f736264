import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { EMPTY_FLOW_JSON } from "../../flows/json/versions.ts";
import { type JsonObject, objectAt, objectsAt, textAt } from "../../json.ts";
import { problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";
import { createTemplate, newsOf, sendTemplate } from "../../testing/template-desk.ts";

const FLOWS = `/v26.0/${DEMO.wabaId}/flows`;
const DAY = 24 * 60 * 60 * 1000;

async function create(desk: TestDesk, given: JsonObject = {}): Promise<string> {
  const body = { name: "booking", categories: ["APPOINTMENT_BOOKING"], ...given };
  const answer = await desk.graph("POST", FLOWS, body);
  return textAt(answer.body, "id") ?? assert.fail(JSON.stringify(answer.body));
}

describe("a flow", () => {
  it("is a draft, then published, then out of use, and tells each step", async () => {
    await using desk = await startDesk();
    const id = await create(desk);
    assert.equal(problemOf(await desk.graph("POST", `/${id}/deprecate`)).code, 139003);
    assert.deepEqual((await desk.graph("POST", `/${id}/publish`)).body, { success: true });
    assert.equal(problemOf(await desk.graph("POST", `/${id}/publish`)).code, 139002);
    assert.equal(problemOf(await desk.graph("DELETE", `/${id}`)).code, 139004);
    assert.deepEqual((await desk.graph("POST", `/${id}/deprecate`)).body, { success: true });
    assert.equal(problemOf(await desk.graph("POST", `/${id}/deprecate`)).code, 139003);
    await desk.pass();
    assert.deepEqual(
      newsOf(desk, "flows").map((it) => [it["event"], it["old_status"], it["new_status"]]),
      [
        ["FLOW_STATUS_CHANGE", "DRAFT", "PUBLISHED"],
        ["FLOW_STATUS_CHANGE", "PUBLISHED", "DEPRECATED"],
      ],
    );
  });

  it("is deleted while it is a draft", async () => {
    await using desk = await startDesk();
    const id = await create(desk);
    assert.deepEqual((await desk.graph("DELETE", `/${id}`)).body, { success: true });
    assert.deepEqual((await desk.graph("GET", FLOWS)).body, { data: [] });
  });

  it("has a name of its own and categories that Meta knows", async () => {
    await using desk = await startDesk();
    const id = await create(desk);
    const twice = await desk.graph("POST", FLOWS, { name: "booking", categories: ["OTHER"] });
    assert.equal(
      textAt(objectAt(twice.body, "error") ?? {}, "error_user_title"),
      "Flow name is not unique",
    );
    const strange = await desk.graph("POST", FLOWS, { name: "b", categories: ["GAMES"] });
    assert.equal(problemOf(strange).code, 100);
    const change = { name: "visits", categories: '["SURVEY"]', endpoint_uri: "https://a.example/" };
    assert.deepEqual((await desk.graph("POST", `/${id}`, change)).body, { success: true });
    const { body } = await desk.graph("GET", `/${id}?fields=name,categories,endpoint_uri`);
    assert.deepEqual(body, {
      name: "visits",
      categories: ["SURVEY"],
      endpoint_uri: "https://a.example/",
      id,
    });
    const wrong = await desk.graph("POST", `/${id}`, { endpoint_uri: "ftp://a" });
    assert.equal(problemOf(wrong).code, 100);
  });

  it("keeps a file with errors, tells them, and is not published with them", async () => {
    await using desk = await startDesk();
    const id = await create(desk);
    const answer = await upload(desk, id, EMPTY_FLOW_JSON.replace('"label"', '"title"'));
    assert.equal(answer["success"], true);
    const [error] = objectsAt(answer, "validation_errors");
    assert.equal(error?.["error"], "INVALID_PROPERTY_KEY");
    assert.equal(error?.["line_start"], 19);
    assert.equal(problemOf(await desk.graph("POST", `/${id}/publish`)).code, 139002);
    await upload(desk, id, EMPTY_FLOW_JSON);
    assert.equal((await desk.graph("POST", `/${id}/publish`)).status, 200);
    const late = await upload(desk, id, EMPTY_FLOW_JSON);
    assert.equal(objectAt(late, "error")?.["code"], 139001);
    const { body } = await desk.graph("GET", `/${id}/assets`);
    const url = textAt(objectsAt(body, "data")[0] ?? {}, "download_url") ?? "";
    const file: unknown = await (await fetch(url)).json();
    assert.deepEqual(file, JSON.parse(EMPTY_FLOW_JSON));
  });

  it("needs an endpoint when it exchanges data", async () => {
    await using desk = await startDesk();
    const json = EMPTY_FLOW_JSON.replace(
      '"screens"',
      '"data_api_version": "3.0", "routing_model": { "WELCOME_SCREEN": [] }, "screens"',
    );
    const id = await create(desk, { flow_json: json });
    assert.equal(problemOf(await desk.graph("POST", `/${id}/publish`)).code, 139002);
    await desk.graph("POST", `/${id}`, { endpoint_uri: "https://a.example/" });
    assert.equal((await desk.graph("POST", `/${id}/publish`)).status, 200);
  });

  it("is published as it is made, and copied", async () => {
    await using desk = await startDesk();
    const id = await create(desk, { flow_json: EMPTY_FLOW_JSON, publish: true });
    const copy = await create(desk, { name: "copy", clone_flow_id: id });
    const { body } = await desk.graph("GET", `/${copy}?fields=status,json_version,categories`);
    assert.deepEqual([body["status"], body["json_version"]], ["DRAFT", "7.3"]);
    const other = await desk.meta.control.addWaba({ name: "Other" });
    const path = `/${other.id}/migrate_flows?source_waba_id=${DEMO.wabaId}`;
    const moved = await desk.graph("POST", path, { source_flow_names: ["copy", "none"] });
    const [first] = objectsAt(moved.body, "migrated_flows");
    assert.deepEqual([first?.["source_id"], first?.["source_name"]], [copy, "copy"]);
    assert.deepEqual(objectsAt(moved.body, "failed_flows"), [
      {
        source_name: "none",
        error_code: "4233041",
        error_message: "Flows Migration Error: Flow name not found in source WABA.",
      },
    ]);
  });

  it("is looked at under a link that works for 30 days or until it is renewed", async () => {
    await using desk = await startDesk();
    const id = await create(desk);
    const url = async (renew: boolean) => {
      const fields = `preview.invalidate(${renew})`;
      const { body } = await desk.graph("GET", `/${id}?fields=${fields}`);
      return textAt(objectAt(body, "preview") ?? {}, "preview_url");
    };
    const first = await url(false);
    assert.equal(await url(false), first);
    const second = await url(true);
    assert.notEqual(second, first);
    await desk.pass(31 * DAY);
    assert.notEqual(await url(false), second);
  });
});

describe("a template with a flow", () => {
  it("is not sent while the flow is blocked, and ten times an hour while it is throttled", async () => {
    await using desk = await startDesk({ settings: { pairRate: false } });
    const id = await create(desk, { flow_json: EMPTY_FLOW_JSON, publish: true });
    await createTemplate(desk, {
      components: [
        { type: "BODY", text: "Book your visit." },
        {
          type: "BUTTONS",
          buttons: [
            { type: "FLOW", text: "Book", flow_name: "booking", navigate_screen: "WELCOME_SCREEN" },
          ],
        },
      ],
    });
    assert.equal((await sendTemplate(desk, "order_ready")).status, 200);
    await desk.meta.control.changeFlow(id, { status: "BLOCKED" });
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132068);
    await desk.meta.control.changeFlow(id, { status: "THROTTLED" });
    for (let sent = 0; sent < 10; sent += 1) {
      assert.equal((await sendTemplate(desk, "order_ready")).status, 200);
    }
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132069);
    await desk.pass(60 * 60 * 1000);
    assert.equal((await sendTemplate(desk, "order_ready")).status, 200);
  });
});

async function upload(desk: TestDesk, id: string, json: string): Promise<JsonObject> {
  const form = new FormData();
  form.set("name", "flow.json");
  form.set("asset_type", "FLOW_JSON");
  form.set("file", new Blob([json], { type: "application/json" }), "flow.json");
  const answer = await fetch(`${desk.meta.url}/v26.0/${id}/assets`, {
    method: "POST",
    headers: { authorization: `Bearer ${DEMO.accessToken}` },
    body: form,
  });
  const body: unknown = await answer.json();
  return Object(body);
}
