import { PRIORITIES, type Priority } from "../conversations/work.ts";

/**
 * What a team sets itself as a target for a conversation.
 *
 * `first-answer`: a person's first answer in a case. `next-answer`: every
 * answer after that one. `resolution`: that the case is closed.
 */
export const SLA_TARGETS = ["first-answer", "next-answer", "resolution"] as const;
export type SlaTarget = (typeof SLA_TARGETS)[number];

/** Which conversations a policy is for: all four must fit, and an empty list fits everything. */
export type SlaScope = {
  readonly channelIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly priorities: readonly Priority[];
  /** One of them is enough. */
  readonly labelIds: readonly string[];
};

/** How soon contacts are answered and cases closed. Of several policies the first that fits counts. */
export type SlaPolicy = {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly scope: SlaScope;
  /** Minutes for each target; null sets none. At least one is set. */
  readonly minutes: Readonly<Record<SlaTarget, number | null>>;
  /** Whether only the time in which the conversation's hours are open counts. */
  readonly countedIn: "office-hours" | "wall-clock";
  /** After this share of the time the clock warns. */
  readonly warnPercent: number;
};

/** How large a policy may be, and how many of them a workspace may have. */
export const SLA_MOST = { policies: 50, nameLength: 100, minutes: 60 * 24 * 90 } as const;

export type SlaPolicyProblem =
  | "name-missing"
  | "name-too-long"
  | "target-missing"
  | "minutes-out-of-range"
  | "warning-out-of-range"
  | "priority-unknown";

/** What is wrong with a policy that somebody wrote down; null when it can be kept. */
export function problemOfSlaPolicy(policy: Omit<SlaPolicy, "id">): SlaPolicyProblem | null {
  const { name, minutes, warnPercent, scope } = policy;
  if (name.trim() === "") return "name-missing";
  if (name.length > SLA_MOST.nameLength) return "name-too-long";
  const set = SLA_TARGETS.flatMap((target) => minutes[target] ?? []);
  if (set.length === 0) return "target-missing";
  if (!set.every((it) => Number.isInteger(it) && it >= 1 && it <= SLA_MOST.minutes)) {
    return "minutes-out-of-range";
  }
  if (!Number.isInteger(warnPercent) || warnPercent < 1 || warnPercent > 99) {
    return "warning-out-of-range";
  }
  return scope.priorities.every((it) => PRIORITIES.includes(it)) ? null : "priority-unknown";
}

/** What of a conversation a policy's scope looks at. */
export type SlaPlace = {
  readonly channelId: string;
  readonly teamId: string | null;
  readonly priority: Priority;
  readonly labelIds: readonly string[];
};

/** The policy by which a conversation is measured: the first of those that are on and fit. */
export function slaPolicyFor(policies: readonly SlaPolicy[], place: SlaPlace): SlaPolicy | null {
  return policies.find((it) => it.isOn && fits(it.scope, place)) ?? null;
}

function fits({ channelIds, teamIds, priorities, labelIds }: SlaScope, place: SlaPlace): boolean {
  const among = <T>(wanted: readonly T[], it: T) => wanted.length === 0 || wanted.includes(it);
  return (
    among(channelIds, place.channelId) &&
    (teamIds.length === 0 || (place.teamId !== null && teamIds.includes(place.teamId))) &&
    among(priorities, place.priority) &&
    (labelIds.length === 0 || place.labelIds.some((id) => labelIds.includes(id)))
  );
}
