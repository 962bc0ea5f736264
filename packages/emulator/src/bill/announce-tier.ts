import type { Waba } from "../store/kinds.ts";
import { tellAccount } from "../webhooks/tell.ts";
import type { World } from "../world.ts";
import type { Charge, Terms } from "./charges/charge.ts";
import { marketName } from "./markets.ts";

/**
 * Tells an account that its portfolio has reached the next volume tier of a market.
 *
 * Meta: `account_update` with VOLUME_BASED_PRICING_TIER_UPDATE since 2025-10-01,
 * docs/…/pricing ("Tiering webhooks"), read 2026-11.
 */
export function announceTier(world: World, waba: Waba, terms: Terms, charge: Charge): void {
  const { tier, counter } = charge;
  if (tier === null || counter === null || tier.from === 1) return;
  if (terms.countOf(counter) !== tier.from || terms.day < "2025-10-01") return;
  tellAccount(world, waba.id, "account_update", {
    event: "VOLUME_BASED_PRICING_TIER_UPDATE",
    volume_tier_info: {
      tier_update_time: Math.floor(world.clock.now() / 1000),
      pricing_category: charge.category.toUpperCase().replaceAll("-", "_"),
      tier: `${tier.from}:${tier.to ?? "MAX"}`,
      effective_month: terms.day.slice(0, 7),
      region: marketName(terms.market),
    },
  });
}
