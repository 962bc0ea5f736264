import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Lane, Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type NewSend = {
  readonly id: string;
  readonly channelId: string;
  readonly messageId: string | null;
  readonly kind: "message" | "reaction" | "read-receipt";
  readonly lane: Lane;
  readonly purpose: Purpose;
  readonly recipient: string;
  readonly payload: object;
  /** The record that allows it: marketing has one. */
  readonly consentId?: string | null;
};

/** Puts something before the owner of the number. `now` is when it was asked for. */
export async function insertSend(
  tx: Tx,
  workspaceId: WorkspaceId,
  send: NewSend,
  now: Date,
): Promise<void> {
  // When it may be tried goes by the database's clock: the business's may be moved.
  await sql`
    insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient,
                       payload, consent_id, state, not_before, queued_at)
    values (${workspaceId}, ${send.id}, ${send.channelId}, ${send.messageId}, ${send.kind},
            ${send.lane}, ${send.purpose}, ${send.recipient}, ${JSON.stringify(send.payload)},
            ${send.consentId ?? null},
            'queued', now(), ${now})`.execute(tx);
}
