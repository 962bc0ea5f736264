import type { Priority, WorkState } from "./work.ts";
import { type Member, may } from "../workspaces/member.ts";

/** What can be changed about a conversation without writing in it. */
export type Work = {
  readonly status: WorkState;
  readonly snoozedUntil: string | null;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly labelIds: readonly string[];
  readonly unreadCount: number;
  /** Since when the contact waits for an answer. */
  readonly waitingSince: string | null;
};

/** A change to the work on any number of conversations; what it does not name stays. */
export type WorkChange = {
  readonly status?: WorkState;
  readonly snoozedUntil?: string | null;
  readonly priority?: Priority;
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
  readonly unread?: boolean;
};

/**
 * The work after `change`. A state other than snoozed has no time at which it
 * ends, and of a closed conversation nobody waits for an answer.
 */
export function changed(work: Work, change: WorkChange): Work {
  const status = change.status ?? work.status;
  const { addLabels = [], removeLabels = [] } = change;
  const labelIds = new Set(
    [...work.labelIds, ...addLabels].filter((id) => !removeLabels.includes(id)),
  );
  const until = change.snoozedUntil === undefined ? work.snoozedUntil : change.snoozedUntil;
  return {
    status,
    snoozedUntil: status === "snoozed" ? until : null,
    priority: change.priority ?? work.priority,
    assigneeId: change.assigneeId === undefined ? work.assigneeId : change.assigneeId,
    teamId: change.teamId === undefined ? work.teamId : change.teamId,
    labelIds: [...labelIds].toSorted(),
    unreadCount: unreadAfter(work.unreadCount, change.unread),
    waitingSince: status === "closed" ? null : work.waitingSince,
  };
}

function unreadAfter(count: number, unread: boolean | undefined): number {
  if (unread === undefined) return count;
  return unread ? Math.max(1, count) : 0;
}

/** What of `before` is not as it was; null when nothing is. */
export function difference(before: Work, after: Work): Partial<Work> | null {
  const entries = Object.entries(after).filter(
    ([key, value]) => !same(value, valueAt(before, key)),
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/**
 * The work with a change taken back: what the change made goes back to what it
 * was before. Null when any of that has changed since, for then somebody else has
 * decided meanwhile.
 */
export function undone(before: Work, after: Work, now: Work): Work | null {
  const made = Object.keys(difference(before, after) ?? {});
  if (made.some((key) => !same(valueAt(now, key), valueAt(after, key)))) return null;
  const back = made.map((key) => [key, valueAt(before, key)] as const);
  return { ...now, ...Object.fromEntries(back) };
}

/**
 * Whether this member may make this of it. Taking what nobody has and giving
 * away what is one's own is organizing; anything else about who has it is assigning.
 */
export function mayMake(member: Member, before: Work, after: Work): boolean {
  const made = Object.keys(difference(before, after) ?? {});
  return made.every((key) => {
    if (key === "unreadCount") return may(member, "conversations.reply");
    if (!may(member, "conversations.organize")) return false;
    if (key !== "assigneeId" && key !== "teamId") return true;
    const takes = before.assigneeId === null && after.assigneeId === member.id;
    return takes || before.assigneeId === member.id || may(member, "conversations.assign");
  });
}

function valueAt(work: Work, key: string): unknown {
  return Object.entries(work).find(([name]) => name === key)?.[1];
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((it, index) => it === other[index]);
  }
  return one === other;
}
