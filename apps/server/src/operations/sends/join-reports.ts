import { inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { retrying } from "@galka/postgres/retry";
import { appendEvents } from "@galka/postgres/stores/events";
import type { Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import { listLeftWaiting } from "@galka/postgres/stores/receiving/left-waiting";
import { lockReports } from "@galka/postgres/stores/receiving/orphans";
import type { App } from "../../app.ts";
import { applyMarks } from "../webhooks/apply-marks.ts";
import { distinctEvents } from "../webhooks/apply-members.ts";
import { applyStatuses } from "../webhooks/apply-statuses.ts";
import { openBatch } from "../webhooks/batch.ts";
import { type Named, takeWaiting } from "../webhooks/make-known.ts";

/**
 * Applies what was told of messages before they were known under their ids.
 *
 * To be called once it is committed that they are: whoever applies what a
 * channel tells holds the same lock while it looks for a message, so it either
 * finds this one or has kept its report by the time the lock is ours. The
 * record of what was sent does not wait for that lock.
 */
export async function joinReports(app: App, owned: Owned, known: readonly Named[]): Promise<void> {
  if (known.length === 0) return;
  const { workspaceId, channelId } = owned;
  const now = app.clock.now();
  const { hints, events } = await retrying(() =>
    inWorkspace(
      app.db,
      workspaceId,
      async (tx) => {
        const batch = openBatch(app, tx, workspaceId, now);
        await lockReports(tx, workspaceId, [channelId]);
        const reports = await takeWaiting(batch, known);
        await applyMarks(batch, reports.marks);
        await applyStatuses(batch, reports.statuses);
        await appendEvents(tx, workspaceId, now, distinctEvents(batch.events));
        await enqueue(tx, batch.jobs);
        return batch;
      },
      "by-keys",
    ),
  );
  for (const hint of hints) app.wake.tell(hint, workspaceId);
  if (events.length > 0) app.wake.tell("events", workspaceId);
}

/** The messages of a number that reports wait for though they are known: somebody ended between the two steps. */
export function findLeftWaiting(app: App, { workspaceId, channelId }: Owned): Promise<Named[]> {
  return inWorkspace(app.db, workspaceId, (tx) => listLeftWaiting(tx, workspaceId, channelId));
}
