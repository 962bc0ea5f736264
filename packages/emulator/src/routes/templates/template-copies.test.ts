import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt } from "../../json.ts";
import { problemOf, startDesk } from "../../testing/desk.ts";
import { createTemplate, sendTemplate } from "../../testing/template-desk.ts";

const DAY = 24 * 60 * 60;
const words = (text: string) => ({ components: [{ type: "BODY", text }] });

describe("two templates", () => {
  it("are compared once each was sent a thousand times in a window that ends now", async () => {
    await using desk = await startDesk({
      settings: { pairRate: false, throughput: "unlimited", sentDelayMs: 3_600_000 },
    });
    const first = await createTemplate(desk, { name: "a", ...words("Please come on Monday.") });
    const second = await createTemplate(desk, { name: "b", ...words("Please come on Friday.") });
    const now = Math.floor(Date.parse((await desk.meta.control.clock()).now) / 1000);
    const query = (days: number) =>
      `/${first}/compare?template_ids=[${second}]&start=${now + DAY - days * DAY}&end=${now + DAY}`;
    assert.match(problemOf(await desk.graph("GET", query(8))).details, /7, 30, 60, 90 days/);
    assert.match(problemOf(await desk.graph("GET", query(7))).details, /at least 1000 times/);
    for (let sent = 0; sent < 1000; sent += 50) {
      await Promise.all(
        Array.from({ length: 50 }, async () => {
          await sendTemplate(desk, "a");
          await sendTemplate(desk, "b");
        }),
      );
    }
    const data = objectsAt((await desk.graph("GET", query(7))).body, "data");
    assert.deepEqual(
      data.map((it) => [it["metric"], it["type"]]),
      [
        ["BLOCK_RATE", "RELATIVE"],
        ["MESSAGE_SENDS", "NUMBER_VALUES"],
        ["TOP_BLOCK_REASON", "STRING_VALUES"],
      ],
    );
    assert.deepEqual(data[1]?.["number_values"], [
      { key: first, value: 1000 },
      { key: second, value: 1000 },
    ]);
  });

  it("are copied to another account of the same business", async () => {
    await using desk = await startDesk();
    const good = await createTemplate(desk);
    const poor = await createTemplate(desk, { name: "poor", ...words("Please come on Monday.") });
    await desk.meta.control.decideTemplate(poor, { decision: "quality", score: "RED" });
    const portfolio = await desk.graph("GET", `/${DEMO.wabaId}?fields=owner_business_info`);
    const portfolioId = String(objectAt(portfolio.body, "owner_business_info")?.["id"]);
    const other = await desk.meta.control.addWaba({ name: "Other", portfolioId });
    const { body } = await desk.graph("POST", `/${other.id}/migrate_message_templates`, {
      source_waba_id: DEMO.wabaId,
      template_ids: [good, poor],
    });
    assert.deepEqual(Object.keys(objectAt(body, "migrated_templates") ?? {}), [good]);
    assert.deepEqual(body["failed_templates"], {
      [poor]: "Templates of low quality can't be migrated",
    });
  });
});
