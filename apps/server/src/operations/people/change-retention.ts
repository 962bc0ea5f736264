import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type Retention,
  loadRetention,
  saveRetention,
} from "@galka/postgres/stores/contacts/retention";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

export async function readRetention(
  app: App,
  member: Member,
): Promise<Retention | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => loadRetention(tx, workspaceId));
}

/** Says how long what is kept. What is older is deleted within the hour, in small pieces, and does not come back. */
export async function changeRetention(
  app: App,
  member: Member,
  retention: Retention,
): Promise<Retention | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await loadRetention(tx, workspaceId);
    await saveRetention(tx, workspaceId, retention);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "retention-changed",
        before,
        after: retention,
      },
    ]);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "settings" }]);
  });
  app.wake.tell("events", workspaceId);
  return retention;
}
