import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { retrying } from "@galka/postgres/retry";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockClocked } from "@galka/postgres/stores/sla/due-clocks";
import { settleBy } from "@galka/postgres/stores/sla/settle-clocks";
import { listSlaPolicies } from "@galka/postgres/stores/sla/sla-policies";
import type { App } from "../../app.ts";

const AT_ONCE = 500;

/** Has every clock of the workspace set anew once `tx` is done: policies or hours are others. */
export function askToSettle(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  const payload = { workspaceId };
  return enqueue(tx, [{ task: "settle-sla", payload, key: `settle-sla:${workspaceId}` }]);
}

/**
 * Sets every clock as policies and hours have it at this moment, some
 * conversations after the others, and tells of those that moved.
 *
 * Asked again, or interrupted and begun anew, it finds done what was done.
 */
export async function settleAll(
  app: App,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
): Promise<"done" | "interrupted"> {
  let after: string | null = null;
  do {
    if (signal.aborted) return "interrupted";
    const from: string | null = after;
    after = await retrying(() => settleSome(app, workspaceId, from));
  } while (after !== null);
  return "done";
}

async function settleSome(
  app: App,
  workspaceId: WorkspaceId,
  after: string | null,
): Promise<string | null> {
  const settled = await inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    const ids = await lockClocked(tx, workspaceId, after, AT_ONCE);
    const policies = await listSlaPolicies(tx, workspaceId);
    const moved = await settleBy(policies, { tx, workspaceId, now }, ids);
    const events = moved.map(
      (id) => ({ kind: "conversation-changed", conversationId: id }) as const,
    );
    await appendEvents(tx, workspaceId, now, events);
    return { ids, moved };
  });
  if (settled.moved.length > 0) app.wake.tell("events", workspaceId);
  return settled.ids.length < AT_ONCE ? null : (settled.ids.at(-1) ?? null);
}
