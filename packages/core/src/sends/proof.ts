import { unreachable } from "../kernel/unreachable.ts";
import type { Purpose } from "./send.ts";

/** What is known about an attempt of which no answer came. */
export type Evidence = {
  readonly attemptedAt: Date;
  /** Attempts of the same number that began later and of which Meta has reported `sent` or more. */
  readonly confirmedLater: number;
  /** Webhooks that are stored and not applied yet. */
  readonly backlog: number;
  /** Whether something that was accepted at about the same time was not reported either. */
  readonly silentNearby: boolean;
  /** When it was last seen that Meta would tell us: null for never. */
  readonly subscriptionVerifiedAt: Date | null;
};

/** What stands between an attempt and the proof that it did not happen. */
export type Missing = "age" | "confirmations" | "backlog" | "nearby" | "subscription";

const OLD_ENOUGH_MS: Readonly<Record<Purpose, number>> = {
  service: 10 * 60_000,
  authentication: 10 * 60_000,
  utility: 10 * 60_000,
  marketing: 60 * 60_000,
};
const ENOUGH_CONFIRMATIONS = 50;
const FRESH_SUBSCRIPTION_MS = 5 * 60_000;

/**
 * What is still missing to the proof that an attempt did not happen; empty when it is proven.
 *
 * Meta reports `sent` of what it took. So an attempt is unsent when it is old,
 * when many that came after it were reported, when nothing reported waits to be
 * read, when its neighbors were not passed over in silence as well, and when it
 * is certain that we are told at all. While one of these is not so, silence
 * proves nothing: what Meta could not deliver while we were away, it keeps back
 * for hours, and tells of later attempts meanwhile.
 */
export function missingToProof(now: Date, purpose: Purpose, evidence: Evidence): Missing[] {
  const missing: Missing[] = [];
  const ageMs = now.getTime() - evidence.attemptedAt.getTime();
  if (ageMs < OLD_ENOUGH_MS[purpose]) missing.push("age");
  if (evidence.confirmedLater < ENOUGH_CONFIRMATIONS) missing.push("confirmations");
  if (evidence.backlog > 0) missing.push("backlog");
  if (evidence.silentNearby) missing.push("nearby");
  if (!isFresh(now, evidence.subscriptionVerifiedAt)) missing.push("subscription");
  return missing;
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
