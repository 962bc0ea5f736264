import type { WorkState } from "../conversations/work.ts";
import type { SlaPolicy, SlaTarget } from "./sla-policy.ts";
import { type SlaMeasure, type SlaPause, slaDueAt } from "./sla-time.ts";

/**
 * A case: from the contact's message that begins a conversation, or begins it
 * anew after it was closed, until it is closed.
 *
 * The clock of its resolution stands still while the conversation is pending or
 * snoozed, for then we wait for somebody else. The clock of an answer does not:
 * the contact waits, whatever we call the state of the work.
 */
export type SlaCase = { readonly beganAt: Date; readonly pauses: readonly SlaPause[] };

/** A target's clock that runs: one for an answer and one for the resolution, at most. */
export type SlaClock = {
  readonly target: SlaTarget;
  readonly policyId: string;
  readonly beganAt: Date;
  /** Null while it stands still. */
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
};

/**
 * What became of a clock that runs no more.
 *
 * `kept`: done in time. `broken`: done or given up after it was due. `dropped`:
 * it ended before it was due without what it waited for, and counts nowhere.
 */
export type SlaEnd<C extends SlaClock = SlaClock> = {
  readonly clock: C;
  readonly endedAt: Date;
  readonly outcome: "kept" | "broken" | "dropped";
};

/** What the clocks of a conversation follow from. */
export type SlaFacts<C extends SlaClock = SlaClock> = {
  readonly status: WorkState;
  /** Since when it has this status; null when it never changed. */
  readonly statusAt: Date | null;
  readonly waitingSince: Date | null;
  readonly answeredAt: Date | null;
  readonly case: SlaCase | null;
  readonly running: readonly C[];
};

export type SlaSettled<C extends SlaClock = SlaClock> = {
  readonly case: SlaCase | null;
  /** All clocks that run from now on: those that go on, and those that begin. */
  readonly running: readonly SlaClock[];
  readonly goOn: readonly { readonly was: C; readonly clock: SlaClock }[];
  readonly begun: readonly SlaClock[];
  readonly ended: readonly SlaEnd<C>[];
  /** Whether the case is another one than before. */
  readonly isNewCase: boolean;
};

/** The policy that fits, and what its time is counted by. */
export type SlaRule = { readonly policy: SlaPolicy; readonly measure: SlaMeasure };

const MINUTE_MS = 60_000;

/**
 * The clocks of a conversation as they have to stand, and what became of those that ran.
 *
 * Asked again with what it answered it changes nothing. A clock that was due
 * before `now` stays as it is until it ends: what was broken is not mended by a
 * later change of policy, hours or priority.
 */
export function settleSla<C extends SlaClock>(
  now: Date,
  facts: SlaFacts<C>,
  rule: SlaRule | null,
): SlaSettled<C> {
  const current = caseAfter(now, facts);
  const wanted = rule && current ? wantedClocks(facts, current, rule) : [];
  const goOn = facts.running.flatMap((was) => {
    const clock = wanted.find((it) => isSame(it, was, facts));
    if (!clock) return [];
    return [{ was, clock: isOver(now, was) ? asItStood(was, clock.beganAt) : clock }];
  });
  const begun = wanted.filter((it) => !facts.running.some((was) => isSame(it, was, facts)));
  const gone = facts.running.filter((was) => !goOn.some((it) => it.was === was));
  return {
    case: current,
    running: [...goOn.map(({ clock }) => clock), ...begun],
    goOn,
    begun,
    ended: gone.map((clock) => endOf(now, clock, facts)),
    isNewCase: facts.case === null && current !== null,
  };
}

function asItStood({ target, policyId, dueAt, warnAt }: SlaClock, beganAt: Date): SlaClock {
  return { target, policyId, beganAt, dueAt, warnAt };
}

