import type { ChannelId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import type { App } from "../../../app.ts";

/** Remembers what a member has changed at WhatsApp, where nothing of it is kept here. */
export function remember(
  app: App,
  member: Member,
  id: ChannelId,
  what: Pick<AuditEntry, "action" | "before" | "after">,
): Promise<void> {
  return inWorkspace(app.db, member.workspaceId, (tx) =>
    recordAudit(tx, member.workspaceId, app.clock.now(), [
      { id: app.ids.next(), by: byMember(member), subjectId: id, ...what },
    ]),
  );
}
