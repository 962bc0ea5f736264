import type { WorkspaceId } from "@galka/core/kernel/ids";
import {
  type SlaClock,
  type SlaEnd,
  type SlaSettled,
  firstDue,
  settleSla,
} from "@galka/core/sla/sla-clocks";
import { type SlaPolicy, slaPolicyFor } from "@galka/core/sla/sla-policy";
import type { Tx } from "../../database.ts";
import { type ClockedConversation, type StoredClock, loadClockFacts } from "./clock-facts.ts";
import { type MeasureOf, loadMeasures } from "./measures.ts";
import { type ClockChanges, type EndedClock, saveClockChanges } from "./save-clocks.ts";

type Desk = { readonly tx: Tx; readonly workspaceId: WorkspaceId; readonly now: Date };

/**
 * Sets the clocks of conversations as they have to stand after what was done
 * with them in `tx`; answers those of them that were changed. Without any
 * policies every clock ends.
 *
 * `appendEvents` does so for every conversation of which anything is told, so
 * that no change can forget it. Done twice it changes nothing the second time.
 */
export async function settleBy(
  policies: readonly SlaPolicy[],
  { tx, workspaceId, now }: Desk,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const measureOf = await loadMeasures(tx, workspaceId, policies);
  const conversations = await loadClockFacts(tx, workspaceId, ids);
  const changes = conversations
    .map((it) => changesOf(it, settled(now, it, policies, measureOf)))
    .filter((it) => it !== null);
  await saveClockChanges(tx, workspaceId, changes);
  return changes.map(({ id }) => id);
}

function settled(
  now: Date,
  it: ClockedConversation,
  policies: readonly SlaPolicy[],
  measureOf: MeasureOf,
): SlaSettled<StoredClock> {
  const policy = slaPolicyFor(policies, it);
  return settleSla(now, it, policy && { policy, measure: measureOf(policy, it) });
}

/** What has to be written; null when everything stands as it has to. */
function changesOf(it: ClockedConversation, after: SlaSettled<StoredClock>): ClockChanges | null {
  const shown = firstDue(after.running);
  const ended = after.ended.map((end) => endedOf(it, end));
  const broken = ended.flatMap(({ outcome, decidedAt }) =>
    outcome === "broken" ? [decidedAt] : [],
  );
  const kept = ended.flatMap(({ outcome, decidedAt }) => (outcome === "kept" ? [decidedAt] : []));
  const conversation = {
    case: after.case,
    target: shown?.target ?? null,
    dueAt: shown?.dueAt ?? null,
    warnAt: shown?.warnAt ?? null,
    brokenAt: least([after.isNewCase ? null : it.shown.brokenAt, ...broken]),
    keptAt: greatest([after.isNewCase ? null : it.shown.keptAt, ...kept]),
  };
  const moved = after.goOn.flatMap(({ was, clock }) =>
    isTheSame(clock, timesOf(was)) ? [] : [{ id: was.id, ...clock }],
  );
  const { begun } = after;
  if (moved.length + begun.length + ended.length === 0 && isTheSame(conversation, it.shown)) {
    return null;
  }
  return { id: it.id, channelId: it.channelId, conversation, moved, begun, ended };
}

function timesOf({ target, policyId, beganAt, dueAt, warnAt }: StoredClock): SlaClock {
  return { target, policyId, beganAt, dueAt, warnAt };
}

function isTheSame<T extends object>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A clock that was told to be broken stays so, even when an answer turns out to have been earlier. */
function endedOf(
  { answeredById, assigneeId }: ClockedConversation,
  { clock, endedAt, outcome: found }: SlaEnd<StoredClock>,
): EndedClock {
  const outcome = clock.isBroken ? "broken" : found;
  const decidedAt = { kept: endedAt, broken: clock.dueAt, dropped: null }[outcome];
  const answererId = clock.target === "resolution" || outcome === "dropped" ? null : answeredById;
  return { id: clock.id, endedAt, outcome, decidedAt, memberId: answererId ?? assigneeId };
}

function least(moments: readonly (Date | null)[]): Date | null {
  return inOrder(moments)[0] ?? null;
}

function greatest(moments: readonly (Date | null)[]): Date | null {
  return inOrder(moments).at(-1) ?? null;
}

function inOrder(moments: readonly (Date | null)[]): Date[] {
  return moments
    .filter((it) => it !== null)
    .toSorted((one, other) => one.getTime() - other.getTime());
}
