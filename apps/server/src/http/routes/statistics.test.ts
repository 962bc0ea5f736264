import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ALWAYS_OPEN } from "@galka/core/hours/office-hours";
import { inWorkspace } from "@galka/postgres/database";
import { saveHours } from "@galka/postgres/stores/work/hours";
import { addMessage, type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { keepFigures, recountFigures } from "../../operations/figures/keep-figures.ts";
import { type Somebody, type World, startWorld } from "../testing/world.ts";

const WEEK = "from=2026-11-16&to=2026-11-22";
const never = new AbortController().signal;

describe("statistics", () => {
  let world: World;
  let ana: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    // One message that came in on Sunday the 22nd at noon.
    ids = await seedWorkspace(world.app.db, ana.workspaceId);
  });
  after(() => world[Symbol.asyncDispose]());

  async function ask(path: string) {
    const url = `/api/v1/statistics${path}`;
    const answer = await world.server.inject({ url, headers: { cookie: ana.cookie } });
    return { status: answer.statusCode, body: answer.json() };
  }

  it("count what came in, by day, by hour of the week and by part", async () => {
    const { body } = await ask(`?${WEEK}`);
    const counts = { incoming: 1, outgoing: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
    assert.deepEqual(body.days, [{ day: "2026-11-22", ...counts }]);
    assert.deepEqual(body.hours, [{ weekday: 6, hour: 12, incoming: 1, outgoing: 0, reads: 0 }]);
    assert.deepEqual(body.parts, [
      { part: "channel", partId: ids.channelId, name: "Shop", ...counts },
    ]);
  });

  it("show the conversations that a count is made of", async () => {
    const behind = await ask(`/conversations?${WEEK}&measure=incoming`);
    assert.deepEqual(
      behind.body.items.map((it: { id: string }) => it.id),
      [ids.conversationId],
    );
    const none = await ask(`/conversations?${WEEK}&measure=failed`);
    assert.deepEqual(none.body.items, []);
  });

  it("count by the office's zone once it has one, and say that they are counting", async () => {
    const hours = { ...ALWAYS_OPEN, timeZone: "Pacific/Auckland" };
    await inWorkspace(world.app.db, ana.workspaceId, (tx) =>
      saveHours(tx, ana.workspaceId, world.app.ids.next(), {
        owner: { of: "office", ownerId: null },
        hours,
      }),
    );
    assert.equal(typeof (await ask(`?${WEEK}`)).body.countingFrom, "string");
    assert.equal(await recountFigures(world.app, ana.workspaceId, never), "done");
    const { body } = await ask("?from=2026-11-23&to=2026-11-23");
    assert.equal(body.timeZone, "Pacific/Auckland");
    assert.equal(body.countingFrom, null);
    // Noon in London is one o'clock at night of the next day there.
    assert.deepEqual(body.hours, [{ weekday: 0, hour: 1, incoming: 1, outgoing: 0, reads: 0 }]);
  });

  it("say how long contacts waited, by the wall clock and by office hours", async () => {
    const { conversationId, channelId } = ids;
    await addMessage(world.app.db, ana.workspaceId, {
      conversationId,
      channelId,
      at: new Date("2026-11-22T12:10:00Z"),
      content: { kind: "text", text: "Hello" },
      by: ana.memberId,
    });
    await keepFigures(world.app, ana.workspaceId, never);
    const { body } = await ask("/answer-times?from=2026-11-23&to=2026-11-23");
    const tenMinutes = { p50Ms: 600_000, p90Ms: 600_000, p95Ms: 600_000 };
    assert.deepEqual(body.first, { count: 1, wall: tenMinutes, office: tenMinutes });
    assert.deepEqual(body.next, { count: 0, wall: null, office: null });
    assert.deepEqual(body.members, [{ memberId: ana.memberId, count: 1, p50Ms: 600_000 }]);
  });

  it("refuse a period that is backwards or endless, and a part without its id", async () => {
    for (const query of [
      "from=2026-11-22&to=2026-11-16",
      "from=2020-01-01&to=2026-11-16",
      `${WEEK}&part=channel`,
    ]) {
      assert.equal((await ask(`?${query}`)).status, 422, query);
    }
  });
});

describe("the queue of closing windows", () => {
  it("names whose window shuts next, what an answer costs now and a template later", async () => {
    await using world = await startWorld({ now: () => new Date("2026-11-23T11:00:00Z") });
    const ana = await world.somebody("Ana");
    const phone = "4915112345678";
    const ids = await seedWorkspace(world.app.db, ana.workspaceId, { phone });
    const list = async () => {
      const headers = { cookie: ana.cookie };
      const answer = await world.server.inject({ url: "/api/v1/closing-windows", headers });
      return answer.json().items;
    };
    const [first] = await list();
    assert.equal(first.conversation.id, ids.conversationId);
    assert.equal(first.closesAt, "2026-11-23T12:00:00.000Z");
    assert.deepEqual(first.prices, {
      country: "DE",
      currency: "USD",
      answerMicros: 0,
      utilityMicros: 55_000,
      marketingMicros: 136_500,
    });

    await addMessage(world.app.db, ana.workspaceId, {
      conversationId: ids.conversationId,
      channelId: ids.channelId,
      at: new Date("2026-11-23T10:59:00Z"),
      content: { kind: "text", text: "Yes" },
      by: ana.memberId,
    });
    assert.deepEqual(await list(), [], "nobody waits any more");
  });
});
