import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { rightOfWayOf } from "../right-of-way.ts";
import { intakeLoadOf } from "../operations/webhooks/intake-load.ts";
import { says } from "../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../testing/test-app.ts";
import { threadLines } from "../testing/thread-lines.ts";
import { appendWebhooks } from "@galka/postgres/stores/receiving/webhook-log";
import { startApplier } from "./applier.ts";

const PATIENCE = { timeout: 30_000 };

describe("startApplier", () => {
  it("applies what a customer says at once, whoever works at the desk", async (its) => {
    await using test = await startTestApp();
    mock.method(rightOfWayOf(test.app), "give", () => new Promise(() => {}));
    await said(test, "Hola");
    await using house = new AsyncDisposableStack();
    house.use(startApplier(test.app));
    await its.waitFor(async () => assert.equal((await threadLines(test)).length, 1), PATIENCE);
  });

  it("lets people go first while a campaign's statuses pour in", async (its) => {
    await using test = await startTestApp();
    const { promise: nobodyWaits, resolve: letGo } = Promise.withResolvers<void>();
    const { mock: asked } = mock.method(rightOfWayOf(test.app), "give", () => nobodyWaits);
    mock.method(intakeLoadOf(test.app), "perSecond", () => 101);
    await said(test, "Hola");
    await using house = new AsyncDisposableStack();
    house.use(startApplier(test.app));
    await its.waitFor(() => assert.ok(asked.callCount() > 0), PATIENCE);
    assert.deepEqual(await threadLines(test), []);
    letGo();
    await its.waitFor(async () => assert.equal((await threadLines(test)).length, 1), PATIENCE);
  });

  async function said({ app, channelId }: TestApp, text: string): Promise<void> {
    const body = Buffer.from(JSON.stringify(says("1", text)));
    await appendWebhooks(app.db, [{ hint: channelId, body }]);
  }
});
