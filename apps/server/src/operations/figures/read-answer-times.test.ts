import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ALWAYS_OPEN } from "@galka/core/hours/office-hours";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { saveHours } from "@galka/postgres/stores/work/hours";
import { addMessage, type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { type Somebody, type World, startWorld } from "../../http/testing/world.ts";
import { keepFigures, recountFigures } from "./keep-figures.ts";
import { type Waiting, readAnswerTimes } from "./read-answer-times.ts";
import { readStatistics } from "./read-statistics.ts";

const never = new AbortController().signal;
const WEEK = { from: "2026-11-16", to: "2026-11-22" };

describe("answer times of more waits than can be put in order", () => {
  let world: World;
  let ana: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    ids = await seedWorkspace(world.app.db, ana.workspaceId);
    await exchange("2026-11-14T23:30:00Z", 45 * 60);
    await exchange("2026-11-15T22:00:00Z", 6 * 3600);
    await exchange("2026-11-16T09:00:00Z", 40);
    await exchange("2026-11-16T09:10:00Z", 61);
    await exchange("2026-11-19T10:20:00Z", 3 * 3600);
    await exchange("2026-11-20T23:59:00Z", 30 * 3600);
    await keepFigures(world.app, ana.workspaceId, never);
  });
  after(() => world[Symbol.asyncDispose]());

  it("are those of the waits themselves, to half a percent", async () => {
    await agree();
  });

  it("have what happened since they were counted", async () => {
    await exchange("2026-11-18T12:00:00Z", 200);
    await keepFigures(world.app, ana.workspaceId, never);
    await agree();
  });

  it("have what was closed, and closed again on another day", async () => {
    for (const day of ["2026-11-21", "2026-11-22"]) {
      await changeConversation(sql`status = 'open'`);
      await changeConversation(
        sql`status = 'closed', status_at = ${`${day}T08:00:00Z`}::timestamptz`,
      );
      await keepFigures(world.app, ana.workspaceId, never);
      await agree();
    }
    assert.equal((await ask(0)).times.resolution.count, 1);
  });

  it("are by the days of the office's zone", async () => {
    const hours = { ...ALWAYS_OPEN, timeZone: "Asia/Kolkata" };
    await inWorkspace(world.app.db, ana.workspaceId, (tx) =>
      saveHours(tx, ana.workspaceId, world.app.ids.next(), {
        owner: { of: "office", ownerId: null },
        hours,
      }),
    );
    const scope = { part: "workspace", partId: ana.workspaceId } as const;
    await readStatistics(world.app, memberOf(ana), { scope, period: WEEK });
    await recountFigures(world.app, ana.workspaceId, never);
    await agree();
  });

  it("are of one channel alone when it is asked for", async () => {
    const own = await ask(0, { part: "channel", partId: ids.channelId });
    assert.equal(own.times.first.count, (await ask(0)).times.first.count);
    const other = await ask(0, { part: "channel", partId: ids.conversationId });
    assert.deepEqual(other.times.first, { count: 0, wall: null, office: null });
  });

  async function agree(): Promise<void> {
    const [exact, counted] = [await ask(1_000_000), await ask(0)];
    assert.ok(exact.times.first.count > 0);
    for (const kind of ["first", "next", "resolution"] as const) {
      const { count, wall, office } = exact.times[kind];
      assert.equal(counted.times[kind].count, count, kind);
      near(counted.times[kind].wall, wall);
      near(counted.times[kind].office, office);
    }
    assert.deepEqual(counted.queue, exact.queue);
    assert.deepEqual(
      counted.members.map(({ memberId, count }) => ({ memberId, count })),
      exact.members.map(({ memberId, count }) => ({ memberId, count })),
    );
    near({ ...counted.members[0] }, { ...exact.members[0] });
  }

  function memberOf({ workspaceId, memberId, email }: Somebody): Member {
    return { workspaceId, id: idOf(memberId), name: "Ana", email, role: "owner" };
  }

  function near(one: object | null, other: object | null): void {
    const values = Object.entries(other ?? {}).filter(([, value]) => typeof value === "number");
    for (const [name, value] of values) {
      const counted: unknown = Object.entries(one ?? {}).find(([key]) => key === name)?.[1];
      assert.ok(
        Math.abs(Number(counted) - value) <= value * 0.006,
        `${name}: ${Number(counted)}, ${value}`,
      );
    }
    assert.equal(one === null, other === null);
  }

  async function ask(
    exactWaits: number,
    scope: Parameters<typeof readAnswerTimes>[2]["scope"] = {
      part: "workspace",
      partId: ana.workspaceId,
    },
  ): Promise<Waiting> {
    const read = await readAnswerTimes(
      world.app,
      memberOf(ana),
      { scope, period: WEEK },
      exactWaits,
    );
    if ("refused" in read) throw new Error(read.refused);
    return read;
  }

  async function exchange(askedAt: string, seconds: number): Promise<void> {
    const { conversationId, channelId } = ids;
    const at = new Date(askedAt);
    const content = { kind: "text", text: "Hello" } as const;
    const message = { conversationId, channelId, content };
    await addMessage(world.app.db, ana.workspaceId, { ...message, at });
    const answeredAt = new Date(at.getTime() + seconds * 1000);
    await addMessage(world.app.db, ana.workspaceId, {
      ...message,
      at: answeredAt,
      by: ana.memberId,
    });
  }

  function changeConversation(set: ReturnType<typeof sql>): Promise<unknown> {
    return inWorkspace(world.app.db, ana.workspaceId, (tx) =>
      sql`update conversations set ${set} where id = ${ids.conversationId}`.execute(tx),
    );
  }
});
