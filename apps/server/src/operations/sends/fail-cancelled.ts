import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { forgetExpected } from "@galka/postgres/stores/billing/expected-costs";
import type { NewEvent } from "@galka/postgres/stores/events";
import { type StatusReport, setStatuses } from "@galka/postgres/stores/receiving/message-statuses";

/** What the message of a cancelled send may show; one that shows more was taken by the channel after all. */
const NOT_SENT = ["queued", "dispatching"] as const;

/**
 * Says of messages whose sends were cancelled in this transaction why they do
 * not go out any more, and gives back what was put aside for them; answers the
 * events of it.
 */
export async function failCancelled(
  { tx, workspaceId }: { readonly tx: Tx; readonly workspaceId: WorkspaceId },
  reasons: readonly StatusReport[],
): Promise<NewEvent[]> {
  if (reasons.length === 0) return [];
  const shown = await setStatuses(tx, workspaceId, reasons, NOT_SENT);
  const messageIds = reasons.map(({ messageId }) => messageId);
  await forgetExpected(tx, workspaceId, messageIds);
  return shown.map(({ id, conversationId }) => ({
    kind: "message-changed",
    messageId: id,
    conversationId,
  }));
}
