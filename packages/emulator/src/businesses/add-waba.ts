import type { Waba } from "../store/kinds.ts";
import { newId, type World } from "../world.ts";

/** Adds an account in good standing, with nobody subscribed to it. */
export function addWaba(
  world: World,
  given: {
    readonly name: string;
    readonly id?: string | undefined;
    /** A portfolio of its own when absent. */
    readonly portfolioId?: string | undefined;
  },
): Waba {
  const id = given.id ?? newId(world, "waba");
  return world.kinds.wabas.put(id, {
    id,
    name: given.name,
    currency: "USD",
    country: "US",
    timezoneId: "1",
    namespace: `demo_${id}`,
    accountReviewStatus: "APPROVED",
    businessVerificationStatus: "verified",
    paymentMethod: true,
    subscribed: false,
    overrideCallbackUri: null,
    restricted: false,
    portfolioId: given.portfolioId ?? newId(world, "portfolio"),
  });
}
