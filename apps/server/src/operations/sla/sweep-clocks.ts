import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type ToldClock,
  breakDueClocks,
  listWorkspacesWithDueClocks,
  lockDueConversations,
  warnOfClocks,
} from "@galka/postgres/stores/sla/due-clocks";
import type { App } from "../../app.ts";

const AT_ONCE = 500;

/**
 * Tells of the clocks that have reached their warning or their end: as a line of
 * the thread, to the bells of those whom it concerns, and to the statistics.
 *
 * Each is told once, in the transaction that marks it, however many processes
 * look; one whose conversation somebody is just changing is told the next time.
 */
export async function sweepClocks(app: App): Promise<void> {
  for (const workspaceId of await listWorkspacesWithDueClocks(app.db, app.clock.now())) {
    await retrying(() => sweepWorkspace(app, workspaceId));
  }
}

async function sweepWorkspace(app: App, workspaceId: WorkspaceId): Promise<void> {
  const told = await inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    const ids = await lockDueConversations(tx, workspaceId, now, AT_ONCE);
    if (ids.length === 0) return false;
    const broken = await breakDueClocks(tx, workspaceId, ids, now);
    const warned = await warnOfClocks(tx, workspaceId, ids, now);
    await recordAudit(tx, workspaceId, now, [
      ...broken.map((it) => lineOf(app, "sla-broken", it)),
      ...warned.map((it) => lineOf(app, "sla-warned", it)),
    ]);
    const events: NewEvent[] = [...broken, ...warned].map(({ conversationId }) => ({
      kind: "conversation-changed",
      conversationId,
    }));
    const alerts = { kind: "collection-changed", otherId: "sla-alerts" } as const;
    await appendEvents(tx, workspaceId, now, [...events, alerts]);
    return true;
  });
  if (told) app.wake.tell("events", workspaceId);
}

function lineOf(app: App, action: "sla-broken" | "sla-warned", clock: ToldClock) {
  const { conversationId, target, dueAt, policyName } = clock;
  return {
    id: app.ids.next(),
    by: { actor: "system" } as const,
    action,
    subjectId: conversationId,
    conversationId,
    after: { target, dueAt: dueAt.toISOString(), policy: policyName },
  };
}
