import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { sql } from "kysely";
import { tagAttempt } from "../../secrets/attempt-tag.ts";
import {
  LUZ,
  echo,
  messages,
  reaction,
  says,
  second,
  status,
  text,
} from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";

const OURS =
  "select status, wamid, failure ->> 'code' as code from messages where direction = 'out'";
const QUOTED =
  "select reply_to_id is not null as quotes from messages where reply_to_wamid is not null";
const SENDS = "select state, wamid from sends";

describe("a status that carries the name of an attempt", () => {
  for (const state of ["dispatching", "ambiguous", "queued", "unsent"]) {
    it(`proves that a send that is ${state} was accepted`, async () => {
      await using test = await startTestApp();
      const tag = await sendIn(test, state);
      await test.receive(status("late", "sent", 5, { tag }));
      assert.deepEqual(await rowsOf(test, SENDS), [{ state: "accepted", wamid: "wamid.late" }]);
      assert.deepEqual(await rowsOf(test, OURS), [
        { status: "sent", wamid: "wamid.late", code: null },
      ]);
    });
  }

  it("takes back that a message failed, which a member had only given up", async () => {
    await using test = await startTestApp();
    const tag = await sendIn(test, "ambiguous");
    await inWorkspace(test.app.db, test.workspaceId, async (tx) => {
      await sql`update sends set state = 'cancelled'`.execute(tx);
      await sql`update messages set status = 'failed', failure = '{"code": null}'
                 where direction = 'out'`.execute(tx);
    });
    await test.receive(status("late", "sent", 5, { tag }));
    assert.deepEqual(await rowsOf(test, SENDS), [{ state: "accepted", wamid: "wamid.late" }]);
    assert.deepEqual(await rowsOf(test, OURS), [
      { status: "sent", wamid: "wamid.late", code: null },
    ]);
  });

  it("leaves a send alone that Meta refused", async () => {
    await using test = await startTestApp();
    const tag = await sendIn(test, "rejected");
    await test.receive(status("late", "sent", 5, { tag }));
    assert.deepEqual(await rowsOf(test, SENDS), [{ state: "rejected", wamid: null }]);
  });

  it("is not believed when it was not signed here", async () => {
    await using test = await startTestApp();
    const tag = await sendIn(test, "ambiguous");
    const forged = `${tag.slice(0, -4)}AAAA`;
    await test.receive(status("late", "sent", 5, { tag: forged }));
    assert.deepEqual(await rowsOf(test, SENDS), [{ state: "ambiguous", wamid: null }]);
    assert.deepEqual(await rowsOf(test, "select what from orphans"), [{ what: "sent" }]);
  });
});

describe("what was reported of a message before its id was known", () => {
  it("is applied when a status tells which message it is", async () => {
    await using test = await startTestApp();
    const tag = await sendIn(test, "ambiguous");
    await test.receive(
      reaction("r", "late", "❤️", 7),
      status("late", "delivered", 6),
      messages(LUZ, text("answer", "Sí", 8, { context: { id: "wamid.late" } })),
    );
    await test.receive(status("late", "sent", 5, { tag }));
    assert.deepEqual(await rowsOf(test, OURS), [
      { status: "delivered", wamid: "wamid.late", code: null },
    ]);
    assert.deepEqual(await rowsOf(test, "select emoji from reactions"), [{ emoji: "❤️" }]);
    assert.deepEqual(await rowsOf(test, "select what from orphans"), []);
    assert.deepEqual(await rowsOf(test, QUOTED), [{ quotes: true }]);
  });

  it("is applied when all of it comes at once", async () => {
    await using test = await startTestApp();
    const tag = await sendIn(test, "ambiguous");
    await test.receive(reaction("r", "late", "❤️", 7), status("late", "sent", 5, { tag }));
    assert.deepEqual(await rowsOf(test, "select emoji from reactions"), [{ emoji: "❤️" }]);
    assert.deepEqual(await rowsOf(test, "select what from orphans"), []);
  });
});

