import type { Refused } from "@galka/core/kernel/refused";
import { type Member as TeamMember, mayAdministrate } from "@galka/core/workspaces/member";
import { enterWorkspace, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { listNeighbors } from "@galka/postgres/stores/channel-directory";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  findDetailOf,
  lockParked,
  noteRetry,
} from "@galka/postgres/stores/receiving/parked-webhooks";
import { findWebhook } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";
import { distinctEvents } from "./apply-members.ts";
import { applyOrPark } from "./apply-or-park.ts";
import { openBatch } from "./batch.ts";
import { readWebhook } from "./read-webhook.ts";
import { routeMembers } from "./route-members.ts";

/**
 * Tries to apply what was parked once more, from the webhook as it came.
 *
 * Its neighbors are applied with it, which changes nothing of them: applying
 * twice is applying once. What still fails stays parked, with the reason of today.
 */
export async function retryParked(
  app: App,
  member: TeamMember,
  id: string,
): Promise<{ readonly applied: boolean } | Refused<"not-found"> | Refused<"forbidden">> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const result = await inWorkspace(app.db, workspaceId, async (tx) => {
    const parked = await lockParked(tx, workspaceId, id);
    if (!parked) return { refused: "not-found" } as const;
    const webhook = await findWebhook(tx, parked.position);
    if (!webhook) {
      await noteRetry(tx, id, "The webhook itself is not kept any more.", now);
      return { applied: false };
    }
    const directory = await listNeighbors(tx, [webhook.hint]);
    const routed = routeMembers([readWebhook(app, webhook)], directory);
    const batch = openBatch(app, tx, workspaceId, now);
    const members = routed.byWorkspace.get(workspaceId) ?? [];
    const still = [...routed.parked, ...(await applyOrPark(batch, members))];
    await enterWorkspace(tx, workspaceId);
    // A neighbor that still fails is parked for itself, and says nothing about this one.
    const problem = await findDetailOf(tx, id, still);
    await noteRetry(tx, id, problem, now);
    await enqueue(tx, batch.jobs);
    await appendEvents(tx, workspaceId, now, distinctEvents(batch.events));
    return { applied: problem === null };
  });
  app.wake.tell("events", workspaceId);
  return result;
}
