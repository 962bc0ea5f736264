import { type AudienceWish, partsOf } from "@galka/core/audience/audience-wish";
import type { Refused } from "@galka/core/kernel/refused";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { maySee } from "@galka/core/library/reach";
import type { Member } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { type MissingPart } from "@galka/postgres/stores/audience/audience-query";
import { listSegments } from "@galka/postgres/stores/audience/segments";
import { findSegmentsInCampaigns } from "@galka/postgres/stores/audience/segments-in-campaigns";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";
import { listMembers } from "@galka/postgres/stores/members";
import { listTeams } from "@galka/postgres/stores/team/teams";

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

/**
 * The segments of a campaign that are not the member's to look into, and whose
 * they are: so they know whom to ask. Neither their names nor anybody in them is told.
 */
export type PartPrivate = Refused<
  "audience-part-private",
  { readonly parts: readonly MissingPart[]; readonly owners: readonly string[] }
>;

/** Null when the member may write to such an audience; what stood in it `before`, somebody has put there who may. */
export async function unseenIn(
  tx: Tx,
  member: Member,
  wish: AudienceWish,
  before: AudienceWish | null = null,
): Promise<PartGone | PartPrivate | null> {
  const unseen = await findUnseenParts(tx, member, wish);
  const kept = new Set(
    before ? partsOf(before).flatMap((it) => (it.from === "segment" ? [it.segmentId] : [])) : [],
  );
  const parts = unseen.filter(({ id }) => !kept.has(id));
  if (parts.length === 0) return null;
  const { workspaceId } = member;
  const ids = parts.map(({ id }) => id);
  // Who knows no more than an id learns nothing by it.
  const known = await findSegmentsInCampaigns(tx, workspaceId, ids);
  if (known.length < parts.length) return { refused: "audience-part-gone", parts };
  return { refused: "audience-part-private", parts, owners: await ownersOf(tx, workspaceId, ids) };
}

/** Members and teams by their names. */
async function ownersOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  segmentIds: readonly string[],
): Promise<string[]> {
  const segments = await listSegments(tx, workspaceId);
  const holders = [...(await listMembers(tx, workspaceId)), ...(await listTeams(tx, workspaceId))];
  const ids = segments
    .filter(({ id }) => segmentIds.includes(id))
    .map(({ ownerId, teamId }) => ownerId ?? teamId);
  return holders.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
