import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt, textAt } from "../../json.ts";
import { problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";
import {
  createTemplate,
  newsOf,
  notice,
  sendTemplate,
  TEMPLATES_PATH,
} from "../../testing/template-desk.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("the archive", () => {
  it("takes and gives back templates by their ids, and says of each why not", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk);
    const paused = await createTemplate(desk, { name: "b", components: [words("Come in.")] });
    await desk.meta.control.decideTemplate(paused, { decision: "pause" });
    const edge = `${TEMPLATES_PATH}/archive`;
    const { body } = await desk.graph("POST", edge, { hsm_ids: [id, paused] });
    assert.deepEqual(body, {
      archived_templates: [id],
      failed_templates: { [paused]: "Only approved or rejected templates can be archived" },
    });
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132001);
    const back = await desk.graph("POST", `${TEMPLATES_PATH}/unarchive`, { hsm_ids: [id] });
    assert.deepEqual(back.body, { unarchived_templates: [id], failed_templates: {} });
    assert.equal((await sendTemplate(desk, "order_ready")).status, 200);
    await desk.pass();
    const events = newsOf(desk, "message_template_status_update").map((it) => it["event"]);
    assert.deepEqual(events.slice(-2), ["ARCHIVED", "UNARCHIVED"]);
  });

  it("takes what nobody used for a year, and deletes it 28 days later", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk);
    await desk.pass(200 * DAY);
    await sendTemplate(desk, "order_ready");
    await desk.pass(200 * DAY);
    assert.equal(await statusOf(desk, id), "APPROVED");
    await desk.pass(166 * DAY);
    assert.equal(await statusOf(desk, id), "ARCHIVED");
    await desk.pass(29 * DAY);
    assert.equal((await desk.graph("GET", `/${id}`)).status, 400);
    const events = newsOf(desk, "message_template_status_update").map((it) => it["event"]);
    assert.deepEqual(events.slice(-2), ["ARCHIVED", "DELETED"]);
  });
});

describe("a deleted template", () => {
  it("waits 30 days for messages under way, seen by those who ask for it", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk);
    await desk.graph("DELETE", `${TEMPLATES_PATH}?name=order_ready&hsm_id=${id}`);
    assert.equal(await countOf(desk, ""), 1);
    assert.equal(await countOf(desk, "&status=PENDING_DELETION"), 1);
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132001);
    await desk.pass(30 * DAY);
    await desk.pass();
    assert.equal(await countOf(desk, "&status=PENDING_DELETION"), 0);
    const events = newsOf(desk, "message_template_status_update").map((it) => it["event"]);
    assert.deepEqual(events, ["APPROVED", "PENDING_DELETION", "DELETED"]);
  });

  it("goes with others of its ids, at most a hundred at once", async () => {
    await using desk = await startDesk();
    const ids = [
      await createTemplate(desk, { name: "a" }),
      await createTemplate(desk, { name: "b", language: "en_GB" }),
    ];
    const path = `${TEMPLATES_PATH}?hsm_ids=${encodeURIComponent(JSON.stringify(ids))}`;
    assert.deepEqual((await desk.graph("DELETE", path)).body, { success: true });
    assert.equal(problemOf(await desk.graph("DELETE", path)).subcode, 2593002);
    const many = encodeURIComponent(JSON.stringify(Array.from({ length: 101 }, String)));
    const refused = await desk.graph("DELETE", `${TEMPLATES_PATH}?hsm_ids=${many}`);
    assert.match(problemOf(refused).details, /at most 100/);
  });
});

describe("the category of a template", () => {
  it("is announced a month's first ahead, then changed", async () => {
    await using desk = await startDesk();
    await desk.meta.control.moveClock({ now: "2026-11-10T12:00:00Z" });
    const id = await createTemplate(desk);
    await desk.meta.control.decideTemplate(id, {
      decision: "recategorize",
      category: "MARKETING",
      notice: "month",
    });
    await desk.pass();
    const fields = `/${id}?fields=category,correct_category,previous_category`;
    const { id: _id, ...before } = (await desk.graph("GET", fields)).body;
    assert.deepEqual(before, { category: "UTILITY", correct_category: "MARKETING" });
    const [told] = newsOf(desk, "template_category_update");
    assert.equal(told?.["category_update_timestamp"], Date.UTC(2026, 11, 1) / 1000);
    assert.equal(newsOf(desk, "template_correct_category_detection").length, 1);
    await desk.pass(22 * DAY);
    const { id: _same, ...after } = (await desk.graph("GET", fields)).body;
    assert.deepEqual(after, { category: "MARKETING", previous_category: "UTILITY" });
    const done = newsOf(desk, "template_category_update").at(-1);
    assert.deepEqual(
      [done?.["previous_category"], done?.["new_category"]],
      ["UTILITY", "MARKETING"],
    );
  });
});

