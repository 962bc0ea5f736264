import type { HealthFacts } from "../facts.ts";
import { NO_SIGNALS, type SignalCounts } from "../signal.ts";
import { tierBudgetOf } from "../tier.ts";

export const NOON = new Date("2026-11-23T12:00:00Z");

/** A number with which all is well: old, known to Meta, heard and answered. */
export function wellFacts(changes: Partial<HealthFacts> = {}): HealthFacts {
  return {
    registeredAt: daysAgo(200),
    tier: tierBudgetOf({ tier: "TIER_10K", used: 1_000, reserved: 0 }),
    throughputPerSecond: 80,
    quality: "green",
    worstQuality: "green",
    qualitySince: null,
    busiestMinute: 10,
    sample: NOTHING_SENT,
    week: { incoming: 400, outgoing: 2_000, delivered: 1_950, read: 1_600, failed: 50 },
    asked: { count: 500, answered: 60 },
    signals: NO_SIGNALS,
    sentToday: 1_000,
    blockers: [],
    templates: [],
    consent: { without: 0, refused: 0, people: [], withdrawn: 0 },
    account: { restriction: null, ban: null, violation: null, alert: null },
    standing: { canSend: "available", problems: [], registeredAt: null },
    ...changes,
  };
}

export const NOTHING_SENT: HealthFacts["sample"] = {
  count: 0,
  people: 0,
  identical: 0,
  identicalText: null,
  identicalTemplate: null,
  withLinks: 0,
  withShortLinks: 0,
  shortLink: null,
  linked: [],
  strangers: 0,
  strangersSeen: [],
};

/** The same number before Meta let the business prove itself. */
export const UNPROVEN = tierBudgetOf({ tier: "TIER_250", used: 20, reserved: 0 });

export function signals(some: Partial<SignalCounts>): SignalCounts {
  return { ...NO_SIGNALS, ...some };
}

export function daysAgo(days: number): Date {
  return new Date(NOON.getTime() - days * 24 * 60 * 60_000);
}
