import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SHOP_HABITS } from "@galka/server/demo/worlds/shop-people";
import { ORDER_CONFIRMED, PARCEL_SENT } from "@galka/server/demo/worlds/shop-templates";
import { isByChance } from "../support/chance.ts";
import { livedWorld, wholeStory } from "../support/lived-world.ts";
import { until } from "../support/until.ts";
import type { World } from "../support/world.ts";

const PEOPLE = 80;
const DAY_MS = 86_400_000;
const LONGEST_DAYS_OFF = 7;

/** Whoever has ordered reads what is said of it; so many let the shop see that they have. */
const SEEN_TO_READ = SHOP_HABITS.readReceipts;

describe("a shop's order notices", () => {
  let world: World;

  before(async () => {
    world = await livedWorld("order-notices", { people: PEOPLE, days: 1 });
    // The last who ordered have a day to read it and to answer; a phone may be without a network for longer.
    for (let day = 0; day < LONGEST_DAYS_OFF; day++) {
      await world.emulator.moveClock({ advanceMs: DAY_MS });
      await countedByGalka();
      const { sent, delivered } = await notices();
      if (delivered === sent) break;
    }
  });
  after(() => world[Symbol.asyncDispose]());

  async function countedByGalka(): Promise<void> {
    await until("Galka has counted all that was read", async () => {
      const { days } = await world.api("getStatistics", { query: wholeStory(world) });
      const { data } = await world.emulator.populations();
      return days.reduce((sum, day) => sum + day.read, 0) === data[0]?.counts.read;
    });
  }

  it("are read by as many as let others see it, by Galka's own count", async () => {
    const { sent, delivered, read } = await notices();
    assert.ok(sent > PEOPLE && sent <= 2 * PEOPLE, `${sent} notices of ${PEOPLE} orders`);
    assert.equal(delivered, sent);
    assert.ok(
      isByChance(read, delivered, SEEN_TO_READ),
      `${read} of ${delivered} were read, and ${SEEN_TO_READ} was the chance`,
    );
  });

  it("are followed by a recommendation to those who agreed, and to nobody else", async () => {
    const report = await recommendation();
    const { data } = await world.emulator.populations();
    assert.ok(report.funnel.planned > 0 && report.funnel.planned < (data[0]?.size ?? 0));
    assert.equal(report.funnel.skipped, 0);
    assert.ok(report.funnel.sent > 0 && report.funnel.sent <= report.funnel.planned);
    const { items } = await world.api("listCampaignRecipients", {
      params: { id: report.id },
      query: { limit: 20 },
    });
    for (const { contactId } of items) {
      const { records } = await world.api("getConsent", { params: { id: contactId } });
      assert.ok(records.some(({ way, purpose }) => way === "site-form" && purpose === "marketing"));
    }
  });

  it("cost and bring what the report of the recommendation says", async () => {
    const { funnel, costs } = await recommendation();
    const [cost] = costs;
    assert.ok(cost && cost.totalMinor > 0);
    assert.ok(funnel.read > 0 && funnel.read < funnel.delivered);
    assert.ok(funnel.answered > 0);
    assert.ok(cost.perReaderMicros !== null && cost.perAnswerMicros !== null);
    assert.ok(cost.perAnswerMicros > cost.perReaderMicros);
  });

  it("bring questions, which support answers and closes, and nothing else into the inbox", async () => {
    const { items } = await world.api("listConversations", { query: { limit: 100 } });
    const helped = items.filter(({ status }) => status === "closed");
    assert.ok(helped.length > 0);
    const { items: members } = await world.api("listMembers", {});
    const support = ["Hanna Voss", "Emre Kaya", "Julia Brandt"];
    for (const { assigneeId, lastInboundAt } of helped) {
      assert.ok(support.includes(members.find(({ id }) => id === assigneeId)?.name ?? ""));
      assert.notEqual(lastInboundAt, null);
    }
    const aside = items.filter(({ status }) => status === "snoozed");
    assert.ok(aside.length > 0);
    assert.ok(aside.every(({ unreadCount }) => unreadCount === 0));
    const { total } = await world.api("getSatisfaction", { query: wholeStory(world) });
    assert.ok(total.answered > 0);
  });

  /** What became of the order notices, as the templates' own page has it. */
  async function notices() {
    const [channel] = (await world.api("listChannels", {})).items;
    const id = channel?.id ?? "";
    const { items } = await world.api("listTemplates", { params: { id } });
    const counts = { sent: 0, delivered: 0, read: 0 };
    for (const template of items) {
      if (template.name !== ORDER_CONFIRMED.name && template.name !== PARCEL_SENT.name) continue;
      const { use } = await world.api("getTemplateLife", {
        params: { id },
        query: { templateId: template.id },
      });
      const month = use.find(({ days }) => days === 30);
      counts.sent += month?.sentCount ?? 0;
      counts.delivered += month?.deliveredCount ?? 0;
      counts.read += month?.readCount ?? 0;
    }
    return counts;
  }

  async function recommendation() {
    const [campaign] = (await world.api("listCampaigns", { query: {} })).items;
    const id = campaign?.id ?? "";
    return { id, ...(await world.api("getCampaignReport", { params: { id } })) };
  }
});