describe("an edit", () => {
  it("tells the components and is kept from what a template is not", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk);
    assert.equal(problemOf(await desk.graph("POST", `/${id}`, { name: "x" })).code, 100);
    const components = [
      { type: "body", text: "Please come on Monday." },
      { type: "footer", text: "Us" },
    ];
    await desk.graph("POST", `/${id}`, { components });
    assert.equal(problemOf(await desk.graph("POST", `/${id}`, { components })).subcode, 2388039);
    await desk.pass(3000);
    const [told] = newsOf(desk, "message_template_components_update");
    assert.deepEqual(
      [
        told?.["message_template_element"],
        told?.["message_template_footer"],
        told?.["message_template_language"],
      ],
      ["Please come on Monday.", "Us", "en_US"],
    );
  });
});

describe("templates that Meta has written", () => {
  it("are found in the library and approved at once", async () => {
    await using desk = await startDesk();
    const found = await desk.graph(
      "GET",
      "/message_template_library?search=order&usecase=ORDER_CONFIRMATION&language=ru",
    );
    const [item] = objectsAt(found.body, "data");
    const library = textAt(item ?? {}, "name") ?? "";
    const wanted = {
      name: "mine",
      language: "ru",
      category: "UTILITY",
      library_template_name: library,
    };
    assert.equal(problemOf(await desk.graph("POST", TEMPLATES_PATH, wanted)).subcode, 2388043);
    const inputs =
      "[{'type': 'URL', 'url': {'base_url': 'https://shop.example/{{1}}', 'url_suffix_example': 'https://shop.example/7'}}]";
    const made = await desk.graph("POST", TEMPLATES_PATH, {
      ...wanted,
      library_template_button_inputs: inputs,
    });
    assert.equal(made.body["status"], "APPROVED", JSON.stringify(made.body));
    const read = await desk.graph(
      "GET",
      `/${textAt(made.body, "id") ?? ""}?fields=library_template_name`,
    );
    assert.equal(read.body["library_template_name"], library);
  });

  it("are previewed in each language, and made in all of them at once", async () => {
    await using desk = await startDesk();
    const query =
      "category=AUTHENTICATION&languages=en_US,es_ES&add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP";
    const { body } = await desk.graph("GET", `/${DEMO.wabaId}/message_template_previews?${query}`);
    assert.deepEqual(objectsAt(body, "data")[0], {
      body: "*{{1}}* is your verification code. For your security, do not share this code.",
      buttons: [{ autofill_text: "Autofill", text: "Copy code" }],
      footer: "This code expires in 10 minutes.",
      language: "en_US",
    });
    const wanted = {
      name: "codes",
      languages: ["en_US", "es_ES"],
      category: "AUTHENTICATION",
      components: [
        { type: "BODY" },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
      ],
    };
    const upsert = `/${DEMO.wabaId}/upsert_message_templates`;
    const first = objectsAt((await desk.graph("POST", upsert, wanted)).body, "data");
    assert.deepEqual(
      first.map((it) => [it["language"], it["status"]]),
      [
        ["en_US", "APPROVED"],
        ["es_ES", "APPROVED"],
      ],
    );
    const second = objectsAt((await desk.graph("POST", upsert, wanted)).body, "data");
    assert.deepEqual(
      second.map((it) => it["id"]),
      first.map((it) => it["id"]),
    );
  });
});

describe("the desk", () => {
  it("lists what waits with advice, and rejects with any reason of Meta's", async () => {
    await using desk = await startDesk({ settings: { reviewer: false } });
    await desk.graph(
      "POST",
      TEMPLATES_PATH,
      notice({ name: "a", components: [words("Pay or we threaten legal action against you.")] }),
    );
    const { data } = await desk.meta.control.templates();
    const waiting = data.find((it) => it.name === "a");
    assert.equal(waiting?.advice?.decision, "reject");
    const id = waiting?.id ?? "";
    for (const reason of [
      "ABUSIVE_CONTENT",
      "INCORRECT_CATEGORY",
      "INVALID_FORMAT",
      "PROMOTIONAL",
      "SCAM",
      "TAG_CONTENT_MISMATCH",
    ] as const) {
      const decided = await desk.meta.control.decideTemplate(id, { decision: "reject", reason });
      assert.deepEqual([decided.status, decided.rejectedReason], ["REJECTED", reason]);
    }
    await desk.meta.control.decideTemplate(id, { decision: "appeal" });
    await desk.meta.control.decideTemplate(id, { decision: "approve" });
    await desk.pass();
    const news = newsOf(desk, "message_template_status_update");
    assert.deepEqual(
      news.slice(-2).map((it) => it["event"]),
      ["IN_APPEAL", "REINSTATED"],
    );
    const invalid = news.find((it) => it["reason"] === "INVALID_FORMAT") ?? {};
    assert.ok(objectAt(invalid, "rejection_info"));
  });
});

function words(text: string) {
  return { type: "BODY", text };
}

async function statusOf(desk: TestDesk, id: string): Promise<string | undefined> {
  return textAt((await desk.graph("GET", `/${id}?fields=status`)).body, "status");
}

async function countOf(desk: TestDesk, filter: string): Promise<number> {
  return objectsAt((await desk.graph("GET", `${TEMPLATES_PATH}?limit=100${filter}`)).body, "data")
    .length;
}
