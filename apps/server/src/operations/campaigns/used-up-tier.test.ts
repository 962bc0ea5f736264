import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { tendCampaigns } from "./tend-campaigns.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 3_600_000;

describe("a campaign on a number whose tier is used up", () => {
  it("writes at once to whom the tier has counted today already", async () => {
    await using world = await campaignWorld();
    await tier(world, "TIER_250");
    const morning = await world.crowd(250);
    await written(world, morning, new Date(world.app.clock.now().getTime() - 5 * HOUR_MS));
    await world.crowd(5);
    const id = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(id), { queued: 250, planned: 5 });
    const queued = (await world.people(id)).filter(({ state }) => state === "queued");
    assert.deepEqual(queued.map((it) => it.contact_id).toSorted(), morning.toSorted());
    // What waits for somebody keeps them a place, so that another message of today takes none.
    const other = await world.run();
    await world.turn();
    assert.deepEqual(await world.counts(other), { queued: 250, planned: 5 });
  });

  it("reaches those whose window is open though nobody before them has a place", async () => {
    await using world = await campaignWorld();
    await world.in((tx) => sql`update channels set throughput_per_second = 4`.execute(tx));
    await tier(world, "TIER_50");
    const others = Array.from({ length: 50 }, (_, n) => `person ${n}`);
    await written(world, others, world.app.clock.now());
    await world.crowd(400);
    const id = await world.run();
    await tendCampaigns(world.app, world.workspaceId);
    const inOrder = (await world.people(id)).map((it) => it.contact_id);
    // The sender has room for 128: they stand behind three times as many.
    const open = inOrder.slice(-6);
    await heardFrom(world, open.slice(0, 5));
    await world.turn();
    assert.deepEqual(await queued(world, id), open.slice(0, 5).toSorted());
    // Who writes while the others wait is found within minutes.
    await heardFrom(world, open.slice(5));
    world.advance(5 * 60_000);
    await world.turn();
    assert.deepEqual(await queued(world, id), open.toSorted());
    // With places again, the first in the order are the first who are written to.
    world.advance(24 * HOUR_MS);
    await world.turn();
    const first = inOrder.slice(0, 44);
    assert.deepEqual(await queued(world, id), [...first, ...open].toSorted());
    assert.deepEqual(await world.counts(id), { queued: 50, planned: 350 });
  });

  it("goes on through those behind while places come back one by one", async () => {
    await using world = await campaignWorld();
    await world.in((tx) => sql`update channels set throughput_per_second = 4`.execute(tx));
    await tier(world, "TIER_50");
    const others = Array.from({ length: 50 }, (_, n) => `person ${n}`);
    await written(world, others, world.app.clock.now());
    await world.crowd(300);
    const id = await world.run();
    await tendCampaigns(world.app, world.workspaceId);
    const inOrder = (await world.people(id)).map((it) => it.contact_id);
    await heardFrom(world, inOrder.slice(-10));
    for (const n of [0, 1, 2]) {
      await world.in((tx) =>
        sql`delete from tier_people where recipient = ${`person ${n}`}`.execute(tx),
      );
      await world.turn();
      const expected = [...inOrder.slice(0, n + 1), ...inOrder.slice(-10)];
      assert.deepEqual(await queued(world, id), expected.toSorted());
    }
  });
});

async function queued(world: CampaignWorld, id: string): Promise<string[]> {
  const people = await world.people(id);
  return people.flatMap((it) => (it.state === "queued" ? [it.contact_id] : [])).toSorted();
}

/** Opens the windows of these people. */
async function heardFrom(world: CampaignWorld, ids: readonly string[]): Promise<void> {
  const now = world.app.clock.now();
  await world.in((tx) =>
    sql`insert into conversations (workspace_id, id, channel_id, contact_id, status, last_inbound_at,
                                   last_message_at, created_at)
        select ${world.workspaceId}, gen_random_uuid(), ${world.channelId}, p.id, 'closed', ${now}, ${now}, ${now}
          from unnest(${[...ids]}::uuid[]) as p (id)`.execute(tx),
  );
}

async function tier(world: CampaignWorld, name: string): Promise<void> {
  await world.in((tx) =>
    sql`update channels set facts = ${JSON.stringify({ tier: name })}::jsonb`.execute(tx),
  );
}

/** Has the number have written to these people first. */
async function written(world: CampaignWorld, ids: readonly string[], at: Date): Promise<void> {
  await world.in((tx) =>
    sql`insert into tier_people (workspace_id, waba_id, recipient, at)
        select ${world.workspaceId}, c.waba_id, p.id, ${at}
          from channels c cross join unnest(${[...ids]}::text[]) as p (id)
         where c.id = ${world.channelId}`.execute(tx),
  );
}
