import { nameMessages } from "@galka/postgres/stores/receiving/message-statuses";
import { joinQuotes } from "@galka/postgres/stores/receiving/received-messages";
import type { Batch } from "./batch.ts";
import { takeReports } from "./orphan-reports.ts";

/** A message of ours, and the channel's id that it was accepted under. */
export type Name = { readonly messageId: string; readonly wamid: string };

/** A message that the channel's id is known of by now. */
export type Named = { readonly id: string; readonly channelId: string; readonly wamid: string };

/** Makes messages of ours known under the channel's ids by the first report of them. */
export async function makeKnown(batch: Batch, names: readonly Name[]) {
  const { tx, workspaceId } = batch;
  return takeWaiting(batch, await nameMessages(tx, workspaceId, names, null));
}

/**
 * Joins the answers that came before these messages were known, and takes the
 * reports that have waited for them. Which is the same whether the channel's
 * answer told the id or the first report did.
 */
export async function takeWaiting(batch: Batch, known: readonly Named[]) {
  const { tx, workspaceId, events } = batch;
  const ids = known.map(({ id }) => id);
  for (const { id, conversationId } of await joinQuotes(tx, workspaceId, ids)) {
    events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  return takeReports(batch, known);
}
