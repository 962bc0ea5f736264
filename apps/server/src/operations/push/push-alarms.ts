import { createHash } from "node:crypto";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { mayAny } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listMembers } from "@galka/postgres/stores/members";
import { deleteSubscriptions, listSubscriptions } from "@galka/postgres/stores/push";
import type { App } from "../../app.ts";
import type { PushService } from "../../push/push-service.ts";
import { KEEPERS } from "../health/keepers.ts";
import { loadPushKeys } from "./push-keys.ts";

export type AlarmNote = {
  readonly channelId: string;
  readonly channelName: string;
  /** What was found, by the name of its check. */
  readonly check: string;
};

/**
 * Tells the browsers of those who keep a number that something is wrong with it.
 *
 * After the alarm was written down, so that a crash loses a notification and
 * never repeats one: the alarm itself stands above every page until it is over.
 */
export async function pushAlarms(
  app: App,
  service: PushService,
  workspaceId: WorkspaceId,
  alarms: readonly AlarmNote[],
): Promise<void> {
  const targets = await inWorkspace(app.db, workspaceId, async (tx) => {
    const members = await listMembers(tx, workspaceId);
    const keepers = new Set<string>(
      members.filter((it) => mayAny(it, KEEPERS)).map(({ id }) => id),
    );
    const subscriptions = await listSubscriptions(tx, workspaceId);
    return subscriptions.filter(({ memberId }) => keepers.has(memberId));
  });
  if (targets.length === 0) return;
  const keys = await loadPushKeys(app, service);
  const gone: string[] = [];
  for (const { channelId, channelName: title, check } of alarms) {
    const topic = createHash("sha256")
      .update(`${channelId} ${check}`)
      .digest("base64url")
      .slice(0, 32);
    const payload = JSON.stringify({
      path: `/number-health/${channelId}`,
      title,
      kind: "alarm",
      check,
    });
    for (const target of targets) {
      const pushed = await service.push(keys, target, { topic, payload });
      app.metrics.count("pushes", { outcome: pushed });
      if (pushed === "gone") gone.push(target.endpoint);
    }
  }
  if (gone.length === 0) return;
  await inWorkspace(app.db, workspaceId, (tx) => deleteSubscriptions(tx, workspaceId, gone));
}
