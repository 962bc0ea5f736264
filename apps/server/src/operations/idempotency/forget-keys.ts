import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { forgetKeys } from "@galka/postgres/stores/idempotent-calls";
import type { App } from "../../app.ts";

/** Whoever repeats a call does so within minutes; a day is for programs that were away. */
const KEPT_HOURS = 24;

/** Forgets idempotency keys after a day. */
export async function forgetOldKeys(app: App): Promise<void> {
  const workspaces = new Set((await listDirectory(app.db)).map((it) => it.workspaceId));
  for (const workspaceId of workspaces) {
    await inWorkspace(app.db, workspaceId, (tx) => forgetKeys(tx, workspaceId, KEPT_HOURS));
  }
}
