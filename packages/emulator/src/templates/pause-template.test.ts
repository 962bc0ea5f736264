import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { objectAt, textAt } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";
import { createTemplate, newsOf, sendTemplate } from "../testing/template-desk.ts";

const HOUR = 60 * 60 * 1000;

describe("a template of low quality", () => {
  it("is paused for 3 hours, then for 6, then disabled", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk, { name: "order_ready" });
    await pause(desk, id, "PAUSED", "FIRST_PAUSE");
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132015);
    await desk.pass(3 * HOUR - 5000);
    assert.equal(await statusOf(desk, id), "PAUSED");
    await desk.pass(10_000);
    assert.equal(await statusOf(desk, id), "APPROVED");
    assert.equal(lastTitle(desk), "UNPAUSE");

    await pause(desk, id, "PAUSED", "SECOND_PAUSE");
    await desk.pass(6 * HOUR + 1000);
    assert.equal((await sendTemplate(desk, "order_ready")).status, 200);

    await pause(desk, id, "DISABLED", "DISABLED");
    assert.equal(problemOf(await sendTemplate(desk, "order_ready")).code, 132016);
    assert.ok(
      objectAt(newsOf(desk, "message_template_status_update").at(-1) ?? {}, "disable_info"),
    );
  });

  it("tells that its quality fell, once", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk, { name: "order_ready" });
    await pause(desk, id, "PAUSED", "FIRST_PAUSE");
    const scores = newsOf(desk, "message_template_quality_update").map((it) => [
      it["previous_quality_score"],
      it["new_quality_score"],
    ]);
    assert.deepEqual(scores, [["UNKNOWN", "RED"]]);
  });

  it("is not unpaused a second time when somebody has ended the pause by hand", async () => {
    await using desk = await startDesk();
    const id = await createTemplate(desk, { name: "order_ready" });
    await pause(desk, id, "PAUSED", "FIRST_PAUSE");
    assert.deepEqual((await desk.graph("POST", `/${id}/unpause`)).body, { success: true });
    const before = newsOf(desk, "message_template_status_update").length;
    await desk.pass(4 * HOUR);
    assert.equal(newsOf(desk, "message_template_status_update").length - before, 1);
  });
});

async function pause(desk: TestDesk, id: string, status: string, title: string): Promise<void> {
  await desk.meta.control.decideTemplate(id, { decision: "pause" });
  await desk.pass();
  assert.equal(await statusOf(desk, id), status);
  assert.equal(lastTitle(desk), title);
}

async function statusOf(desk: TestDesk, id: string): Promise<string | undefined> {
  return textAt((await desk.graph("GET", `/${id}?fields=status`)).body, "status");
}

function lastTitle(desk: TestDesk): string | undefined {
  const last = newsOf(desk, "message_template_status_update").at(-1) ?? {};
  return textAt(objectAt(last, "other_info") ?? {}, "title");
}
