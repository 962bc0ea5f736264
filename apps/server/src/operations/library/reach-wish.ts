import type { Refused } from "@galka/core/kernel/refused";
import { type Reach, mayChange } from "@galka/core/library/reach";
import type { Member } from "@galka/core/workspaces/member";

/** Whom something is meant for, as a member asks it. */
export type ReachWish =
  | { readonly for: "me" }
  | { readonly for: "team"; readonly teamId: string }
  | { readonly for: "everyone" };

export function reachOf(member: Member, wish: ReachWish): Reach {
  return {
    ownerId: wish.for === "me" ? member.id : null,
    teamId: wish.for === "team" ? wish.teamId : null,
  };
}

/** Null when the member may make `before` (null for something new) into `after`. */
export function reachProblem(
  member: Member,
  before: Reach | null,
  after: Reach,
): Refused<"forbidden"> | null {
  const may = (before === null || mayChange(member, before)) && mayChange(member, after);
  return may ? null : { refused: "forbidden" };
}
