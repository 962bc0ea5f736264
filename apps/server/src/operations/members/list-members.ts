import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type MemberDetail, listMemberDetails } from "@galka/postgres/stores/team/membership";
import type { App } from "../../app.ts";

/** Everyone who is or was a member, with what concerns their access. */
export async function listTeamMembers(
  app: App,
  member: Member,
): Promise<readonly MemberDetail[] | Refused<"forbidden">> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listMemberDetails(tx, workspaceId));
}
