import type { FileId, MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  failFile,
  findThreadOfMessage,
  findWantedFile,
  storeFile,
} from "@galka/postgres/stores/receiving/wanted-files";
import type { App } from "../../app.ts";
import { GatewayError } from "../../channels/gateway.ts";
import { FileTooLargeError } from "../../files/file-store.ts";
import { keepBytes } from "../files/keep-bytes.ts";
import { openNumber } from "../channels/open-number.ts";

/** Meta: "media … up to 100 MB", docs/…/media, read 2026-11. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/** A file, and the message that brought it. */
export type FileToFetch = {
  readonly workspaceId: WorkspaceId;
  readonly fileId: FileId;
  readonly messageId: MessageId;
};

/**
 * Fetches a file that a contact sent, and stores it under its hash.
 *
 * Throws what passes, so that it is tried again; what cannot pass, or has been
 * tried to the end, is written down, so that the thread can say so. A file that
 * is there already is not fetched twice.
 */
export async function fetchFile(app: App, file: FileToFetch, isLastTry: boolean): Promise<void> {
  const { workspaceId, fileId } = file;
  const wanted = await inWorkspace(app.db, workspaceId, (tx) =>
    findWantedFile(tx, workspaceId, fileId),
  );
  if (!wanted) return;
  const access = await openNumber(app, { workspaceId, channelId: wanted.channelId });
  if (!access) return fail(app, file, "The number is not connected any more.");
  try {
    const fetched = await app.gateways("whatsapp").fetchFile(access, wanted.remoteId);
    const claimedType = wanted.claimedType ?? fetched.claimedType;
    const kept = await keepBytes(app, fetched.bytes, { maxBytes: LARGEST_BYTES, claimedType });
    app.metrics.count("files_fetched", { outcome: "stored" });
    await inWorkspace(app.db, workspaceId, async (tx) => {
      await storeFile(tx, workspaceId, fileId, kept);
      await appendEvents(tx, workspaceId, app.clock.now(), await eventsOf(tx, file));
    });
    app.wake.tell("events", workspaceId);
  } catch (error) {
    if (!isLastTry && !isFinal(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    await fail(app, file, reason);
  }
}

function isFinal(error: unknown): boolean {
  if (error instanceof FileTooLargeError) return true;
  const kind = error instanceof GatewayError ? error.failure?.remedy.kind : undefined;
  return kind === "give-up" || kind === "never-again";
}

async function fail(app: App, file: FileToFetch, reason: string) {
  const { workspaceId, fileId } = file;
  app.metrics.count("files_fetched", { outcome: "failed" });
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await failFile(tx, workspaceId, fileId, reason);
    await appendEvents(tx, workspaceId, app.clock.now(), await eventsOf(tx, file));
  });
  app.wake.tell("events", workspaceId);
}

async function eventsOf(tx: Tx, { workspaceId, messageId }: FileToFetch): Promise<NewEvent[]> {
  const conversationId = await findThreadOfMessage(tx, workspaceId, messageId);
  return conversationId === null ? [] : [{ kind: "message-changed", messageId, conversationId }];
}
