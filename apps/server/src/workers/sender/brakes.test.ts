import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Brake, noBrake } from "@galka/core/health/brake";
import { lockBrakeRecord, saveBrakeRecord } from "@galka/postgres/stores/health/brakes";
import { listFreed } from "@galka/postgres/stores/health/tier-people";
import { sql } from "kysely";
import { brakeOf } from "../../operations/health/brake-of.ts";
import { tierBudget } from "../../operations/health/tier-budget.ts";
import { queueCampaign } from "./testing/queue-campaign.ts";
import { type SendingWorld, sendingWorld } from "./testing/sending-world.ts";

describe("the brakes of a number", () => {
  it("hold back a campaign while answers go on, and let it go when they are off", async () => {
    await using world = await sendingWorld();
    await brake(world, "pause-marketing");
    await queueCampaign(world, "News", world.conversationId);
    const other = await world.conversation();
    world.start();
    await world.say("Hola", other);
    await world.until("the answer is out", () => world.gateway.calls.length === 1);
    assert.deepEqual(texts(world), ["Hola"]);
    assert.deepEqual(await held(world), { brake: "pause-marketing", factor: 1 });
    await brake(world, "slow");
    await world.until("the campaign is out", () => world.gateway.calls.length === 2);
    assert.deepEqual(await held(world), { brake: "slow", factor: 0.25 });
  });

  it("hold back everything when all is paused", async () => {
    await using world = await sendingWorld();
    const other = await world.conversation();
    world.start();
    await world.say("Hola");
    await world.until("it is out", () => world.gateway.calls.length === 1);
    await brake(world, "pause-all");
    const waiting = await world.say("¿Hola?", other);
    await brake(world, "none");
    await world.until("it goes on", async () =>
      ["accepted"].includes((await world.message(waiting)).status),
    );
  });

  it("let nothing begin that was claimed before", async () => {
    await using world = await sendingWorld();
    await queueCampaign(world, "News", world.conversationId);
    await brake(world, "pause-all");
    world.start();
    const sender = world.start();
    await sender[Symbol.asyncDispose]();
    assert.deepEqual(texts(world), []);
    assert.deepEqual(
      (await world.sends()).map(({ state }) => state),
      ["queued"],
    );
  });
});

describe("the tier's budget", () => {
  it("counts each person once, and nobody who wrote within a day", async () => {
    await using world = await sendingWorld();
    await world.in((tx) => sql`update channels set facts = '{"tier": "TIER_250"}'`.execute(tx));
    const silent = await world.conversation();
    const silentToo = await world.conversation();
    await world.in((tx) =>
      sql`update conversations set last_inbound_at = null
           where id in (${silent}, ${silentToo})`.execute(tx),
    );
    for (const id of [silent, silentToo, world.conversationId])
      await queueCampaign(world, "News", id);
    assert.deepEqual(await budget(world), { used: 0, reserved: 2, left: 248 });
    world.start();
    await world.until("all is out", () => world.gateway.calls.length === 3);
    assert.deepEqual(await budget(world), { used: 2, reserved: 0, left: 248 });
    await queueCampaign(world, "More news", silent);
    await world.until("that is out too", () => world.gateway.calls.length === 4);
    assert.deepEqual(await budget(world), { used: 2, reserved: 0, left: 248 });

    const freed = await world.in((tx) =>
      listFreed(tx, world.workspaceId, world.channelId, world.app.clock.now()),
    );
    assert.deepEqual(
      freed.map(({ count }) => count),
      [2],
    );
    world.advance(25 * 60 * 60_000);
    assert.deepEqual(await budget(world), { used: 0, reserved: 0, left: 250 });
  });
});

function texts(world: SendingWorld): string[] {
  return world.gateway.calls.map(({ text }) => text);
}

function held(world: SendingWorld) {
  return world.in((tx) => brakeOf(tx, world.workspaceId, world.channelId));
}

async function budget({ app, in: run, workspaceId, channelId }: SendingWorld) {
  const found = await run((tx) => tierBudget(tx, workspaceId, channelId, app.clock.now()));
  const { used, reserved, left } = found;
  return { used, reserved, left };
}

function brake({ app, in: run, workspaceId, channelId }: SendingWorld, to: Brake) {
  return run(async (tx) => {
    const now = app.clock.now();
    const record = await lockBrakeRecord(tx, workspaceId, channelId, now);
    const state = { ...noBrake(now), brake: to };
    await saveBrakeRecord(tx, workspaceId, channelId, { ...record, state, held: to });
  });
}
