import type { BusinessNumber } from "../store/kinds.ts";
import type { Person } from "../store/people.ts";
import { insertDue } from "../store/due.ts";
import type { World } from "../world.ts";
import { GROWTH_CHECK_MS, mayReachOneMore } from "../world/limits/messaging-tier.ts";
import type { Failure } from "../sending/report-status.ts";
import { portfolioOfNumber, savePortfolio } from "./portfolios.ts";
import { SPAM_DETAILS } from "./refuse-send.ts";
import { considerUpgrade } from "./upgrade-throughput.ts";

/**
 * Writes to a person outside the service window: counts them, or says that the
 * portfolio's limit is used up.
 *
 * Meta does not name the error; the one that is seen is that of restricted
 * numbers, by webhook, since only the transport knows whether the window is open.
 */
export function reachPerson(world: World, number: BusinessNumber, person: Person): Failure | null {
  const settings = world.settings();
  const limited = settings.messagingLimits === "by-tier";
  if (!limited && !settings.throughputUpgrade) return null;
  const now = world.clock.now();
  const portfolio = portfolioOfNumber(world, number);
  const used = world.reach.count(now, portfolio.id);
  const counted = world.reach.has(now, portfolio.id, person.id);
  if (limited && !mayReachOneMore(portfolio.messagingLimit, used, counted)) {
    return { code: 131048, details: SPAM_DETAILS };
  }
  world.reach.add(now, portfolio.id, person.id);
  if (portfolio.growthCheckAt === null && portfolio.messagingLimit !== "TIER_UNLIMITED") {
    const at = now + GROWTH_CHECK_MS;
    savePortfolio(world, { ...portfolio, growthCheckAt: at });
    insertDue(world.db, { at, kind: "limits", subject: `growth ${portfolio.id}` });
    world.wake(at);
  }
  if (settings.throughputUpgrade) considerUpgrade(world, number, portfolio, person);
  return null;
}
