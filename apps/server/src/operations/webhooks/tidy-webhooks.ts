import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { forgetOrphans } from "@galka/postgres/stores/receiving/orphans";
import { keepPartitions } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";

const DAYS = { ahead: 7, kept: 30 };

/** Meta keeps trying to deliver for thirty days; a report of something older will never find its message. */
const ORPHAN_DAYS = 45;

/** Makes the coming days of the webhook log, and drops what is past keeping. */
export async function tidyWebhooks(app: App): Promise<void> {
  await keepPartitions(app.db, DAYS);
  const workspaces = new Set((await listDirectory(app.db)).map((it) => it.workspaceId));
  for (const workspaceId of workspaces) {
    await inWorkspace(app.db, workspaceId, (tx) => forgetOrphans(tx, workspaceId, ORPHAN_DAYS));
  }
}
