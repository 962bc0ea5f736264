import type { BusinessNumber, Template } from "../store/kinds.ts";
import type { Pacing } from "../store/kinds/limits.ts";
import { insertDue } from "../store/due.ts";
import { dayOf, listTallies } from "../store/limits/tallies.ts";
import type { World } from "../world.ts";
import { paceSend } from "../world/limits/pacing.ts";
import { portfolioOfNumber } from "./portfolios.ts";

// Meta: portfolios with fewer than 500,000 templates in 365 days, docs/…/templates/portfolio-pacing, read 2026-11.
const KNOWN_SENDER = { templateCount: 500_000, days: 365 } as const;

/**
 * Whether the send has to wait until the first recipients have judged its
 * template, or the portfolio's first messages of the day; answers what it waits for.
 */
export function pacingOf(world: World, number: BusinessNumber, template: Template): string | null {
  const { pacing } = world.settings();
  if (pacing === "off") return null;
  const paced = template.category !== "AUTHENTICATION";
  if (paced && isHeldBy(world, { id: template.id, edition: editionOf(template) })) {
    return template.id;
  }
  if (pacing !== "portfolio") return null;
  const portfolio = portfolioOfNumber(world, number);
  if (isKnownSender(world, portfolio.id)) return null;
  return isHeldBy(world, { id: portfolio.id, edition: "" }) ? portfolio.id : null;
}

/** Meta paces new, edited and paused templates: each of those is another edition. */
export function editionOf(template: Template): string {
  return `${template.edits.length} edits, ${template.pauseCount} pauses`;
}

function isHeldBy(world: World, send: { readonly id: string; readonly edition: string }): boolean {
  const { pacingSampleCount: sampleCount, pacingHoldMs: holdMs } = world.settings();
  const now = world.clock.now();
  const known = world.kinds.pacings.find(send.id);
  const { pacing, held } = paceSend(now, known, send, { sampleCount, holdMs });
  if (pacing !== known) savePacing(world, pacing);
  return held;
}

function savePacing(world: World, pacing: Pacing): void {
  const before = world.kinds.pacings.find(pacing.id);
  world.kinds.pacings.put(pacing.id, pacing);
  if (pacing.phase !== "assessing" || before?.phase === "assessing" || pacing.until === null)
    return;
  const at = pacing.until;
  world.db.write(() => insertDue(world.db, { at, kind: "limits", subject: `assess ${pacing.id}` }));
  world.wake(at);
}

function isKnownSender(world: World, portfolioId: string): boolean {
  const firstDay = dayOf(world.clock.now()) - KNOWN_SENDER.days;
  const days = listTallies(world.db, `portfolio ${portfolioId}`, firstDay);
  const count = days.reduce((total, day) => total + day.delivered, 0);
  return count >= KNOWN_SENDER.templateCount;
}
