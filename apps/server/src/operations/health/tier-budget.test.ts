import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknownAccount } from "@galka/core/billing/charging/account";
import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import { savePriceAccount } from "@galka/postgres/stores/billing/price-accounts";
import { listFreed } from "@galka/postgres/stores/health/tier-people";
import { sql } from "kysely";
import { type CampaignWorld, campaignWorld } from "../campaigns/testing/campaign-world.ts";
import { feedChannel } from "../campaigns/feeding/feed-channel.ts";
import { tendCampaigns } from "../campaigns/tend-campaigns.ts";
import { tierBudget } from "./tier-budget.ts";

const HOUR_MS = 3_600_000;

describe("the tier of a portfolio", () => {
  it("counts a person once, whichever of its accounts has written to them", async () => {
    await using world = await campaignWorld();
    const other = await anotherNumber(world);
    await portfolios(world, "a portfolio", "a portfolio");
    await written(world, "WABA", ["ana", "luz"]);
    await written(world, OTHER, ["luz", "sol", "mar"]);
    for (const channelId of [world.channelId, other]) {
      assert.deepEqual(await budget(world, channelId), { used: 4, left: 46 });
    }
    const freed = await world.in((tx) =>
      listFreed(tx, world.workspaceId, other, world.app.clock.now()),
    );
    assert.equal(
      freed.reduce((sum, { count }) => sum + count, 0),
      4,
    );
    world.advance(25 * HOUR_MS);
    assert.deepEqual(await budget(world, other), { used: 0, left: 50 });
  });

  it("is one of each account where they are of different portfolios, or nothing is known of them", async () => {
    await using world = await campaignWorld();
    const other = await anotherNumber(world);
    await written(world, "WABA", ["ana", "luz"]);
    await written(world, OTHER, ["luz"]);
    assert.deepEqual(await budget(world, other), { used: 1, left: 49 });
    await portfolios(world, "one", "another");
    assert.deepEqual(await budget(world, other), { used: 1, left: 49 });
    assert.deepEqual(await budget(world, world.channelId), { used: 2, left: 48 });
  });

  it("promises a place once to campaigns on two of its numbers that are fed at once", async () => {
    await using world = await campaignWorld();
    const { app, workspaceId, channelId } = world;
    const other = await anotherNumber(world);
    await portfolios(world, "a portfolio", "a portfolio");
    await world.crowd(60);
    const ids = [await world.run(), await world.run()];
    await world.in((tx) =>
      sql`update campaigns set channel_id = ${other} where id = ${ids[1]}`.execute(tx),
    );
    await tendCampaigns(app, workspaceId);
    await Promise.all(
      [channelId, other].map((id) => feedChannel(app, { workspaceId, channelId: id })),
    );
    const people = await Promise.all(ids.map((id) => world.people(id)));
    const reached = people.flat().filter(({ state }) => state === "queued");
    assert.equal(new Set(reached.map((it) => it.contact_id)).size <= 50, true);
    assert.ok(reached.length > 0);
  });
});

const OTHER = "another account";

/** Another number, of another account of the same business, in the tier of fifty people. */
async function anotherNumber(world: CampaignWorld): Promise<ChannelId> {
  const id = idOf<"channel">(world.app.ids.next());
  await world.in(async (tx) => {
    await sql`update channels set waba_id = 'WABA', facts = '{"tier": "TIER_50"}'`.execute(tx);
    const facts = JSON.stringify({ id, waba_id: OTHER, phone_number_id: "another number" });
    await sql`
      insert into channels
      select (jsonb_populate_record(c, ${facts}::jsonb)).* from channels c`.execute(tx);
    await sql`
      insert into templates
      select (jsonb_populate_record(t, ${JSON.stringify({ channel_id: id })}::jsonb)).*
        from templates t`.execute(tx);
  });
  return id;
}

/** As Meta tells of whose portfolio the accounts are. */
async function portfolios(world: CampaignWorld, one: string, other: string): Promise<void> {
  const { workspaceId, app } = world;
  await world.in(async (tx) => {
    const now = app.clock.now();
    const own = { ...unknownAccount("WABA"), portfolioId: one };
    await savePriceAccount(tx, workspaceId, own, now);
    await savePriceAccount(tx, workspaceId, { ...own, id: OTHER, portfolioId: other }, now);
  });
}

async function written(world: CampaignWorld, wabaId: string, who: readonly string[]) {
  const at = new Date(world.app.clock.now().getTime() - HOUR_MS);
  await world.in((tx) =>
    sql`insert into tier_people (workspace_id, waba_id, recipient, at)
        select ${world.workspaceId}, ${wabaId}, who, ${at} from unnest(${[...who]}::text[]) as w (who)`.execute(
      tx,
    ),
  );
}

async function budget(world: CampaignWorld, channelId: ChannelId) {
  const { workspaceId, app } = world;
  const { used, left } = await world.in((tx) =>
    tierBudget(tx, workspaceId, channelId, app.clock.now()),
  );
  return { used, left };
}
