import type { BusinessNumber, Waba } from "../store/kinds.ts";
import type { Portfolio, Tier } from "../store/kinds/limits.ts";
import { saveNumber } from "../routes/save-number.ts";
import { tellAccount } from "../webhooks/tell.ts";
import type { World } from "../world.ts";
import { limitOf } from "../world/limits/messaging-tier.ts";

/** The portfolio with that id; one that nobody has changed is verified and at 2,000 people. */
export function portfolioWith(world: World, id: string, name = "Business"): Portfolio {
  const known = world.kinds.portfolios.find(id);
  if (known !== null) return known;
  return {
    id,
    name,
    messagingLimit: "TIER_2K",
    verification: "business",
    growthCheckAt: null,
  };
}

export function savePortfolio(world: World, portfolio: Portfolio): Portfolio {
  return world.kinds.portfolios.put(portfolio.id, portfolio);
}

/** The portfolio whose messaging limit the number shares. */
export function portfolioOfNumber(world: World, number: BusinessNumber): Portfolio {
  const waba = world.kinds.wabas.find(number.wabaId);
  return portfolioWith(world, waba?.portfolioId ?? number.wabaId, waba?.name);
}

export function wabasOf(world: World, portfolioId: string): readonly Waba[] {
  return world.kinds.wabas.list().filter((it) => it.portfolioId === portfolioId);
}

export function numbersOf(world: World, portfolioId: string): readonly BusinessNumber[] {
  const wabas = new Set(wabasOf(world, portfolioId).map((it) => it.id));
  return world.kinds.numbers.list().filter((it) => wabas.has(it.wabaId));
}

/**
 * Gives the portfolio another messaging limit and tells each of its accounts.
 *
 * The limit belongs to the portfolio; its numbers show the same one.
 * Meta: limits are per business portfolio since 2025-10-07, docs/…/messaging-limits, read 2026-11.
 */
export function changeMessagingLimit(world: World, portfolio: Portfolio, tier: Tier): Portfolio {
  if (portfolio.messagingLimit === tier) return portfolio;
  return world.db.write(() => {
    const changed = savePortfolio(world, { ...portfolio, messagingLimit: tier });
    for (const number of numbersOf(world, changed.id)) {
      saveNumber(world, { ...number, messagingLimit: tier });
    }
    for (const waba of wabasOf(world, changed.id)) tellCapability(world, waba, tier);
    return changed;
  });
}

// Meta: 2 numbers, 20 with a verified business or a limit of 2,000, docs/…/about-the-platform, read 2026-11.
const NUMBERS_MAX = { small: 2, grown: 20 } as const;

/** How many phone numbers a portfolio may have. */
export function numbersAllowed(portfolio: Pick<Portfolio, "messagingLimit">): number {
  return portfolio.messagingLimit === "TIER_250" ? NUMBERS_MAX.small : NUMBERS_MAX.grown;
}

function tellCapability(world: World, waba: Waba, tier: Tier): void {
  tellAccount(world, waba.id, "business_capability_update", {
    max_daily_conversations_per_business: limitOf(tier) ?? -1,
    max_phone_numbers_per_business: numbersAllowed({ messagingLimit: tier }),
  });
}
