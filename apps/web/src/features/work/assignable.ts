import type { RoleJson, TeamJson } from "@galka/contract/json/team";
import type { MemberJson } from "@galka/contract/json/workspace";
import { idOf } from "@galka/core/kernel/ids";
import { mayHoldConversations, type RoleHeld } from "@galka/core/workspaces/member";

type Assigned = { readonly assigneeId: string | null; readonly teamId: string | null };

/** Whom a conversation can be given to, by the rule that the server refuses others by; those of its team first. */
export function assignable(
  members: Iterable<MemberJson>,
  roles: readonly Pick<RoleJson, "id" | "permissions">[],
  team: Pick<TeamJson, "memberIds"> | null,
): readonly MemberJson[] {
  const fit = [...members].filter((it) => mayHoldConversations(roleHeld(it, roles), it.active));
  const isOf = ({ id }: MemberJson) => team?.memberIds.includes(id) ?? false;
  return [...fit.filter(isOf), ...fit.filter((member) => !isOf(member))];
}

/** One of the workspace's own roles allows nothing while it is not known what it allows. */
function roleHeld(
  { role, roleId }: MemberJson,
  roles: readonly Pick<RoleJson, "id" | "permissions">[],
): RoleHeld {
  if (role !== "custom") return { role };
  const own = roles.find(({ id }) => id === roleId);
  return { role, roleId: idOf<"role">(roleId ?? ""), permissions: own?.permissions ?? [] };
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
