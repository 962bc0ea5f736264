import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ROUBLES_OF_2022 } from "@galka/core/billing/tariffs/own-tariff";
import { WHOLE_AUDIENCE } from "@galka/core/audience/audience-wish";
import { type CampaignPlan, PLAIN_PLAN } from "@galka/core/campaigns/plan";
import { sql } from "kysely";
import type { FrequencyCap } from "@galka/core/consent/frequency-cap";
import { changeConsentRules } from "../../consent/consent-settings.ts";
import { choosePrices, keepTariff } from "../../prices/tariffs/change-tariffs.ts";
import { type CampaignWorld, campaignWorld } from "../testing/campaign-world.ts";
import { readCampaign } from "./read-campaigns.ts";
import { type ForecastTold, forecastCampaign } from "./forecast-campaign.ts";

const MINUTE_MS = 60_000;

describe("the forecast of a campaign", () => {
  it("leaves out who lives where marketing is off, and says so", async () => {
    await using world = await campaignWorld();
    const ids = await world.crowd(10);
    await numbers(world, ids.slice(0, 4), "7916");
    await numbers(world, ids.slice(4, 5), "1202");
    const told = await forecast(world);
    assert.deepEqual(told.skips, [{ reason: "country-rule", count: 5 }]);
    assert.deepEqual(
      [told.audienceCount, told.forecast.reached, told.cost.totals[0]?.count],
      [10, 5, 5],
    );
    await world.run();
    await world.turn();
    assert.equal((await world.sends()).length, 5);
  });

  it("ends when the night is over for the last of them", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    const now = world.app.clock.now();
    await quietForAnHour(world);
    const told = await forecast(world);
    assert.equal(told.forecast.reached, 10);
    assert.deepEqual(told.forecast.slowedBy, ["quiet-hours"]);
    const minutes = ((told.forecast.endsAt?.getTime() ?? 0) - now.getTime()) / MINUTE_MS;
    assert.ok(minutes > 58 && minutes < 62, String(minutes));
    await world.templates({ id: "offer", category: "utility" });
    assert.deepEqual((await forecast(world)).forecast.slowedBy, []);
  });

  it("moves the end of one that is running, too", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    await quietForAnHour(world);
    const id = await world.run();
    await world.turn();
    const view = await readCampaign(world.app, world.member, id);
    if ("refused" in view) throw new Error(view.refused);
    assert.equal(view.waitsFor, "quiet-hours");
    const minutes = ((view.endsAt?.getTime() ?? 0) - world.app.clock.now().getTime()) / MINUTE_MS;
    assert.ok(minutes > 58 && minutes < 62, String(minutes));
  });

  it("waits for whom a cap allows more within a day, and leaves out the others", async () => {
    await using world = await campaignWorld();
    const ids = await world.crowd(10);
    const hours = (count: number) => new Date(world.app.clock.now().getTime() - count * 3_600_000);
    const { channelId } = world;
    await capped(world, [{ channelId: null, most: 1, days: 3 }]);
    await sentBefore(world, ids.slice(0, 3), hours(60));
    await sentBefore(world, ids.slice(3, 5), hours(20));
    await sentBefore(world, ids.slice(5, 6), hours(80));
    await mergedInto(world, { winner: ids[6] ?? "", loser: ids[4] ?? "" });
    const told = await forecast(world);
    assert.deepEqual(told.skips, [{ reason: "frequency-cap", count: 3 }]);
    assert.deepEqual([told.forecast.reached, told.cost.totals[0]?.count], [7, 7]);
    assert.deepEqual(told.forecast.slowedBy, ["frequency-cap"]);
    const ends = ((told.forecast.endsAt?.getTime() ?? 0) - hours(0).getTime()) / 3_600_000;
    assert.ok(ends > 11.9 && ends < 12.5, String(ends));
    await capped(world, [{ channelId, most: 2, days: 3 }]);
    assert.deepEqual((await forecast(world)).forecast.slowedBy, []);
    await world.templates({ id: "offer", category: "utility" });
    await capped(world, [{ channelId: null, most: 1, days: 3 }]);
    assert.deepEqual((await forecast(world)).skips, []);
  });

  it("tells of people under a cap what comes of them", async () => {
    await using world = await campaignWorld();
    const ids = await world.crowd(4);
    const now = world.app.clock.now().getTime();
    await capped(world, [{ channelId: null, most: 1, days: 2 }]);
    await sentBefore(world, ids.slice(0, 1), new Date(now - 30 * 3_600_000));
    await sentBefore(world, ids.slice(1, 2), new Date(now - 3_600_000));
    const told = await forecast(world);
    const id = await world.run();
    await world.turn();
    const view = await readCampaign(world.app, world.member, id);
    if ("refused" in view) throw new Error(view.refused);
    const off = (view.endsAt?.getTime() ?? 0) - (told.forecast.endsAt?.getTime() ?? 0);
    assert.ok(Math.abs(off) < 20 * MINUTE_MS, String(off));
    assert.deepEqual(told.skips, [{ reason: "frequency-cap", count: 1 }]);
    assert.equal((await world.counts(id))["skipped frequency-cap"], 1);
    assert.equal((await world.counts(id))["queued"], 2);
    assert.equal((await world.counts(id))["planned"], 1);
  });

  it("costs at most what every step of a sequence would cost, and at least what nobody's silence adds", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    await world.templates({ id: "offer" }, { id: "other", category: "utility" });
    const alone = (await forecast(world)).cost.totals[0];
    const message = { templateId: "other", files: [], values: [] };
    const step = { afterHours: 24, unless: "answered", message } as const;
    const { cost } = await forecast(world, { steps: [step, step] });
    const [total] = cost.totals;
    assert.ok(alone && total);
    assert.deepEqual([total.leastMinor, total.count], [alone.leastMinor, 30]);
    assert.ok(total.mostMinor > alone.mostMinor);
    assert.deepEqual(
      cost.lines.map(({ category, count }) => [category, count]),
      [
        ["marketing", 10],
        ["utility", 20],
      ],
    );
  });

  it("has rivals of two categories not launched: half would need a consent, and another price", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    await world.templates({ id: "offer" }, { id: "other", category: "utility" });
    const messages = ["offer", "other"].map((templateId) => ({
      templateId,
      files: [],
      values: [],
    }));
    const { problems } = await forecast(world, { messages });
    assert.ok(problems.some(({ what }) => what === "rivals-of-two-categories"));
  });

  it("costs what the workspace's own tariff says", async () => {
    await using world = await campaignWorld();
    await world.crowd(10);
    const { app, member } = world;
    const kept = await keepTariff(app, member, null, { ...ROUBLES_OF_2022, name: "Ours" });
    assert.ok("id" in kept);
    await choosePrices(app, member, {
      tariff: kept.id,
      markup: { basisPoints: 0, fixedMicros: 0 },
    });
    const { cost } = await forecast(world);
    assert.deepEqual(
      cost.totals.map(({ currency, count }) => [currency, count]),
      [["RUB", 10]],
    );
  });
});

