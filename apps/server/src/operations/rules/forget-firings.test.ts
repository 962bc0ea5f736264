import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { saveRetention } from "@galka/postgres/stores/contacts/retention";
import { says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { fireDueRules } from "./fire-rules.ts";
import { forgetOldFirings } from "./forget-firings.ts";
import { createRule } from "./write-rules.ts";

const DAY_MS = 24 * 60 * 60_000;
const START_MS = Number(second(0)) * 1000;

describe("what rules did", () => {
  it("is kept ninety days, and the last time as long as a rule can rest", async () => {
    await using test = await startTestApp();
    await greets(test);
    await heard(test, "1", 0);
    await heard(test, "2", 10);
    assert.equal((await firings(test)).length, 2);

    test.clock.set(new Date(START_MS + 89 * DAY_MS));
    await forgetOldFirings(test.app);
    assert.equal((await firings(test)).length, 2);

    test.clock.set(new Date(START_MS + 120 * DAY_MS));
    await forgetOldFirings(test.app);
    assert.equal((await firings(test)).length, 1);

    test.clock.set(new Date(START_MS + 377 * DAY_MS));
    await forgetOldFirings(test.app);
    assert.deepEqual(await firings(test), []);
  });

  it("is kept no longer than the record of changes", async () => {
    await using test = await startTestApp();
    const days = { messages: null, media: null, "webhook-log": null, audit: 30 };
    await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      saveRetention(tx, test.workspaceId, days),
    );
    await greets(test);
    await heard(test, "1", 0);
    await heard(test, "2", 1);
    test.clock.set(new Date(START_MS + 40 * DAY_MS));
    await forgetOldFirings(test.app);
    assert.equal((await firings(test)).length, 1);
  });
});

async function greets(test: TestApp): Promise<void> {
  test.clock.set(new Date(START_MS));
  const made = await createRule(test.app, test.member, {
    name: "Answer",
    isOn: true,
    trigger: { kind: "message" },
    conditions: [],
    actions: [{ kind: "set-priority", priority: "high" }],
    restMinutes: 0,
    mostPerHour: 1000,
    isLast: false,
  });
  assert.ok("id" in made, JSON.stringify(made));
}

async function heard(test: TestApp, id: string, day: number): Promise<void> {
  test.clock.set(new Date(START_MS + day * DAY_MS));
  await test.receive(says(id, "Hello", (day * DAY_MS) / 1000));
  while ((await fireDueRules(test.app)) > 0) continue;
}

function firings(test: TestApp) {
  return rowsOf(test, "select id from rule_firings");
}
