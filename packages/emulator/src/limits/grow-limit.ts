import { insertDue } from "../store/due.ts";
import type { Portfolio } from "../store/kinds/limits.ts";
import { countDelivered, countReached, forgetReached } from "../store/limits/reached.ts";
import type { World } from "../world.ts";
import { GROWTH_CHECK_MS, grownTier, REACH } from "../world/limits/messaging-tier.ts";
import {
  changeMessagingLimit,
  numbersOf,
  portfolioWith,
  savePortfolio,
  wabasOf,
} from "./portfolios.ts";

/**
 * Looks whether the portfolio has earned a higher limit.
 *
 * Comes again every six hours for as long as the portfolio writes to people,
 * so a limit grows within six hours of being earned.
 */
export function checkGrowth(world: World, portfolioId: string): void {
  const now = world.clock.now();
  const portfolio = savePortfolio(world, {
    ...portfolioWith(world, portfolioId),
    growthCheckAt: null,
  });
  if (world.settings().messagingLimits !== "by-tier") return;
  forgetReached(world.db, portfolioId, now - REACH.firstGrowthMs);
  const reachedCount = reachedIn7Days(world, portfolioId);
  const tier = grownTier({
    tier: portfolio.messagingLimit,
    reachedCount,
    deliveredCount: deliveredIn30Days(world, portfolioId),
    goodQuality: hasGoodQuality(world, portfolioId),
  });
  const grown = tier === portfolio.messagingLimit ? portfolio : grow(world, portfolio, tier);
  if (reachedCount === 0 || grown.messagingLimit === "TIER_UNLIMITED") return;
  const at = now + GROWTH_CHECK_MS;
  savePortfolio(world, { ...grown, growthCheckAt: at });
  insertDue(world.db, { at, kind: "limits", subject: `growth ${portfolioId}` });
  world.wake(at);
}

function grow(world: World, portfolio: Portfolio, tier: Portfolio["messagingLimit"]): Portfolio {
  const earned = portfolio.messagingLimit === "TIER_250" ? "delivered" : portfolio.verification;
  return changeMessagingLimit(world, { ...portfolio, verification: earned }, tier);
}

export function reachedIn7Days(world: World, portfolioId: string): number {
  const now = world.clock.now();
  return countReached(world.db, portfolioId, now - REACH.growthMs, Number.MAX_SAFE_INTEGER);
}

export function deliveredIn30Days(world: World, portfolioId: string): number {
  return countDelivered(world.db, portfolioId, world.clock.now() - REACH.firstGrowthMs);
}

/** All of the portfolio's numbers have to be well liked, or too young to tell. */
export function hasGoodQuality(world: World, portfolioId: string): boolean {
  return numbersOf(world, portfolioId).every(
    ({ qualityRating }) => qualityRating === "GREEN" || qualityRating === "UNKNOWN",
  );
}

/** The business, or its partner, has shown who it is, which lifts 250 people to 2,000. */
export function verifyPortfolio(
  world: World,
  portfolioId: string,
  by: "business" | "partner",
): Portfolio {
  return world.db.write(() => {
    for (const waba of wabasOf(world, portfolioId)) {
      world.kinds.wabas.put(waba.id, { ...waba, businessVerificationStatus: "verified" });
    }
    const verified = savePortfolio(world, {
      ...portfolioWith(world, portfolioId),
      verification: by,
    });
    if (verified.messagingLimit !== "TIER_250") return verified;
    return changeMessagingLimit(world, verified, "TIER_2K");
  });
}
