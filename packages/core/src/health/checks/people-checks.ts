import type { Brake } from "../brake.ts";
import { type HealthFacts, type Seen, isUnproven } from "../facts.ts";
import { type Evidence, type Finding, type Severity, finding, gradeOf } from "../finding.ts";

/** In percent; of nothing it is nothing. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}

const seen = (people: readonly Seen[]): Evidence[] =>
  people.map((it) => ({ kind: "conversation", ...it }));

const BRAKE_OF: Readonly<Record<Severity, Brake>> = {
  ok: "none",
  notice: "none",
  warning: "slow",
  critical: "pause-marketing",
};

/**
 * People who cannot be reached any more although they were, and messages that
 * WhatsApp held back itself.
 *
 * A handful is enough for a number that sends little; for one that sends much it
 * is the share that counts.
 */
export function checkBlocks(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { signals, sentToday, blockers } = facts;
  const { blocked, unwanted } = signals;
  const share = percentOf(blocked, Math.max(sentToday, blocked));
  const byShare = gradeOf(share, { notice: 0.1, warning: 0.3, critical: 1 }, before);
  const byCount = gradeOf(blocked, { notice: 1, warning: 3, critical: 5 }, before);
  // Both have to say so: one in twenty is one person, and twenty of a million are nobody.
  const blocks = lesser(byShare, byCount);
  const withheld = unwanted < 20 ? 0 : percentOf(unwanted, sentToday + unwanted);
  const held = gradeOf(withheld, { notice: 5, warning: 20 }, before);
  const severity = greater(blocks, held);
  return finding({
    check: "blocks",
    severity,
    reason: blocks === "ok" && held !== "ok" ? "unwanted" : "blocked",
    brake: BRAKE_OF[severity],
    figures: { blocked, unwanted, share, sent: sentToday },
    evidence: seen(blockers),
  });
}

/** People who said that they want no more. */
export function checkOptOuts(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const count = Math.max(facts.signals["opted-out"], facts.consent.withdrawn);
  const share = percentOf(count, Math.max(facts.sentToday, count));
  const byShare = gradeOf(share, { notice: 1, warning: 3, critical: 10 }, before);
  const byCount = gradeOf(count, { notice: 3, warning: 5, critical: 15 }, before);
  const severity = lesser(byShare, byCount);
  return finding({
    check: "opt-outs",
    severity,
    brake: BRAKE_OF[severity],
    figures: { count, share, sent: facts.sentToday },
  });
}

const SAMPLE_MIN = 20;

/** Messages to people who never agreed to any. */
export function checkConsent(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { without, refused, people } = facts.consent;
  const { strangers, people: sampled, strangersSeen } = facts.sample;
  const share = sampled < SAMPLE_MIN ? 0 : percentOf(strangers, sampled);
  const figures = { without, refused, strangers, sampled, share };
  const base = { check: "consent", figures } as const;
  if (without > 0) {
    const evidence = seen(people);
    const brake = "pause-marketing";
    return finding({ ...base, severity: "critical", reason: "sent", brake, evidence });
  }
  const strange = gradeOf(share, { notice: 20, warning: 50 }, before);
  // What was refused has not gone out: nothing is to be held back for it.
  const tried = gradeOf(refused, { notice: 1, warning: 50 }, before);
  if (strange === "ok") {
    return finding({ ...base, severity: tried, reason: "refused", evidence: seen(people) });
  }
  return finding({
    ...base,
    severity: strange,
    reason: "strangers",
    brake: strange === "warning" && isUnproven(facts) ? "slow" : "none",
    evidence: seen(strangersSeen),
  });
}

const FEW = 100;

/** A number that only speaks and never hears is what spam looks like. */
export function checkIncoming(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { incoming, outgoing } = facts.week;
  const share = percentOf(incoming, outgoing);
  const figures = { incoming, outgoing, share };
  if (outgoing < FEW) return finding({ check: "incoming", severity: "ok", figures });
  // Of a hundred sent: how many fewer than five came back.
  const severity = gradeOf(5 - share, { notice: 0.001, warning: 3 }, before);
  return finding({
    check: "incoming",
    severity,
    reason: incoming === 0 ? "none" : "few",
    brake: severity === "warning" && isUnproven(facts) ? "slow" : "none",
    figures,
  });
}

/** Messages that nobody opens, or that do not even arrive. */
export function checkReads(_now: Date, facts: HealthFacts, before: Severity): Finding {
  const { outgoing, delivered, read } = facts.week;
  const readShare = percentOf(read, delivered);
  const deliveredShare = percentOf(delivered, outgoing);
  const { unreachable } = facts.signals;
  const figures = { readShare, deliveredShare, delivered, unreachable };
  if (delivered < FEW) return finding({ check: "reads", severity: "ok", figures });
  const unread = gradeOf(100 - readShare, { notice: 70, warning: 90 }, before);
  const lost = gradeOf(100 - deliveredShare, { notice: 15, warning: 30 }, before);
  const severity = greater(unread, lost);
  return finding({
    check: "reads",
    severity,
    reason: lost === severity && lost !== "ok" ? "undelivered" : "unread",
    figures,
  });
}

const RANKS: readonly Severity[] = ["ok", "notice", "warning", "critical"];

function lesser(one: Severity, other: Severity): Severity {
  return RANKS.indexOf(one) < RANKS.indexOf(other) ? one : other;
}

function greater(one: Severity, other: Severity): Severity {
  return RANKS.indexOf(one) < RANKS.indexOf(other) ? other : one;
}
