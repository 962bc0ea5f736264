import { countryOfDigits } from "@galka/core/billing/countries";
import type { EstimateGroup } from "@galka/core/billing/estimate-cost";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Template, TemplateCategory } from "@galka/core/templates/template";
import type { Tx } from "@galka/postgres/database";
import type { TemplateReach } from "@galka/postgres/stores/templates/usage";
import { estimateMonth, estimatePlan } from "../prices/estimate-plan.ts";

const CATEGORIES = ["marketing", "utility", "authentication"] as const;

/** What a delivered message of each category costs at most in one country, by the workspace's own tariff. */
export type CategoryPrices = {
  readonly country: string;
  readonly prices: readonly {
    readonly category: TemplateCategory;
    readonly currency: string;
    readonly micros: number;
  }[];
};

/** The prices in the country of the business's own number, as an example. */
export async function readCategoryPrices(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  { id, displayPhone }: { readonly id: ChannelId; readonly displayPhone: string },
): Promise<CategoryPrices> {
  const country = countryOfDigits(displayPhone.replace(/\D/gu, ""));
  const groups = CATEGORIES.map((category) => cold(country, category, 1));
  const plan = { channelId: id, groups, leastDelivered: 1 };
  const { lines = [] } = (await estimatePlan(tx, workspaceId, now, plan)) ?? {};
  return {
    country,
    prices: CATEGORIES.flatMap((category) =>
      lines
        .filter((it) => it.category === category)
        .map(({ currency, mostMicros }) => ({ category, currency, micros: mostMicros })),
    ),
  };
}

/** What a change of category does to the bill. */
export type CategoryChange = {
  readonly before: TemplateCategory;
  readonly after: TemplateCategory;
  /** How many arrived in the last month. */
  readonly arrivedCount: number;
  /** By how much a month like that one is dearer; below nothing when it is cheaper. One for each currency. */
  readonly differences: readonly { readonly currency: string; readonly micros: number }[];
};

/** Counts a month like the last one as both categories, by the workspace's own tariff. */
export async function readCategoryChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  {
    now,
    channelId,
    template,
  }: {
    readonly now: Date;
    readonly channelId: ChannelId;
    readonly template: Template;
  },
  reach: readonly TemplateReach[],
): Promise<CategoryChange> {
  const { category, nextCategory, previousCategory } = template;
  const before = nextCategory === undefined ? (previousCategory ?? category) : category;
  const after = nextCategory ?? category;
  const sums = new Map<string, number>();
  for (const [as, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const groups = reach.map(({ country, count }) => cold(country, as, count));
    const plan = { channelId, groups, leastDelivered: 1 };
    const { lines = [] } = (await estimateMonth(tx, workspaceId, now, plan)) ?? {};
    for (const { currency, mostMicros } of lines) {
      sums.set(currency, (sums.get(currency) ?? 0) + sign * mostMicros);
    }
  }
  return {
    before,
    after,
    arrivedCount: reach.reduce((sum, { count }) => sum + count, 0),
    differences: [...sums].map(([currency, micros]) => ({ currency, micros })),
  };
}

function cold(country: string, category: TemplateCategory, count: number): EstimateGroup {
  return { country, category, count, inWindow: 0, inFreeEntry: 0 };
}
