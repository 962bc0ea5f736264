import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import type { BuiltInRole } from "@galka/core/workspaces/permissions";
import { inWorkspace } from "@galka/postgres/database";
import { findMemberOfUser, insertMember } from "@galka/postgres/stores/members";
import { createTeam } from "../../operations/teams/manage-teams.ts";
import type { DemoParts } from "../connect-demo.ts";

export type StaffWish = {
  /** What their addresses end in. */
  readonly domain: string;
  readonly names: readonly string[];
  readonly role?: BuiltInRole;
};

/** Has people join the workspace; nobody but the owner's link opens their accounts. */
export async function hire(
  { app, signIn }: DemoParts,
  { workspaceId }: Member,
  { domain, names, role = "member" }: StaffWish,
): Promise<readonly Member[]> {
  const hired: Member[] = [];
  for (const name of names) {
    const email = `${name.toLowerCase().replace(/\P{L}+/gu, ".")}@${domain}`;
    const userId = await signIn.ensureAccount({ email, name, password: null });
    const id = app.ids.next<"member">();
    await inWorkspace(app.db, workspaceId, (tx) =>
      insertMember(tx, { workspaceId, id, userId, name, role }, app.clock.now()),
    );
    const member = await findMemberOfUser(app.db, userId);
    if (!member) throw new Error(`${name} has not joined.`);
    hired.push(member);
  }
  return hired;
}

/** Puts members into a team. */
export async function gatherTeam(
  { app }: DemoParts,
  owner: Member,
  name: string,
  members: readonly Member[],
): Promise<void> {
  const memberIds = members.map(({ id }) => idOf<"member">(id));
  const team = await createTeam(app, owner, { name, memberIds });
  if ("refused" in team) throw new Error(`The team of the demo: ${team.refused}.`);
}
