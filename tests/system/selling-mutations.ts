import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { CallInput } from "@galka/contract/client";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import { until } from "../support/until.ts";
import type { World } from "../support/world.ts";

/** What is done with campaigns and prices, each by the name of its route. */
export const SELLING: Readonly<
  Record<string, (world: World, conversationId: string) => Promise<unknown>>
> = {
  createCampaign: (world) => campaignOf(world),
  updateCampaign: async (world) =>
    world.api("updateCampaign", {
      params: { id: await campaignOf(world) },
      body: { ...(await campaignDraft(world)), name: "Another notice" },
    }),
  copyCampaign: async (world) =>
    world.api("copyCampaign", { params: { id: await campaignOf(world) } }),
  deleteCampaign: async (world) =>
    world.api("deleteCampaign", { params: { id: await campaignOf(world) } }),
  setCampaignSettings: (world) =>
    world.api("setCampaignSettings", { body: { approvalAbove: 1_000 } }),
  testCampaign: async (world, id) => {
    const { conversation } = await world.api("getConversation", { params: { id } });
    const body = { contactId: conversation.contact.id, variant: 0, clientId: randomUUID() };
    await world.api("testCampaign", { params: { id: await campaignOf(world) }, body });
  },
  launchCampaign: async (world) => {
    const id = await campaignOf(world);
    await world.api("launchCampaign", { params: { id } });
    await until("everybody was written to", async () => {
      const { state } = await world.api("getCampaign", { params: { id } });
      return state === "finished";
    });
  },
  moveCampaign: async (world) => {
    const id = await campaignOf(world);
    const start = { kind: "at", at: new Date(Date.now() + 30 * 86_400_000).toISOString() } as const;
    const draft = await campaignDraft(world);
    const body = { ...draft, plan: { ...draft.plan, start } };
    await world.api("updateCampaign", { params: { id }, body });
    await world.api("launchCampaign", { params: { id } });
    await world.api("setCampaignPace", { params: { id }, body: { perMinute: 60 } });
    await world.api("moveCampaign", { params: { id }, body: { move: "stop" } });
  },
  choosePrices: (world) =>
    world.api("choosePrices", {
      body: { tariff: "by-date", markup: { basisPoints: 500, fixedMicros: 0 } },
    }),
  createTariff: (world) => tariffOf(world),
  changeTariff: async (world) =>
    world.api("changeTariff", {
      params: { id: await tariffOf(world) },
      body: { ...TARIFF, name: "Partner of the year" },
    }),
  removeTariff: async (world) =>
    world.api("removeTariff", { params: { id: await tariffOf(world) } }),
  createBudget: (world) => budgetOf(world),
  changeBudget: async (world) =>
    world.api("changeBudget", {
      params: { id: await budgetOf(world) },
      body: { ...BUDGET, alarmPercent: 50 },
    }),
  removeBudget: async (world) =>
    world.api("removeBudget", { params: { id: await budgetOf(world) } }),
};

const TARIFF = {
  name: "Partner",
  currency: "EUR",
  unit: "conversation-by-initiator",
  free: 1000,
  freeUtilityInWindow: false,
  entryPointHours: 24,
  prices: [{ market: "other", kind: "user-initiated", micros: 40_000 }],
} satisfies CallInput<"createTariff">["body"];

/** So high that nothing stops. */
const BUDGET = {
  channelId: null,
  purpose: "marketing",
  period: "month",
  currency: "USD",
  limitMicros: 1_000_000_000_000,
  alarmPercent: 80,
  stops: false,
} as const;

/** Everybody who has written, by the template that waits for nobody's consent. */
async function campaignDraft(world: World) {
  const channelId = await channelOf(world);
  const { items } = await world.api("listTemplates", { params: { id: channelId } });
  const template = items.find(
    ({ category, status, language }) =>
      category === "utility" && status === "approved" && language === "ru",
  );
  assert.ok(template);
  const value = (key: string, words: string) =>
    ({ place: "body", key, source: { from: "constant", value: words } }) as const;
  return {
    name: "Notice",
    channelId,
    audience: { of: [{ from: "filter", filter: { all: [] } }], except: [] },
    plan: {
      ...PLAIN_PLAN,
      messages: [
        { templateId: template.id, values: [value("1", "Anna"), value("2", "1184")], files: [] },
      ],
    },
  } as const;
}

async function campaignOf(world: World): Promise<string> {
  return (await world.api("createCampaign", { body: await campaignDraft(world) })).id;
}

async function tariffOf(world: World): Promise<string> {
  return (await world.api("createTariff", { body: TARIFF })).id;
}

async function budgetOf(world: World): Promise<string> {
  return (await world.api("createBudget", { body: BUDGET })).id;
}

async function channelOf(world: World): Promise<string> {
  const { items } = await world.api("listChannels", {});
  assert.ok(items[0]);
  return items[0].id;
}