/** The clock that everybody sees: the one that is due first. */
export function firstDue(running: readonly SlaClock[]): SlaClock | null {
  const due = running.filter(({ dueAt }) => dueAt !== null);
  const order = due.toSorted((one, other) => Number(one.dueAt) - Number(other.dueAt));
  return order[0] ?? null;
}

function caseAfter(now: Date, { status, statusAt, waitingSince, case: before }: SlaFacts) {
  if (status === "closed") return null;
  if (before === null) {
    if (waitingSince === null) return null;
    return pausedAs({ beganAt: waitingSince, pauses: [] }, status, statusAt ?? now);
  }
  // A message that comes late may be the one with which the case began.
  const beganAt =
    waitingSince !== null && waitingSince < before.beganAt ? waitingSince : before.beganAt;
  return pausedAs({ ...before, beganAt }, status, statusAt ?? now);
}

function pausedAs(it: SlaCase, status: WorkState, since: Date): SlaCase {
  const last = it.pauses.at(-1);
  const isPaused = last !== undefined && last.to === null;
  const at = since < it.beganAt ? it.beganAt : since;
  if (status === "open") {
    if (!isPaused) return it;
    const rest = it.pauses.slice(0, -1);
    const isEmpty = at <= last.from;
    return { ...it, pauses: isEmpty ? rest : [...rest, { from: last.from, to: at }] };
  }
  if (isPaused) return it;
  const from = last?.to && last.to > at ? last.to : at;
  return { ...it, pauses: [...it.pauses, { from, to: null }] };
}

function wantedClocks(facts: SlaFacts, current: SlaCase, { policy, measure }: SlaRule): SlaClock[] {
  const { waitingSince, answeredAt } = facts;
  const isAnswered = answeredAt !== null && answeredAt >= current.beganAt;
  const wanted = (target: SlaTarget, beganAt: Date, pauses: readonly SlaPause[]): SlaClock[] => {
    const minutes = policy.minutes[target];
    if (minutes === null) return [];
    const dueMs = minutes * MINUTE_MS;
    const warnMs = (dueMs * policy.warnPercent) / 100;
    const dueAt = slaDueAt(measure, beganAt, pauses, dueMs);
    const warnAt = dueAt && slaDueAt(measure, beganAt, pauses, warnMs);
    return [{ target, policyId: policy.id, beganAt, dueAt, warnAt }];
  };
  const answer = isAnswered ? "next-answer" : "first-answer";
  return [
    ...(waitingSince === null ? [] : wanted(answer, waitingSince, [])),
    ...wanted("resolution", current.beganAt, current.pauses),
  ];
}

/** Whether a clock that has to run is one that runs already: of the resolution always, of an answer while none has come. */
function isSame(wanted: SlaClock, clock: SlaClock, { answeredAt }: SlaFacts): boolean {
  const isResolution = wanted.target === "resolution";
  if (isResolution !== (clock.target === "resolution")) return false;
  if (isResolution) return true;
  return wanted.beganAt <= clock.beganAt || answeredAt === null || answeredAt < clock.beganAt;
}

function isOver(now: Date, { dueAt }: SlaClock): boolean {
  return dueAt !== null && dueAt <= now;
}

function endOf<C extends SlaClock>(now: Date, clock: C, facts: SlaFacts): SlaEnd<C> {
  const doneAt = doneAtOf(clock, facts, now);
  const endedAt = doneAt ?? now;
  const isLate = clock.dueAt !== null && clock.dueAt <= endedAt;
  if (isLate) return { clock, endedAt, outcome: "broken" };
  return { clock, endedAt, outcome: doneAt === null ? "dropped" : "kept" };
}

/** When that was done for which a clock ran; null when it was not. */
function doneAtOf(clock: SlaClock, { answeredAt, status, statusAt }: SlaFacts, now: Date) {
  if (clock.target === "resolution") return status === "closed" ? (statusAt ?? now) : null;
  return answeredAt !== null && answeredAt >= clock.beganAt ? answeredAt : null;
}
