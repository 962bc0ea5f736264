import type { AccountWords, Standing } from "./account-word.ts";
import type { SignalCounts } from "./signal.ts";
import type { TierBudget } from "./tier.ts";

export type Quality = "green" | "yellow" | "red" | "unknown";

/** One of several people who got the same, or one in whose chat something is to be seen. */
export type Seen = { readonly conversationId: string; readonly name: string | null };

/**
 * What was last sent by the number without a person's answer: templates, notices and campaigns.
 *
 * A sample of the latest of a day; all counts are of it.
 */
export type TextSample = {
  readonly count: number;
  /** Different people among them. */
  readonly people: number;
  /** How often the commonest text went out word for word, and the text. */
  readonly identical: number;
  readonly identicalText: string | null;
  readonly identicalTemplate: string | null;
  readonly withLinks: number;
  /** Links that hide where they lead. */
  readonly withShortLinks: number;
  readonly shortLink: string | null;
  readonly linked: readonly Seen[];
  /** People who never wrote and never agreed to anything. */
  readonly strangers: number;
  readonly strangersSeen: readonly Seen[];
};

/** What went out and came in, of seven days. */
export type Traffic = {
  readonly incoming: number;
  readonly outgoing: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
};

export type TemplateFact = {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly quality: Quality;
  /** What of it was last told anew, and when; null when nothing was while it was looked at. */
  readonly change: TemplateChange | null;
};

export type TemplateChange = {
  readonly at: Date;
  readonly what: "status" | "category" | "quality";
  readonly before: string | null;
};

/** Of a day: marketing that went out without a record of consent, attempts that were refused for want of it, and who took it back. */
export type ConsentFacts = {
  readonly without: number;
  readonly refused: number;
  readonly people: readonly Seen[];
  readonly withdrawn: number;
};

/** Everything that is known of a number's health at one moment. */
export type HealthFacts = {
  readonly registeredAt: Date;
  readonly tier: TierBudget;
  readonly throughputPerSecond: number;
  readonly quality: Quality;
  /** The worst that it was in seven days, and when it changed last. */
  readonly worstQuality: Quality;
  readonly qualitySince: Date | null;
  /** Templates and notices that went out in the busiest minute of the last ten. */
  readonly busiestMinute: number;
  readonly sample: TextSample;
  readonly week: Traffic;
  /** Of the people whom the number wrote to first lately: how many answered. */
  readonly asked: { readonly count: number; readonly answered: number };
  /** Of 24 hours. */
  readonly signals: SignalCounts;
  /** Messages that were taken by the channel in 24 hours: what the signals are a share of. */
  readonly sentToday: number;
  readonly blockers: readonly Seen[];
  readonly templates: readonly TemplateFact[];
  readonly consent: ConsentFacts;
  readonly account: AccountWords;
  readonly standing: Standing;
};

const DAY_MS = 24 * 60 * 60_000;

export function ageDays(now: Date, { registeredAt }: Pick<HealthFacts, "registeredAt">): number {
  return Math.max(0, Math.floor((now.getTime() - registeredAt.getTime()) / DAY_MS));
}

/** The tiers below which Meta has seen too little of a business to trust it. */
const PROVEN_PEOPLE = 10_000;

/**
 * Whether Meta has not yet let the business prove itself.
 *
 * A number that may write to ten thousand people a day has earned it; what would
 * get a beginner blocked is only a remark about such a one.
 */
export function isUnproven({ tier }: Pick<HealthFacts, "tier">): boolean {
  return tier.limit.people !== null && tier.limit.people < PROVEN_PEOPLE;
}