async function forecast(
  world: CampaignWorld,
  wish: Partial<CampaignPlan> = {},
): Promise<ForecastTold> {
  const plan: CampaignPlan = {
    ...PLAIN_PLAN,
    messages: [{ templateId: "offer", files: [], values: [] }],
    ...wish,
  };
  const audience = {
    ...WHOLE_AUDIENCE,
    of: [
      {
        from: "filter",
        filter: { all: [{ field: "contact-field-filled", name: "City" }] },
      } as const,
    ],
  };
  const draft = { name: "Offer", channelId: world.channelId, audience, plan };
  const told = await forecastCampaign(world.app, world.member, draft);
  if ("refused" in told) throw new Error(told.refused);
  return told;
}

/** For those in Argentina, three hours behind UTC, it is quiet for an hour yet. */
async function quietForAnHour({ app, member }: CampaignWorld): Promise<void> {
  const now = app.clock.now();
  const wall = (now.getUTCHours() * 60 + now.getUTCMinutes() + 21 * 60) % 1440;
  const quietHours = { fromMinute: (wall + 1380) % 1440, toMinute: (wall + 60) % 1440 };
  const rules = { stopWords: [], startWords: [], caps: [], quietHours };
  const changed = await changeConsentRules(app, member, rules);
  assert.ok(!("refused" in changed));
}

/** Gives these contacts numbers of another country. */
async function numbers(
  world: CampaignWorld,
  ids: readonly string[],
  prefix: string,
): Promise<void> {
  await world.in((tx) =>
    sql`update contact_identities set value = ${prefix} || right(value, 7)
         where contact_id = any(${[...ids]}::uuid[])`.execute(tx),
  );
}

async function capped({ app, member }: CampaignWorld, caps: readonly FrequencyCap[]) {
  const rules = { stopWords: [], startWords: [], caps, quietHours: null };
  assert.ok(!("refused" in (await changeConsentRules(app, member, rules))));
}

/** Marketing that these contacts were sent over the world's channel. */
async function sentBefore(world: CampaignWorld, ids: readonly string[], at: Date): Promise<void> {
  const { workspaceId, channelId } = world;
  const contacts = [...ids];
  await world.in(async (tx) => {
    await sql`
      insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
      select ${workspaceId}, id, ${channelId}, id, 'closed', ${at}, ${at} from unnest(${contacts}::uuid[]) as t (id)`.execute(
      tx,
    );
    await sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, author_system,
                            status, at, status_at, created_at)
      select ${workspaceId}, id, id, ${channelId}, 'out', '{"kind":"text","text":"Hi"}', 'campaign', 'sent',
             ${at}, ${at}, ${at} from unnest(${contacts}::uuid[]) as t (id)`.execute(tx);
    await sql`
      insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                         consent_id, state, not_before, queued_at, settled_at)
      select ${workspaceId}, gen_random_uuid(), ${channelId}, r.contact_id, 'message', 'marketing', 'marketing',
             r.contact_id::text, '{}', r.id, 'accepted', ${at}, ${at}, ${at}
        from consent_records r where r.contact_id = any(${contacts}::uuid[])`.execute(tx);
  });
}

async function mergedInto(
  { workspaceId, in: within, app }: CampaignWorld,
  { winner, loser }: { readonly winner: string; readonly loser: string },
): Promise<void> {
  await within((tx) =>
    sql`insert into contact_merges (workspace_id, id, winner_id, loser_id, merged_at, record)
        values (${workspaceId}, gen_random_uuid(), ${winner}, ${loser}, ${app.clock.now()}, '{}')`.execute(
      tx,
    ),
  );
}
