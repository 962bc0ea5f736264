import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { type MemberChange, updateMember } from "@galka/postgres/stores/members";
import type { App } from "../../app.ts";
import { type MemberAtHome, describeMember } from "./describe-member.ts";

/** Changes what a member may change about themselves. The others learn of another name by the event. */
export async function changeOwnProfile(
  app: App,
  member: Member,
  change: MemberChange,
): Promise<MemberAtHome> {
  await inWorkspace(app.db, member.workspaceId, async (tx) => {
    await updateMember(tx, member, change);
    if (change.name === undefined) return;
    await recordAudit(tx, member.workspaceId, app.clock.now(), [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "member-renamed",
        subjectId: member.id,
        before: { name: member.name },
        after: { name: change.name },
      },
    ]);
    await appendEvents(tx, member.workspaceId, app.clock.now(), [
      { kind: "member-changed", otherId: member.id },
    ]);
  });
  app.wake.tell("events", member.workspaceId);
  return describeMember(app, { ...member, name: change.name ?? member.name });
}
