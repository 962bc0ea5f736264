import { unreachable } from "../kernel/unreachable.ts";
import type { Purpose } from "./send.ts";

/** What is known about an attempt of which no answer came. */
export type Evidence = {
  readonly attemptedAt: Date;
  /** For how long the receiver has been at work since then, by a clock that nobody can move. */
  readonly receivedForMs: number;
  /** Whether a clock was moved since then: ages by the clock mean nothing then. */
  readonly clockMoved: boolean;
  /** Attempts of the same number that began later and of which Meta has reported `sent` or more. */
  readonly confirmedLater: number;
  /** Attempts that began at about the same time and were reported. */
  readonly confirmedNearby: number;
  /** Reports that are stored and not applied. */
  readonly backlog: number;
  /** Whether something that was accepted at about the same time was not reported either. */
  readonly silentNearby: boolean;
  /** Whether nobody received, or nothing was subscribed, at a time at which it may have been reported. */
  readonly interrupted: boolean;
  /** When it was last seen that Meta would tell us: null for never. */
  readonly subscriptionVerifiedAt: Date | null;
};

/** What stands between an attempt and the proof that it did not happen. */
export type Missing =
  | "age"
  | "confirmations"
  | "backlog"
  | "nearby"
  | "interruption"
  | "subscription";

const OLD_ENOUGH_MS: Readonly<Record<Purpose, number>> = {
  service: 10 * 60_000,
  authentication: 10 * 60_000,
  utility: 10 * 60_000,
  marketing: 60 * 60_000,
};
const RECEIVED_LONG_ENOUGH_MS = 60_000;
const ENOUGH_CONFIRMATIONS = 50;
const ENOUGH_NEARBY = 10;
const FRESH_SUBSCRIPTION_MS = 5 * 60_000;

/**
 * What is still missing to the proof that an attempt did not happen; empty when it is proven.
 *
 * Meta reports `sent` of what it took. So an attempt is unsent when it is old,
 * when many that came after it were reported, when nothing reported waits to be
 * read, when its neighbors were not passed over in silence as well, and when it
 * is certain that we are told at all. While one of these is not so, silence
 * proves nothing: what Meta could not deliver while we were away, it keeps back
 * for hours, and tells of later attempts meanwhile. So after an interruption
 * the reports of its neighbors have to speak for it: that they came shows that
 * Meta has delivered what it kept back of that time.
 */
export function missingToProof(now: Date, purpose: Purpose, evidence: Evidence): Missing[] {
  const missing: Missing[] = [];
  if (!isOldEnough(now, purpose, evidence)) missing.push("age");
  if (evidence.confirmedLater < ENOUGH_CONFIRMATIONS) missing.push("confirmations");
  if (evidence.backlog > 0) missing.push("backlog");
  if (evidence.silentNearby) missing.push("nearby");
  if (evidence.interrupted && evidence.confirmedNearby < ENOUGH_NEARBY) {
    missing.push("interruption");
  }
  if (!isFresh(now, evidence.subscriptionVerifiedAt)) missing.push("subscription");
  return missing;
}

function isOldEnough(now: Date, purpose: Purpose, evidence: Evidence): boolean {
  const { attemptedAt, receivedForMs, clockMoved } = evidence;
  const askedMs = OLD_ENOUGH_MS[purpose];
  if (now.getTime() - attemptedAt.getTime() < askedMs) return false;
  return receivedForMs >= (clockMoved ? askedMs : RECEIVED_LONG_ENOUGH_MS);
}

function isFresh(now: Date, verifiedAt: Date | null): boolean {
  if (verifiedAt === null) return false;
  const ageMs = now.getTime() - verifiedAt.getTime();
  return ageMs >= 0 && ageMs <= FRESH_SUBSCRIPTION_MS;
}

/** What may follow from the proof: for marketing nothing, for codes and notices a new attempt, for a person's words a question. */
export type Verdict = "wait" | "leave" | "ask" | "send-again";

export function verdict(now: Date, purpose: Purpose, evidence: Evidence): Verdict {
  if (missingToProof(now, purpose, evidence).length > 0) return "wait";
  switch (purpose) {
    case "marketing":
      return "leave";
    case "service":
      return "ask";
    case "authentication":
    case "utility":
      return "send-again";
    default:
      return unreachable(purpose);
  }
}
