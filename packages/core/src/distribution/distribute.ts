import type { Priority } from "../conversations/work.ts";
import { PRIORITIES } from "../conversations/work.ts";
import type { DistributionPolicy } from "./policy.ts";

/** A member as somebody who can be given conversations. */
export type Desk = {
  readonly memberId: string;
  readonly teamIds: readonly string[];
  /** Online, on shift and there. */
  readonly isFree: boolean;
  /** How many open conversations they can have at once. */
  readonly capacity: number;
  /** How many they have. */
  readonly load: number;
  /** Counts up with every conversation that is given to anybody; of this member the last. */
  readonly turn: number;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly labelIds: readonly string[];
};

/** A conversation that nobody has. */
export type Waiting = {
  readonly id: string;
  /** The team that it was given to as a whole. */
  readonly teamId: string | null;
  readonly priority: Priority;
  readonly waitingSince: Date;
  readonly labelIds: readonly string[];
  /** The contact's; null when not known. */
  readonly language: string | null;
  readonly lastMemberId: string | null;
  readonly responsibleId: string | null;
  /** Who had it and let it wait: not given it again while there is anybody else. */
  readonly passedById: string | null;
  readonly policy: DistributionPolicy;
};

export type Given = { readonly conversationId: string; readonly memberId: string };

/**
 * Who gets which of the conversations that wait.
 *
 * In the order of the queue each goes to the one whose turn it is among those
 * who may have it and have room. One that finds nobody stays and keeps none of
 * those behind it from being given. Nobody gets more than their capacity.
 */
export function distribute(waiting: readonly Waiting[], desks: readonly Desk[]): Given[] {
  const now = new Map(desks.map((desk) => [desk.memberId, desk]));
  let turn = Math.max(0, ...desks.map((desk) => desk.turn));
  const given: Given[] = [];
  for (const conversation of waiting.toSorted(byQueue)) {
    const desk = nextFor(conversation, [...now.values()]);
    if (!desk) continue;
    turn += 1;
    now.set(desk.memberId, { ...desk, load: desk.load + 1, turn });
    given.push({ conversationId: conversation.id, memberId: desk.memberId });
  }
  return given;
}

/** Who gets this conversation next; null when it has to wait. */
export function nextFor(conversation: Waiting, desks: readonly Desk[]): Desk | null {
  const { policy } = conversation;
  if (policy.method === "manual") return null;
  const able = fitting(conversation, desks).filter(hasRoom);
  const wanted = able.find(({ memberId }) => memberId === stickyTo(conversation));
  if (wanted) return wanted;
  const order = policy.method === "least-busy" ? byLoad : byTurn;
  return able.toSorted(order)[0] ?? null;
}

/**
 * Everybody who may have it, free or not.
 *
 * A wish that nobody of the team could ever meet is left out, so that no
 * conversation waits for somebody who does not exist.
 */
function fitting(conversation: Waiting, desks: readonly Desk[]): readonly Desk[] {
  const { policy, teamId, passedById } = conversation;
  const team = teamId ?? policy.teamId;
  const members = team === null ? desks : desks.filter(({ teamIds }) => teamIds.includes(team));
  const { language, labelIds } = conversation;
  const wishes: ((desk: Desk) => boolean)[] = [
    (desk) => policy.skills.every((skill) => desk.skills.includes(skill)),
    (desk) => !policy.byLanguage || language === null || desk.languages.includes(language),
    (desk) => !policy.byLabel || labelIds.some((id) => desk.labelIds.includes(id)),
    (desk) => desk.memberId !== passedById,
  ];
  return wishes.reduce((left, wish) => {
    const meeting = left.filter(wish);
    return meeting.length > 0 ? meeting : left;
  }, members);
}

function hasRoom({ isFree, load, capacity }: Desk): boolean {
  return isFree && load < capacity;
}

function stickyTo({ policy, lastMemberId, responsibleId, passedById }: Waiting): string | null {
  if (policy.sticky === "none") return null;
  const wanted = policy.sticky === "last" ? lastMemberId : responsibleId;
  return wanted === passedById ? null : wanted;
}

function byTurn(one: Desk, other: Desk): number {
  return one.turn - other.turn || compare(one.memberId, other.memberId);
}

/** By the share of their capacity that is taken, so that who can do twice as much gets twice as much. */
function byLoad(one: Desk, other: Desk): number {
  return one.load * other.capacity - other.load * one.capacity || byTurn(one, other);
}

/** Where urgency does not count, all are of the usual urgency: so one order holds for all queues together. */
function byQueue(one: Waiting, other: Waiting): number {
  return (
    urgency(one) - urgency(other) ||
    one.waitingSince.getTime() - other.waitingSince.getTime() ||
    compare(one.id, other.id)
  );
}

function urgency({ policy, priority }: Waiting): number {
  return PRIORITIES.indexOf(policy.order === "urgent" ? priority : "normal");
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
