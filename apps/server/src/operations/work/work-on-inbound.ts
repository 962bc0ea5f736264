import type { NewEvent } from "@galka/postgres/stores/events";
import { recordAudit } from "@galka/postgres/stores/audit";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import { freeReopened } from "@galka/postgres/stores/work/queue";
import { type Desk, distributeWaiting } from "./distribute-waiting.ts";

/**
 * What follows from messages of contacts for the work on their conversations,
 * as these were before: what was put aside is open again and remembered so, and
 * what nobody has is given to somebody where that is done by itself.
 */
export async function workOnInbound(desk: Desk, threads: readonly Thread[]): Promise<NewEvent[]> {
  const { app, tx, workspaceId, now } = desk;
  const reopened = threads.filter(({ status }) => status !== "open");
  await recordAudit(
    tx,
    workspaceId,
    now,
    reopened.map(({ id, status }) => ({
      id: app.ids.next(),
      by: { actor: "contact" },
      action: "conversation-reopened",
      subjectId: id,
      conversationId: id,
      before: { status },
      after: { status: "open" },
    })),
  );
  const closed = reopened.filter(({ status }) => status === "closed").map(({ id }) => id);
  const freed = await freeReopened(tx, workspaceId, closed);
  await recordAudit(
    tx,
    workspaceId,
    now,
    freed.map(({ id, assigneeId }) => ({
      id: app.ids.next(),
      by: { actor: "system" },
      action: "conversation-assigned",
      subjectId: id,
      conversationId: id,
      before: { assigneeId },
      after: { assigneeId: null, how: "reopened" },
    })),
  );
  const isFree = threads.some(({ assigneeId }) => assigneeId === null) || freed.length > 0;
  return isFree ? distributeWaiting(desk) : [];
}
