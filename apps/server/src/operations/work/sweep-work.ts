import { hoursClock } from "@galka/core/hours/hours-clock";
import { hoursOf } from "@galka/core/hours/hours-of";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { type AuditEntry, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { listWorkspacesAtWork } from "@galka/postgres/stores/work/work-counts";
import { loadHours } from "@galka/postgres/stores/work/hours";
import { lockSilent, passOn, wakeSnoozed } from "@galka/postgres/stores/work/queue";
import type { App } from "../../app.ts";
import { type Desk, distributeWaiting } from "./distribute-waiting.ts";

/**
 * Does what time alone brings: conversations that were put aside come back, those
 * whose member has been silent for too long become somebody else's, and what
 * waits is given to whoever came, or whose shift began.
 *
 * Several processes may do so at once: each takes what no other is at.
 */
export async function sweepWork(app: App): Promise<void> {
  for (const workspaceId of await listWorkspacesAtWork(app.db, app.clock.now())) {
    await sweepWorkspace(app, workspaceId);
  }
}

async function sweepWorkspace(app: App, workspaceId: WorkspaceId): Promise<void> {
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const desk = { app, tx, workspaceId, now: app.clock.now() };
    const woken = await wake(desk);
    const passed = await takeOver(desk);
    const given = await distributeWaiting(desk);
    const ids = new Set([...woken, ...passed, ...given.flatMap((it) => it.conversationId ?? [])]);
    const events = [...ids].map(
      (id) => ({ kind: "conversation-changed", conversationId: id }) as const,
    );
    await appendEvents(tx, workspaceId, desk.now, events);
    return ids.size > 0;
  });
  if (changed) app.wake.tell("events", workspaceId);
}

async function wake(desk: Desk): Promise<readonly string[]> {
  const { tx, workspaceId, now } = desk;
  const woken = await wakeSnoozed(tx, workspaceId, now);
  const change = { before: { status: "snoozed" }, after: { status: "open" } };
  await remember(
    desk,
    woken.map((id) => ({ id, action: "conversation-woken", ...change })),
  );
  return woken;
}

/** Nobody has to be silent for the minutes in which their conversation's hours are closed. */
async function takeOver(desk: Desk): Promise<readonly string[]> {
  const { tx, workspaceId, now } = desk;
  const late = await lockSilent(tx, workspaceId, now, 500);
  if (late.length === 0) return [];
  const hours = await loadHours(tx, workspaceId);
  const silent = late.filter((it) => {
    const openMs = hoursClock(hoursOf(hours, it)).workingMs(it.since, now);
    return openMs >= it.takeOverMinutes * 60_000;
  });
  const ids = silent.map(({ id }) => id);
  await passOn(tx, workspaceId, ids);
  await remember(
    desk,
    silent.map(({ id, assigneeId }) => ({
      id,
      action: "conversation-assigned",
      before: { assigneeId },
      after: { assigneeId: null, how: "silence" },
    })),
  );
  return ids;
}

function remember(
  { app, tx, workspaceId, now }: Desk,
  changes: readonly Pick<AuditEntry, "id" | "action" | "before" | "after">[],
): Promise<void> {
  const entries = changes.map(({ id, ...rest }) => ({
    ...rest,
    id: app.ids.next(),
    by: { actor: "system" } as const,
    subjectId: id,
    conversationId: id,
  }));
  return recordAudit(tx, workspaceId, now, entries);
}
