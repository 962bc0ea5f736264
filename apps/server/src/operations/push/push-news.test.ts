import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { updateMember } from "@galka/postgres/stores/members";
import { fakePush } from "../../push/testing/fake-push.ts";
import { LUZ, messages, says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { pushNews } from "./push-news.ts";
import { subscribeBrowser, unsubscribeBrowser } from "./subscriptions.ts";

const TARGET = { endpoint: "https://push.example.org/1", p256dh: "fake", auth: "fake" };

describe("pushNews", () => {
  it("tells a subscribed browser of what came in, once", async () => {
    await using desk = await startDesk();
    await desk.test.receive(says("1", "Is the *order* on its way?"));
    await desk.push();
    await desk.push();
    assert.deepEqual(desk.notes(), [
      { title: "Luz", kind: "text", text: "Is the order on its way?" },
    ]);
  });

  it("tells of the latest only, when several came", async () => {
    await using desk = await startDesk();
    await desk.test.receive(says("1", "Hello"), says("2", "Anybody there?"));
    await desk.push();
    assert.deepEqual(
      desk.notes().map((note) => note.text),
      ["Anybody there?"],
    );
  });

  it("tells nothing of what came before the browser subscribed", async () => {
    await using desk = await startDesk({ first: "Old news" });
    await desk.push();
    assert.deepEqual(desk.notes(), []);
  });

  it("tells nothing of what is older than ten minutes when it comes", async () => {
    await using desk = await startDesk();
    desk.test.clock.advance(11 * 60 * 1000);
    await desk.test.receive(says("1", "Hello"));
    await desk.push();
    assert.deepEqual(desk.notes(), []);
  });

  it("tells a member who switched notifications off nothing", async () => {
    await using desk = await startDesk();
    await desk.wants(false);
    await desk.test.receive(says("1", "Hello"));
    await desk.push();
    assert.deepEqual(desk.notes(), []);
  });

  it("forgets a browser that is gone", async () => {
    await using desk = await startDesk();
    desk.service.answer = "gone";
    await desk.test.receive(says("1", "Hello"));
    await desk.push();
    await desk.test.receive(says("2", "Hello?"));
    await desk.push();
    assert.equal(desk.service.heard.length, 1);
  });

  it("tells a browser that signed out nothing", async () => {
    await using desk = await startDesk();
    await unsubscribeBrowser(desk.test.app, desk.test.member, TARGET.endpoint);
    await desk.test.receive(says("1", "Hello"));
    await desk.push();
    assert.deepEqual(desk.notes(), []);
  });

  it("says what kind of message it is, where it has no words", async () => {
    await using desk = await startDesk();
    const photo = { id: "wamid.P1", timestamp: second(1), type: "image", image: { id: "9" } };
    await desk.test.receive(messages(LUZ, photo));
    await desk.push();
    assert.deepEqual(desk.notes(), [{ title: "Luz", kind: "image", text: null }]);
  });

  it("uses the same keys for ever", async () => {
    await using desk = await startDesk();
    await desk.test.receive(says("1", "Hello"));
    await desk.push();
    await desk.test.receive(says("2", "Hello?"));
    await desk.push();
    const keys = new Set(desk.service.heard.map((it) => it.keys.publicKey));
    assert.equal(keys.size, 1);
  });
});

describe("subscribing a browser", () => {
  it("refuses an address that is not https", async () => {
    await using test = await startTestApp();
    const target = { ...TARGET, endpoint: "http://push.example.org/1" };
    const done = await subscribeBrowser(test.app, test.member, target);
    assert.ok("refused" in done);
  });
});

/** A browser that has subscribed, after `first` came in. */
async function startDesk({ first }: { readonly first?: string } = {}) {
  const test: TestApp = await startTestApp();
  const service = fakePush();
  const wants = (wanted: boolean) =>
    inWorkspace(test.app.db, test.workspaceId, (tx) =>
      updateMember(tx, test.member, { preferences: { notifications: wanted } }),
    );
  if (first !== undefined) await test.receive(says("0", first));
  await wants(true);
  await subscribeBrowser(test.app, test.member, TARGET);
  await pushNews(test.app, service);
  return {
    test,
    service,
    wants,
    push: () => pushNews(test.app, service),
    notes: () =>
      service.heard.map(({ note }) => {
        const { conversationId: _id, ...told } = JSON.parse(note.payload);
        return told;
      }),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
