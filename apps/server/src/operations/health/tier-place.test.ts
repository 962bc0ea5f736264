import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import { idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { feedChannel } from "../campaigns/feeding/feed-channel.ts";
import { type CampaignWorld, campaignWorld } from "../campaigns/testing/campaign-world.ts";
import { tendCampaigns } from "../campaigns/tend-campaigns.ts";
import { sendMessage } from "../messages/send-message.ts";
import { tierBudget } from "./tier-budget.ts";

const HOUR_MS = 3_600_000;
const NOTICE = { kind: "template", templateId: "notice", values: { body: {} } } as const;

describe("a single message and the tier", () => {
  it("is refused beyond the last place, says when there is one again, and goes then", async () => {
    await using world = await noticing("TIER_50");
    const writtenAt = new Date(world.app.clock.now().getTime() - 4 * HOUR_MS);
    await written(world, 50, writtenAt);
    const refused = await send(world);
    assert.ok("refused" in refused && refused.refused === "tier-used-up", JSON.stringify(refused));
    assert.equal(refused.people, 50);
    const { until } = refused;
    const freeAt = writtenAt.getTime() + 24 * HOUR_MS;
    assert.ok(until && until.getTime() >= freeAt && until.getTime() <= freeAt + HOUR_MS);
    assert.deepEqual(await world.sends(), []);
    world.advance(until.getTime() - world.app.clock.now().getTime());
    assert.ok("messageId" in (await send(world)));
  });

  it("goes to whoever has a place of today, and again to whom one waits for", async () => {
    await using world = await noticing("TIER_50");
    await written(world, 49, world.app.clock.now());
    assert.ok("messageId" in (await send(world)));
    assert.ok("messageId" in (await send(world)));
    const other = await world.conversation();
    await closeWindows(world);
    const refused = await send(world, other);
    assert.equal("refused" in refused && refused.refused, "tier-used-up");
    await world.in((tx) =>
      sql`update tier_people set recipient = (select contact_id::text from conversations where id = ${other})
           where recipient = 'person 7'`.execute(tx),
    );
    assert.ok("messageId" in (await send(world, other)));
  });

  it("is not held in the window, without a limit, and where no limit is known", async () => {
    await using world = await noticing("TIER_50");
    await written(world, 50, world.app.clock.now());
    const open = await world.conversation();
    assert.ok("messageId" in (await send(world, open)));
    for (const tier of ["TIER_UNLIMITED", "a tier of tomorrow"]) {
      await changeTier(world, tier);
      assert.ok("messageId" in (await send(world)), tier);
    }
  });

  it("never takes more places together with a campaign than there are, and neither waits for the other", async () => {
    await using world = await noticing("TIER_50");
    const { app, workspaceId, channelId } = world;
    await written(world, 20, app.clock.now());
    await world.crowd(60);
    const conversations: string[] = [];
    for (let n = 0; n < 12; n++) conversations.push(await world.conversation());
    await closeWindows(world);
    const values = [{ place: "body", key: "1", source: { from: "constant", value: "x" } } as const];
    await world.run({ ...PLAIN_PLAN, messages: [{ templateId: "offer", files: [], values }] });
    await tendCampaigns(app, workspaceId);
    const [, ...sent] = await Promise.all([
      feedChannel(app, { workspaceId, channelId }),
      ...conversations.map((id) => send(world, id)),
    ]);
    assert.ok(sent.every((it) => "messageId" in it || it.refused === "tier-used-up"));
    const { used, reserved } = await world.in((tx) =>
      tierBudget(tx, workspaceId, channelId, app.clock.now()),
    );
    assert.equal(used + reserved, 50);
  });
});

/** A number of that tier with a notice to send, and a contact whose window is closed. */
async function noticing(tier: string): Promise<CampaignWorld> {
  const world = await campaignWorld();
  await world.templates({ id: "notice", category: "utility", body: "It is ready." }, {});
  await changeTier(world, tier);
  await closeWindows(world);
  return world;
}

function changeTier({ in: within }: CampaignWorld, tier: string): Promise<unknown> {
  return within((tx) =>
    sql`update channels set facts = ${JSON.stringify({ tier })}::jsonb`.execute(tx),
  );
}

function closeWindows({ in: within }: CampaignWorld): Promise<unknown> {
  return within((tx) =>
    sql`update conversations set last_inbound_at = last_inbound_at - interval '3 days'`.execute(tx),
  );
}

async function written(world: CampaignWorld, count: number, at: Date): Promise<void> {
  await world.in((tx) =>
    sql`insert into tier_people (workspace_id, waba_id, recipient, at)
        select ${world.workspaceId}, c.waba_id, 'person ' || n, ${at}
          from channels c, generate_series(1, ${count}::int) as n`.execute(tx),
  );
}

function send(world: CampaignWorld, conversationId: string = world.conversationId) {
  return sendMessage(world.app, world.member, {
    conversationId: idOf(conversationId),
    clientId: randomUUID(),
    draft: NOTICE,
  });
}
