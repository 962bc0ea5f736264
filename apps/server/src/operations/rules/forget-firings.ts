import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { loadRetention } from "@galka/postgres/stores/contacts/retention";
import { forgetFirings } from "@galka/postgres/stores/rules/firings";
import type { App } from "../../app.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How long it can be read what rules did; shorter where the record of changes is kept shorter. */
const KEPT_DAYS = 90;
/** As long as a rule can rest in a conversation. */
const LONGEST_REST_DAYS = 366;
/** Small enough that nobody waits for a lock of it. */
const PIECE = 500;

/** Forgets what rules did and whom they called long ago, everywhere, in small pieces. */
export async function forgetOldFirings(app: App, signal?: AbortSignal): Promise<void> {
  const workspaces = new Set((await listDirectory(app.db)).map((it) => it.workspaceId));
  for (const workspaceId of workspaces) {
    while ((await forgetPiece(app, workspaceId)) > 0) {
      if (signal?.aborted) return;
    }
  }
}

function forgetPiece(app: App, workspaceId: WorkspaceId): Promise<number> {
  const daysAgo = (days: number) => new Date(app.clock.now().getTime() - days * DAY_MS);
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { audit } = await loadRetention(tx, workspaceId);
    return forgetFirings(tx, workspaceId, {
      before: daysAgo(Math.min(KEPT_DAYS, audit ?? KEPT_DAYS)),
      restBefore: daysAgo(LONGEST_REST_DAYS),
      atMost: PIECE,
    });
  });
}
