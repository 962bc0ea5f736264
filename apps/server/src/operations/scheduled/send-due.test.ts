import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { addColleague } from "../testing/colleague.ts";
import {
  cancelScheduled,
  changeScheduled,
  listScheduled,
  scheduleMessage,
} from "./schedule-message.ts";
import { sendDue } from "./send-due.ts";

const HOUR_MS = 3_600_000;

describe("a scheduled message", () => {
  it("waits until its time and is then sent once, however many look at it", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    await schedule(world, mia);
    assert.equal(await sendDue(world.app), 0);
    world.advance(HOUR_MS);
    const counts = await Promise.all(Array.from({ length: 8 }, () => sendDue(world.app)));
    assert.equal(
      counts.reduce((sum, it) => sum + it),
      1,
    );
    assert.equal((await world.sends()).length, 1);
    assert.deepEqual(await open(world, mia), []);
  });

  it("is asked for once by one client id", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    const clientId = randomUUID();
    await Promise.all([schedule(world, mia, { clientId }), schedule(world, mia, { clientId })]);
    assert.equal((await open(world, mia)).length, 1);
  });

  it("is not sent when the window has closed by then, and says so", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    await schedule(world, mia, { inMs: 30 * HOUR_MS });
    world.advance(30 * HOUR_MS);
    assert.equal(await sendDue(world.app), 1);
    assert.deepEqual(await open(world, mia), [["failed", "window-closed"]]);
    assert.deepEqual(await world.sends(), []);
    assert.equal(await sendDue(world.app), 0);
  });

  it("waits again when its author gives it another time", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    const id = await schedule(world, mia, { inMs: 30 * HOUR_MS });
    world.advance(30 * HOUR_MS);
    await sendDue(world.app);
    const sendAt = new Date(world.app.clock.now().getTime() + HOUR_MS);
    assert.deepEqual(await changeScheduled(world.app, mia, id, { sendAt }), { done: true });
    assert.deepEqual(await open(world, mia), [["waiting", null]]);
  });

  it("is not sent once it is cancelled, and cannot be cancelled once it is sent", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    const first = await schedule(world, mia);
    assert.deepEqual(await cancelScheduled(world.app, mia, first), { done: true });
    const second = await schedule(world, mia);
    world.advance(HOUR_MS);
    assert.equal(await sendDue(world.app), 1);
    assert.deepEqual(await cancelScheduled(world.app, mia, second), { refused: "not-waiting" });
  });

  it("is not sent for somebody who has left the team", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    await schedule(world, mia);
    await world.in((tx) => sql`delete from members where id = ${mia.id}`.execute(tx));
    world.advance(HOUR_MS);
    await sendDue(world.app);
    assert.deepEqual(await open(world, world.member), [["failed", "forbidden"]]);
  });

  it("is refused for a time that has passed, and without words", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    await assert.rejects(schedule(world, mia, { inMs: 0 }), /time-passed/);
    await assert.rejects(schedule(world, mia, { text: " " }), /empty-text/);
  });

  it("that nobody can read keeps waiting and does not stop the others", async () => {
    await using world = await sendingWorld();
    const mia = await addColleague(world, "Mia");
    const odd = await schedule(world, mia);
    await world.in((tx) =>
      sql`update scheduled_messages set draft = '{"kind":"poem"}' where id = ${odd}`.execute(tx),
    );
    await schedule(world, mia);
    world.advance(HOUR_MS);
    assert.equal(await sendDue(world.app), 1);
    assert.equal((await world.sends()).length, 1);
  });
});

type Some = { readonly inMs?: number; readonly clientId?: string; readonly text?: string };

async function schedule(world: SendingWorld, by: Member, some: Some = {}) {
  const { inMs = HOUR_MS, clientId = randomUUID(), text = "Good morning" } = some;
  const scheduled = await scheduleMessage(world.app, by, {
    conversationId: world.conversationId,
    clientId,
    draft: { kind: "text", text },
    sendAt: new Date(world.app.clock.now().getTime() + inMs),
  });
  if ("refused" in scheduled) throw new Error(scheduled.refused);
  return idOf<"scheduled-message">(scheduled.id);
}

async function open(world: SendingWorld, by: Member) {
  const found = await listScheduled(world.app, by, null);
  if ("refused" in found) throw new Error(found.refused);
  return found.items
    .filter(({ sendAt }) => sendAt < new Date("2090-01-01"))
    .map(({ state, refusal }) => [
      state,
      typeof refusal === "object" && refusal !== null && "refused" in refusal
        ? refusal.refused
        : null,
    ]);
}
