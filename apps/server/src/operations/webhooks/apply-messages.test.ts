import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { LUZ, history, messages, says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";

describe("applyMessages", () => {
  it("asks nobody to answer what was said before the number was connected here", async () => {
    await using test = await startTestApp();
    await test.receive(
      history("h0", "from us", -600_001, { from: "15550783881", to: LUZ.wa_id }),
      history("h1", "said last week", -600_000),
      history("h2", "of no known kind", -1, { type: "hologram" }),
    );
    assert.deepEqual(await rowsOf(test, "select unread_count, status from conversations"), [
      { unread_count: 0, status: "closed" },
    ]);
    assert.equal((await rowsOf(test, "select from messages")).length, 3);
  });

  it("leaves a conversation closed and read when its past is told, and opens it when the contact writes", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "Hola"));
    await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      tx.updateTable("conversations").set({ unread_count: 0, status: "closed" }).execute(),
    );
    await test.receive(history("h1", "said last week", -600_000));
    const state = "select unread_count, status from conversations";
    assert.deepEqual(await rowsOf(test, state), [{ unread_count: 0, status: "closed" }]);
    await test.receive(history("h2", "earlier still", -700_000), says("2", "Hola?", 2));
    assert.deepEqual(await rowsOf(test, state), [{ unread_count: 1, status: "open" }]);
  });

  it("puts an answer behind what it answers, though both are of one second", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "Hola"));
    const ours = new Date(Number(second(0)) * 1000 + 400);
    await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      tx.updateTable("conversations").set({ last_message_at: ours }).execute(),
    );
    await test.receive(says("2", "Gracias"));
    assert.deepEqual(
      await rowsOf(
        test,
        `select m.at, c.last_message_id = m.id as "isLast"
           from messages m join conversations c on c.id = m.conversation_id
          where m.wamid = 'wamid.2'`,
      ),
      [{ at: new Date(ours.getTime() + 1), isLast: true }],
    );
  });

  it("takes no time that is ahead for when something was said", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "from tomorrow", 86_400));
    const rows = await rowsOf(
      test,
      "select last_inbound_at as heard, last_message_at as last from conversations",
    );
    const now = test.app.clock.now();
    assert.deepEqual(rows, [{ heard: now, last: now }]);
  });

  it("finds no words that an edit has taken away", async () => {
    await using test = await startTestApp();
    const image = { id: "media-1", mime_type: "image/png" };
    await test.receive(
      messages(LUZ, {
        id: "wamid.1",
        timestamp: second(0),
        type: "image",
        image: { ...image, caption: "a secret" },
      }),
    );
    assert.equal(await found(test, "secret"), 1);
    await test.receive(
      messages(LUZ, {
        id: "wamid.e",
        timestamp: second(1),
        type: "edit",
        edit: {
          original_message_id: "wamid.1",
          message: { context: { id: "M0" }, type: "image", image },
        },
      }),
    );
    assert.equal(await found(test, "secret"), 0);
  });

  async function found(test: TestApp, words: string): Promise<number> {
    const rows = await rowsOf(test, `select from message_texts where body ilike '%${words}%'`);
    return rows.length;
  }
});
