import type { ReachWish } from "@galka/contract/json/library";

/** Whom something is for, as it would be asked for. */
export function reachWishOf(it: {
  readonly ownerId: string | null;
  readonly teamId: string | null;
}): ReachWish {
  if (it.ownerId !== null) return { for: "me" };
  return it.teamId === null ? { for: "everyone" } : { for: "team", teamId: it.teamId };
}
