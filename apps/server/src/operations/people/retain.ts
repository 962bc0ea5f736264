import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { eraseFiles } from "@galka/postgres/stores/contacts/erase-contact";
import {
  forgetAudit,
  forgetMedia,
  forgetMessages,
  listWorkspacesWithRetention,
  loadRetention,
  loadWebhookLogDays,
} from "@galka/postgres/stores/contacts/retention";
import { appendEvents } from "@galka/postgres/stores/events";
import { keepPartitions } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";

/** Small enough that nobody waits for a lock of it. */
const PIECE = 500;
const DAY_MS = 24 * 60 * 60_000;
/** Days of the webhook log that are made ahead, and how long it is kept when nobody says. */
const LOG_DAYS = { ahead: 7, kept: 30 };

/** Deletes what is past keeping, everywhere, in small pieces. A second call at once, or after a crash, goes on. */
export async function retain(app: App, signal?: AbortSignal): Promise<void> {
  const days = await loadWebhookLogDays(app.db);
  if (days !== null) {
    await keepPartitions(app.db, { ...LOG_DAYS, kept: Math.min(days, LOG_DAYS.kept) });
  }
  for (const workspaceId of await listWorkspacesWithRetention(app.db)) {
    const pieces = [retainMessages, retainMedia, retainAudit];
    for (const piece of pieces) {
      for (let count = 1; count > 0; count = await piece(app, workspaceId)) {
        if (signal?.aborted) return;
      }
    }
  }
}

function retainMessages(app: App, workspaceId: WorkspaceId): Promise<number> {
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { messages: days } = await loadRetention(tx, workspaceId);
    if (days === null) return 0;
    const forgotten = await forgetMessages(tx, workspaceId, daysBefore(now, days), PIECE);
    const hashes = await eraseFiles(tx, workspaceId, forgotten.fileIds);
    if (hashes.length > 0) await enqueue(tx, [{ task: "remove-contents", payload: { hashes } }]);
    await appendEvents(
      tx,
      workspaceId,
      now,
      forgotten.conversationIds.map((conversationId) => ({
        kind: "conversation-refilled",
        conversationId,
      })),
    );
    return forgotten.count;
  });
}

function retainMedia(app: App, workspaceId: WorkspaceId): Promise<number> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { media: days } = await loadRetention(tx, workspaceId);
    if (days === null) return 0;
    const before = daysBefore(app.clock.now(), days);
    const hashes = await forgetMedia(tx, workspaceId, before, PIECE);
    if (hashes.length > 0) await enqueue(tx, [{ task: "remove-contents", payload: { hashes } }]);
    return hashes.length;
  });
}

function retainAudit(app: App, workspaceId: WorkspaceId): Promise<number> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { audit: days } = await loadRetention(tx, workspaceId);
    return days === null ? 0 : forgetAudit(tx, daysBefore(app.clock.now(), days), PIECE);
  });
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
