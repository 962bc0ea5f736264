import type { Node } from "../../graph/fields.ts";
import { portfolioWith, wabasOf } from "../../limits/portfolios.ts";
import type { World } from "../../world.ts";
import { portfolioHealth } from "../health.ts";

/** A business portfolio exists as soon as an account belongs to it. */
export function isPortfolio(world: World, id: string): boolean {
  return wabasOf(world, id).length > 0;
}

/** The fields of a portfolio. Meta: docs/graph-api/reference/business, read 2026-11. */
export function portfolioNode(world: World, id: string): Node {
  const [first] = wabasOf(world, id);
  return {
    type: "Business",
    usual: ["id", "name"],
    fields: {
      id: () => id,
      name: () => first?.name,
      // A number here, and a text on an account: so it is at Meta's.
      timezone_id: () => Number(first?.timezoneId ?? 0),
      verification_status: () => first?.businessVerificationStatus,
      whatsapp_business_manager_messaging_limit: () => portfolioWith(world, id).messagingLimit,
      health_status: () => portfolioHealth(world, id),
    },
  };
}
