import type { MemberId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { mayGrant } from "@galka/core/workspaces/grant";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockMember, updateMemberRole } from "@galka/postgres/stores/team/membership";
import type { App } from "../../app.ts";
import { type RoleChoice, findRole, nameOfRole } from "../roles/find-role.ts";

type Done = { readonly done: true };
export type RoleChangeRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"last-owner">;

/**
 * Gives a member another role, at once also on the pages that they have open.
 *
 * The last owner stays one, even if two owners demote each other at the same moment.
 */
export async function changeMemberRole(
  app: App,
  member: Member,
  wish: { readonly id: MemberId; readonly to: RoleChoice },
): Promise<Done | RoleChangeRefused> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockMember(tx, workspaceId, wish.id);
    const role = await findRole(tx, workspaceId, wish.to);
    if (!found || !role) return { refused: "not-found" } as const;
    if (!mayGrant(member, found.member) || !mayGrant(member, role)) {
      return { refused: "forbidden" } as const;
    }
    const isOwner = found.member.role === "owner" && found.member.deactivatedAt === null;
    if (isOwner && role.role !== "owner" && found.otherOwners === 0) {
      return { refused: "last-owner" } as const;
    }
    const now = app.clock.now();
    const before = { role: await nameOfRole(tx, workspaceId, found.member) };
    const after = { role: await nameOfRole(tx, workspaceId, role) };
    await updateMemberRole(tx, workspaceId, wish.id, role);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "member-role-changed",
        subjectId: wish.id,
        before,
        after,
      },
    ]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "member-changed", otherId: wish.id },
      { kind: "collection-changed", otherId: "members" },
    ]);
    return { done: true } as const;
  });
  if ("refused" in changed) return changed;
  app.wake.tell("members", wish.id);
  app.wake.tell("events", workspaceId);
  return changed;
}