describe("statuses", () => {
  it("explain a failure, and forget it when the message was delivered after all", async () => {
    await using test = await startTestApp();
    await test.receive(echo("1", "Hola"), status("1", "failed", 1, { code: 131026 }));
    assert.deepEqual(await rowsOf(test, OURS), [
      { status: "failed", wamid: "wamid.1", code: "131026" },
    ]);
    await test.receive(status("1", "delivered", 2));
    assert.deepEqual(await rowsOf(test, OURS), [
      { status: "delivered", wamid: "wamid.1", code: null },
    ]);
  });

  const early = status("1", "delivered", 5);
  const late = status("1", "delivered", 60);
  for (const [when, bodies] of [
    ["in order", [echo("1", "Hola"), early, late]],
    ["backwards", [late, early, echo("1", "Hola")]],
    ["around their message", [late, echo("1", "Hola"), early]],
  ] as const) {
    it(`say when they came about by the earliest report, told ${when}`, async () => {
      await using test = await startTestApp();
      for (const body of bodies) await test.receive(body);
      const after = "select extract(epoch from status_at - at)::int as after from messages";
      assert.deepEqual(await rowsOf(test, after), [{ after: 5 }]);
    });
  }

  it("count once when one delivery brings one of them twice before its message", async () => {
    await using test = await startTestApp();
    await test.receive(late, early);
    const kept = "select extract(epoch from at)::int as at from orphans";
    assert.deepEqual(await rowsOf(test, kept), [{ at: Number(second(5)) }]);
    assert.deepEqual(await rowsOf(test, "select reason from parked_webhooks"), []);
  });

  it("wait for a message that is not known yet", async () => {
    await using test = await startTestApp();
    await test.receive(status("1", "read", 3));
    await test.receive(status("1", "delivered", 2));
    await test.receive(echo("1", "Hola"));
    assert.deepEqual(await rowsOf(test, OURS), [{ status: "read", wamid: "wamid.1", code: null }]);
    assert.deepEqual(await rowsOf(test, "select * from orphans"), []);
  });

  it("pause the number when the failure is the number's own, and only when it is fresh", async () => {
    await using test = await startTestApp();
    const states = "select status, status_reason is not null as says_why from channels";
    test.clock.set(new Date("2026-11-22T20:00:00Z"));
    await test.receive(echo("1", "Hola"), status("1", "failed", 1, { code: 131042 }));
    assert.deepEqual(await rowsOf(test, states), [{ status: "connected", says_why: false }]);

    test.clock.set(new Date("2026-11-22T12:00:05Z"));
    await test.receive(echo("2", "Hola", 2), status("2", "failed", 3, { code: 131042 }));
    assert.deepEqual(await rowsOf(test, states), [{ status: "paused", says_why: true }]);
  });
});

/** A message of ours whose send is in `state`; answers the name of its attempt. */
async function sendIn(
  { app, workspaceId, channelId, receive }: TestApp,
  state: string,
): Promise<string> {
  await receive(says("in", "Hola"));
  const [messageId, sendId, attemptId] = [app.ids.next(), app.ids.next(), app.ids.next()];
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status, at, status_at, created_at)
      select ${workspaceId}, ${messageId}, id, channel_id, 'out', '{"kind":"text","text":"Sí"}', 'unknown', now(), now(), now()
        from conversations`.execute(tx);
    await sql`
      insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                         state, attempt_id, not_before, queued_at)
      values (${workspaceId}, ${sendId}, ${channelId}, ${messageId}, 'message', 'reply', 'service', 'luz',
              '{"kind":"message","to":{}}', ${state}, ${attemptId}, now(), now())`.execute(tx);
  });
  return tagAttempt(app.sealer, { sendId: idOf(sendId), attemptId: idOf(attemptId) });
}
