import { iso } from "../people/chat-view.ts";
import { findEntryPoint } from "../store/limits/entry-points.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { countMarketing, hasStoppedMarketing } from "../store/limits/marketing.ts";
import type { Person } from "../store/people.ts";
import { lastInboundAt } from "../store/windows.ts";
import type { ChatStandingJson } from "../wire/standing.ts";
import type { World } from "../world.ts";
import { entryPointClosesAt } from "../world/limits/entry-point.ts";
import { isInExperiment, MARKETING_MS } from "../world/limits/marketing.ts";
import { WINDOW_MS } from "../world/service-window.ts";
import { portfolioOfNumber } from "./portfolios.ts";

/** Where one person stands with one number: windows, limits, wishes. */
export function presentChatStanding(
  world: World,
  person: Person,
  number: BusinessNumber,
): ChatStandingJson {
  const { db } = world;
  const now = world.clock.now();
  const wroteAt = lastInboundAt(db, number.id, person.id);
  const closesAt = wroteAt === null ? null : wroteAt + WINDOW_MS;
  const entryPoint = entryPointClosesAt(now, findEntryPoint(db, number.id, person.id));
  const portfolio = portfolioOfNumber(world, number);
  return {
    phoneNumberId: number.id,
    personId: person.id,
    windowClosesAt: closesAt === null || closesAt <= now ? null : iso(closesAt),
    entryPointClosesAt: entryPoint === null ? null : iso(entryPoint),
    reached: world.reach.has(now, portfolio.id, person.id),
    marketingStopped: hasStoppedMarketing(db, number.id, person.id),
    marketingReceived: countMarketing(db, person.id, -1, now - MARKETING_MS),
    inExperiment: isInExperiment(world.seed, person.waId, world.settings().experimentShare),
  };
}
