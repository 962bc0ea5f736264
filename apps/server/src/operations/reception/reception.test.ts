import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { openReception } from "./reception.ts";

describe("a receiver's heartbeat", () => {
  it("tells with its first beat that nobody was here before", async () => {
    await using world = await startReceiver();
    await world.beat();
    assert.deepEqual(await gaps(world.test), ["silence"]);
  });

  it("goes on by one in five seconds, however many receivers beat", async () => {
    await using world = await startReceiver();
    await world.beat();
    const before = await count(world.test);
    await world.beat();
    await world.beat();
    assert.equal(await count(world.test), before);
    await world.later();
    await world.beat();
    assert.equal(await count(world.test), before + 1);
    assert.deepEqual(await gaps(world.test), ["silence"]);
  });

  it("keeps that a webhook was refused", async () => {
    await using world = await startReceiver();
    await world.beat();
    world.reception.noteRefusal();
    await world.beat();
    assert.deepEqual(await gaps(world.test), ["silence", "silence"]);
  });

  it("keeps that nobody beat for a while, and tells what could not be told", async () => {
    await using world = await startReceiver();
    await world.beat();
    await sql`update reception set beat_at = now() - interval '16 seconds'`.execute(
      world.test.app.db,
    );
    await world.beat();
    assert.deepEqual(await gaps(world.test), ["silence", "silence"]);
  });

  it("keeps that the machine's clock was moved, either way", async () => {
    await using world = await startReceiver();
    await world.beat();
    world.clocks.wall += 2 * 60 * 60_000;
    await world.beat();
    world.clocks.wall -= 2 * 60 * 60_000;
    await world.beat();
    assert.deepEqual(await gaps(world.test), ["silence", "clock", "clock"]);
  });

  it("keeps that the database's clock went back", async () => {
    await using world = await startReceiver();
    await world.beat();
    await sql`update reception set beat_at = now() + interval '2 hours'`.execute(world.test.app.db);
    await world.beat();
    assert.deepEqual(await gaps(world.test), ["silence", "clock"]);
  });

  async function startReceiver() {
    const test = await startTestApp();
    const clocks = { wall: 0 };
    const reception = openReception(test.app, { steadyMs: () => 0, wallMs: () => clocks.wall });
    return {
      test,
      clocks,
      reception,
      beat: () => reception.beat(),
      later: () =>
        sql`update reception set beat_at = now() - interval '5 seconds'`.execute(test.app.db),
      [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
    };
  }

  async function gaps({ app }: TestApp): Promise<string[]> {
    const { rows } = await sql<{ kind: string }>`
      select kind from reception_gaps order by id`.execute(app.db);
    return rows.map(({ kind }) => kind);
  }

  async function count({ app }: TestApp): Promise<number> {
    const { rows } = await sql<{ beat: number }>`select beat from reception`.execute(app.db);
    return rows[0]?.beat ?? 0;
  }
});
