import { iso } from "../people/chat-view.ts";
import { countHeldSends } from "../store/limits/held-sends.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import type { Portfolio } from "../store/kinds/limits.ts";
import { firstReachedAfter } from "../store/limits/reached.ts";
import type {
  NumberStandingJson,
  PacingJson,
  PortfolioJson,
  QualityJson,
  StandingJson,
  TemplateStandingJson,
  WabaStandingJson,
} from "../wire/standing.ts";
import type { World } from "../world.ts";
import { limitOf, REACH } from "../world/limits/messaging-tier.ts";
import { deliveredIn30Days, hasGoodQuality, reachedIn7Days } from "./grow-limit.ts";
import { portfolioWith, wabasOf } from "./portfolios.ts";
import { daysOf, reportOn, type Subject } from "./rate-subject.ts";
import { numberStanding, wabaStanding } from "./standings.ts";

/** Where every limit stands. */
export function presentStanding(world: World): StandingJson {
  const { kinds } = world;
  const portfolioIds = [...new Set(kinds.wabas.list().map((it) => it.portfolioId))];
  return {
    portfolios: portfolioIds.map((id) => presentPortfolio(world, portfolioOf(world, id))),
    wabas: kinds.wabas.list().map((it) => presentWabaStanding(world, it.id)),
    numbers: kinds.numbers.list().map((it) => presentNumberStanding(world, it)),
    templates: kinds.templates
      .list()
      .filter((it) => ["APPROVED", "PAUSED", "DISABLED"].includes(it.status))
      .map((it) => presentTemplateStanding(world, it)),
  };
}

/** A portfolio without a name of its own has that of its first account. */
function portfolioOf(world: World, id: string): Portfolio {
  return portfolioWith(world, id, wabasOf(world, id)[0]?.name);
}

export function presentPortfolio(world: World, portfolio: Portfolio): PortfolioJson {
  const { id, name, messagingLimit, verification } = portfolio;
  const now = world.clock.now();
  const first = firstReachedAfter(world.db, id, now - REACH.limitMs);
  return {
    id,
    name,
    wabaIds: wabasOf(world, id).map((it) => it.id),
    messagingLimit,
    limit: limitOf(messagingLimit),
    verification,
    usedCount: world.reach.count(now, id),
    nextFreeAt: first === null ? null : iso(first + REACH.limitMs),
    reachedIn7Days: reachedIn7Days(world, id),
    deliveredIn30Days: deliveredIn30Days(world, id),
    goodQuality: hasGoodQuality(world, id),
    growthCheckAt: isoOrNull(portfolio.growthCheckAt),
    pacing: presentPacing(world, id),
  };
}

export function presentWabaStanding(world: World, wabaId: string): WabaStandingJson {
  const { startsHeldUntil, repliesHeldUntil, ...rest } = wabaStanding(world, wabaId);
  return {
    ...rest,
    startsHeldUntil: future(world, startsHeldUntil),
    repliesHeldUntil: future(world, repliesHeldUntil),
    locked: world.kinds.wabas.find(wabaId)?.restricted ?? false,
  };
}

export function presentNumberStanding(world: World, number: BusinessNumber): NumberStandingJson {
  const standing = numberStanding(world, number.id);
  return {
    phoneNumberId: number.id,
    qualityRating: number.qualityRating,
    causes: presentQuality(world, `number ${number.id}`),
    throughputLevel: number.throughputLevel,
    upgradeEndsAt: future(world, standing.upgradeEndsAt),
    reachedCount: world.reach.count(world.clock.now(), `number ${number.id}`),
    spamHoldUntil: future(world, standing.spamHoldUntil),
  };
}

function presentTemplateStanding(world: World, template: Template): TemplateStandingJson {
  const { id, name, language, status, qualityScore, pauseCount } = template;
  return {
    templateId: id,
    name,
    language,
    status,
    qualityScore,
    causes: presentQuality(world, `template ${id}`),
    pauseCount,
    pausedUntil: isoOrNull(template.pausedUntil),
    pacing: presentPacing(world, id),
  };
}

function presentQuality(world: World, subject: Subject): QualityJson {
  const days = daysOf(world, subject).toSorted((a, b) => a.daysAgo - b.daysAgo);
  return { ...reportOn(world, subject), days };
}

function presentPacing(world: World, id: string): PacingJson | null {
  const pacing = world.kinds.pacings.find(id);
  if (pacing === null) return null;
  const { phase, sampleCount, until } = pacing;
  return {
    phase,
    sampleCount,
    heldCount: countHeldSends(world.db, id),
    until: isoOrNull(until),
  };
}

/** What is over is not told. */
function future(world: World, at: number | null): string | null {
  return at === null || at <= world.clock.now() ? null : iso(at);
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
