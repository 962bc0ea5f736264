import { type Member, may } from "../workspaces/member.ts";

/**
 * Who sees something of the library: a quick reply, a macro, a view.
 *
 * With an owner it is theirs alone; with a team it is that team's; with
 * neither it is everyone's. It never has both.
 */
export type Reach = { readonly ownerId: string | null; readonly teamId: string | null };

/** Whoever looks after the library sees what every team has, but nobody's private things. */
export function maySee(member: Member, teamIds: readonly string[], it: Reach): boolean {
  if (it.ownerId !== null) return it.ownerId === member.id;
  return it.teamId === null || teamIds.includes(it.teamId) || may(member, "library.manage");
}

/** What is shared is changed by those who look after the library, what is private by its owner. */
export function mayChange(member: Member, it: Reach): boolean {
  return it.ownerId === null ? may(member, "library.manage") : it.ownerId === member.id;
}
