import { type HealthFacts, ageDays, isUnproven } from "../facts.ts";
import { type Evidence, type Finding, type Severity, finding, gradeOf } from "../finding.ts";

/** A business that may write to so many a day writes to a tenth of them in a minute at most. */
const MINUTE_SHARE = 0.1;
const LEAST_A_MINUTE = 30;

/** How many templates and notices a minute suit the number. */
export function suitsAMinute(facts: Pick<HealthFacts, "tier" | "throughputPerSecond">): number {
  const most = facts.throughputPerSecond * 60;
  const { people } = facts.tier.limit;
  if (!isUnproven(facts) || people === null) return most;
  return Math.min(most, Math.max(LEAST_A_MINUTE, Math.round(people * MINUTE_SHARE)));
}

/** Too many at once for what Meta knows of the number. */
export function checkMinute(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const suits = suitsAMinute(facts);
  const count = facts.busiestMinute;
  const tooFast = facts.signals["too-fast"];
  const crowd = gradeOf(count / suits, { notice: 1, warning: 1.5 }, before);
  // A number that uses its throughput to the full does what it may.
  const severity = isUnproven(facts) ? crowd : gradeOf(tooFast, { notice: 20 }, before);
  return finding({
    check: "pace-minute",
    severity,
    brake: severity === "warning" ? "slow" : "none",
    figures: { count, suits, tooFast },
  });
}

/** How much of what Meta allows in a day is used. */
export function checkDay(_now: Date, { tier }: HealthFacts, before: Severity): Finding {
  const { used, reserved, limit } = tier;
  if (limit.people === null) {
    const figures = { used, limit: 0, share: 0 };
    return finding({ check: "pace-day", reason: "unlimited", severity: "ok", figures });
  }
  const share = (used / limit.people) * 100;
  return finding({
    check: "pace-day",
    reason: limit.isKnown ? "known" : "unknown",
    // To use a day's budget is what it is for; nobody is written to beyond it.
    severity: gradeOf(share, { notice: 80, warning: 100 }, before),
    figures: { used, reserved, limit: limit.people, share },
  });
}

const YOUNG_DAYS = 14;
const FIRST_DAY = 50;

/** How many people a number of this age should write to in a day: fifty at first, twice as many each day. */
export function suitsADay(now: Date, facts: HealthFacts): number | null {
  const { people } = facts.tier.limit;
  const days = ageDays(now, facts);
  if (days >= YOUNG_DAYS) return people;
  const warm = FIRST_DAY * 2 ** days;
  return people === null ? warm : Math.min(people, warm);
}

/** A number that was registered a few days ago and writes as if it were known. */
export function checkFresh(now: Date, facts: HealthFacts, before: Severity): Finding {
  const days = ageDays(now, facts);
  const suits = suitsADay(now, facts) ?? 0;
  const { used } = facts.tier;
  const figures = { days, suits, used };
  if (days >= YOUNG_DAYS) return finding({ check: "fresh", severity: "ok", figures });
  const isOver = gradeOf(used / Math.max(1, suits), { warning: 1.0001 }, before) === "warning";
  if (!isOver) return finding({ check: "fresh", reason: "young", severity: "notice", figures });
  return finding({
    check: "fresh",
    reason: "over",
    severity: "warning",
    brake: isUnproven(facts) ? "slow" : "none",
    figures,
  });
}

/** Fewer say nothing about how a number writes. */
const SAMPLE_MIN = 20;

/** One text for all, word for word: nothing in it is about whoever reads it. */
export function checkSameness(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { count, people, identical, identicalText, identicalTemplate } = facts.sample;
  const share = count === 0 ? 0 : (identical / count) * 100;
  const figures = { count, people, identical, share };
  if (people < SAMPLE_MIN) return finding({ check: "sameness", severity: "ok", figures });
  const evidence: Evidence[] =
    identicalText === null ? [] : [{ kind: "text", text: identicalText, count: identical }];
  // WhatsApp blocks after some fifty equal messages: half of that is the time to say so.
  const byCount = gradeOf(identical, { notice: 25, warning: 50 }, before);
  const isMost = share >= (before === "ok" ? 50 : 40);
  const severity = isMost ? byCount : "ok";
  return finding({
    check: "sameness",
    reason: identicalTemplate === null ? "text" : "template",
    severity,
    brake: severity === "warning" && isUnproven(facts) ? "slow" : "none",
    figures,
    evidence,
  });
}

/** Links, above all those that hide where they lead. */
export function checkLinks(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { count, withLinks, withShortLinks, shortLink, linked } = facts.sample;
  const share = count === 0 ? 0 : (withLinks / count) * 100;
  const evidence: Evidence[] = [
    ...(shortLink === null
      ? []
      : [{ kind: "text", text: shortLink, count: withShortLinks } as const]),
    ...linked.map((it) => ({ kind: "conversation", ...it }) as const),
  ];
  const figures = { count, withLinks, withShortLinks, share };
  const hidden = gradeOf(withShortLinks, { notice: 1, warning: 10 }, before);
  const open = count < SAMPLE_MIN ? "ok" : gradeOf(share, { notice: 50 }, before);
  const severity = hidden === "ok" ? open : hidden;
  return finding({
    check: "links",
    reason: withShortLinks > 0 ? "hidden" : "open",
    severity,
    brake: severity === "warning" && isUnproven(facts) ? "slow" : "none",
    figures,
    evidence: severity === "ok" ? [] : evidence,
  });
}
