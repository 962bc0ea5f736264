import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
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
});

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
