import { nameMessages } from "@galka/postgres/stores/receiving/message-statuses";
import { joinQuotes } from "@galka/postgres/stores/receiving/received-messages";
import type { Batch } from "./batch.ts";
import { takeReports } from "./orphan-reports.ts";

/** A message of ours, and the channel's id that it was accepted under. */
export type Name = { readonly messageId: string; readonly wamid: string };

/**
 * Makes messages of ours known under the channel's ids, joins the answers that
 * came before, and takes the reports that have waited for them. Which is the
 * same whether the channel's answer told the id or the first report did. By its
 * answer, at `acceptedAt`, they show that they were accepted.
 */
export async function makeKnown(batch: Batch, names: readonly Name[], acceptedAt?: Date) {
  const { tx, workspaceId, events } = batch;
  const known = await nameMessages(tx, workspaceId, names, acceptedAt ?? null);
  if (acceptedAt) {
    for (const { id, conversationId } of known) {
      events.push({ kind: "message-changed", messageId: id, conversationId });
    }
  }
  const ids = known.map(({ id }) => id);
  for (const { id, conversationId } of await joinQuotes(tx, workspaceId, ids)) {
    events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  return takeReports(batch, known);
}
