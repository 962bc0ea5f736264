import { inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { areTemplatesStale } from "@galka/postgres/stores/templates/team-marks";
import type { App } from "../../app.ts";

const STALE_MS = 6 * 60 * 60 * 1000;

/**
 * Has the templates read again of every account that was not read for six hours.
 *
 * Webhooks tell of most changes; some of them are lost, and none tells of what
 * was archived or made elsewhere while nobody listened. Asked by several
 * processes at once, each account is read once.
 */
export async function pollTemplates(app: App, signal: AbortSignal): Promise<void> {
  const before = new Date(app.clock.now().getTime() - STALE_MS);
  for (const { workspaceId, channelId } of await listDirectory(app.db)) {
    if (signal.aborted) return;
    await inWorkspace(app.db, workspaceId, async (tx) => {
      if (!(await areTemplatesStale(tx, workspaceId, channelId, before))) return;
      const key = `sync-templates:${channelId}`;
      const payload = { workspaceId, channelId };
      await enqueue(tx, [{ task: "sync-templates", payload, key, maxAttempts: 4 }]);
    });
  }
}
