import { type AudienceWish, partsOf } from "@galka/core/audience/audience-wish";
import type { Refused } from "@galka/core/kernel/refused";
import { maySee } from "@galka/core/library/reach";
import type { Member } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { type MissingPart } from "@galka/postgres/stores/audience/audience-query";
import { listSegments } from "@galka/postgres/stores/audience/segments";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";

/** To whoever may not see a part it is as if it were not there. */
export type PartGone = Refused<"audience-part-gone", { readonly parts: readonly MissingPart[] }>;

/**
 * The segments of an audience that are somebody else's own, or another team's.
 * Who knows the id of one learns nothing by it: neither how many are in it nor who.
 */
export async function findUnseenParts(
  tx: Tx,
  member: Member,
  wish: AudienceWish,
): Promise<MissingPart[]> {
  const asked = new Set(
    partsOf(wish).flatMap((it) => (it.from === "segment" ? [it.segmentId] : [])),
  );
  if (asked.size === 0) return [];
  const teamIds = await listTeamIdsOf(tx, member.workspaceId, member.id);
  const segments = await listSegments(tx, member.workspaceId);
  return segments
    .filter((it) => asked.has(it.id) && !maySee(member, teamIds, it))
    .map(({ id }) => ({ kind: "segment", id }));
}

/** Null when the member may write to such an audience; what stood in it `before`, somebody has put there who may. */
export async function unseenIn(
  tx: Tx,
  member: Member,
  wish: AudienceWish,
  before: AudienceWish | null = null,
): Promise<PartGone | null> {
  const unseen = await findUnseenParts(tx, member, wish);
  const kept = new Set(
    before ? partsOf(before).flatMap((it) => (it.from === "segment" ? [it.segmentId] : [])) : [],
  );
  const parts = unseen.filter(({ id }) => !kept.has(id));
  return parts.length === 0 ? null : { refused: "audience-part-gone", parts };
}
