import type { TeamJson } from "@galka/contract/json/team";
import type { MemberJson } from "@galka/contract/json/workspace";

type Assigned = { readonly assigneeId: string | null; readonly teamId: string | null };

/** Whom a conversation can be given to: who still comes in, those of its team first. */
export function assignable(
  members: Iterable<MemberJson>,
  team: Pick<TeamJson, "memberIds"> | null,
): readonly MemberJson[] {
  const active = [...members].filter((member) => member.active);
  const isOf = ({ id }: MemberJson) => team?.memberIds.includes(id) ?? false;
  return [...active.filter(isOf), ...active.filter((member) => !isOf(member))];
}

/** Gives a conversation to a team alone: whoever has it keeps it when they are in the team, and when it is to be of none. */
export function givenToTeam(
  { assigneeId }: Pick<Assigned, "assigneeId">,
  team: Pick<TeamJson, "id" | "memberIds"> | null,
): Assigned {
  if (team === null) return { assigneeId, teamId: null };
  const stays = assigneeId !== null && team.memberIds.includes(assigneeId);
  return { assigneeId: stays ? assigneeId : null, teamId: team.id };
}
