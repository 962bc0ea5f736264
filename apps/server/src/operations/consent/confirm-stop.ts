import { languageOfStop, stopAnswer } from "@galka/core/consent/words/stop-confirmation";
import { type ConversationId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { loadConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import { findLanguageOf, listConsents } from "@galka/postgres/stores/consent/ledger";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import type { App } from "../../app.ts";
import { type Queued, queueMessage } from "../messages/queue-message.ts";
import { tellQueued } from "../messages/send-message.ts";

export type HeardStop = {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  /** The message that said it. */
  readonly messageId: string;
};

/**
 * Tells somebody who has stopped marketing by a word that it was heard, and how
 * to start again: one free message within the window that their word opened, in
 * the language of the word.
 *
 * Once in a lifetime: whoever stops a second time knows what it does and wants no
 * word more. Repeated after a crash it finds its message there. Where the channel
 * or the window is closed nothing is said; the withdrawal stands without it.
 */
export async function confirmStop(app: App, heard: HeardStop): Promise<void> {
  const { workspaceId } = heard;
  const queued = await retrying(() =>
    inWorkspace(app.db, workspaceId, (tx) => confirm(app, tx, heard)),
  );
  if (queued) tellQueued(app, workspaceId, queued);
}

async function confirm(
  app: App,
  tx: Tx,
  { workspaceId, conversationId, messageId }: HeardStop,
): Promise<Queued | null> {
  const { stopConfirmation } = await loadConsentSettings(tx, workspaceId);
  if (!stopConfirmation.isOn) return null;
  const thread = await lockThread(tx, workspaceId, conversationId);
  if (!thread) return null;
  const ledger = await listConsents(tx, workspaceId, [thread.contactId]);
  const stops = ledger.filter(({ way }) => way === "stop-word");
  const [stop] = stops;
  if (stops.length !== 1 || stop?.evidence["messageId"] !== messageId) return null;
  const text = typeof stop.evidence["text"] === "string" ? stop.evidence["text"] : "";
  const spoken = await findLanguageOf(tx, workspaceId, thread.contactId);
  const answer = stopAnswer(stopConfirmation, languageOfStop(text, spoken));
  const author = { by: "system", part: "consent" } as const;
  const queued = await queueMessage(
    { app, tx, workspaceId, thread, author },
    // The word's own id, so that it is answered once however often this is tried.
    { clientId: messageId, draft: { kind: "text", text: answer }, replyTo: idOf(messageId) },
  );
  if ("refused" in queued) return null;
  await appendEvents(tx, workspaceId, app.clock.now(), queued.events);
  return queued;
}
