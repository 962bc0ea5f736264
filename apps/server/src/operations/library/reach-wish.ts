import type { Reach } from "@galka/core/library/reach";
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
