import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { loadShowsTyping, setShowsTyping } from "@galka/postgres/stores/thread/typing-setting";
import type { App } from "../../app.ts";

export type ThreadSettings = { readonly showsTyping: boolean };

export function readThreadSettings(app: App, member: Member): Promise<ThreadSettings> {
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    showsTyping: await loadShowsTyping(tx, member.workspaceId),
  }));
}

/** Changes what is named; what is so already is not told again. */
export async function changeThreadSettings(
  app: App,
  member: Member,
  change: Partial<ThreadSettings>,
): Promise<ThreadSettings | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const settings = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = { showsTyping: await loadShowsTyping(tx, workspaceId) };
    const after = { ...before, ...change };
    if (after.showsTyping === before.showsTyping) return before;
    await setShowsTyping(tx, workspaceId, after.showsTyping);
    const entry = { id: app.ids.next<"audit">(), by: byMember(member), before, after };
    await recordAudit(tx, workspaceId, now, [{ ...entry, action: "settings-changed" }]);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "settings" }]);
    return after;
  });
  app.wake.tell("events", workspaceId);
  return settings;
}
