import type { IncomingStatus } from "@galka/core/messages/incoming";
import { dropReaction } from "@galka/postgres/stores/receiving/message-marks";
import { locateMessages } from "@galka/postgres/stores/receiving/received-messages";
import type { ProvenSend } from "@galka/postgres/stores/receiving/send-evidence";
import { z } from "zod";
import type { Batch } from "./batch.ts";

const reaction = z.object({
  kind: z.literal("reaction"),
  wamid: z.string(),
  emoji: z.string(),
});

type Failed = Pick<ProvenSend, "channelId" | "payload">;

/**
 * Takes our reaction off a message when it turns out that the contact never got
 * it, unless another has taken its place since.
 */
export async function takeBackReaction(
  batch: Pick<Batch, "tx" | "workspaceId" | "now" | "events">,
  send: Failed,
  report: Pick<IncomingStatus, "status">,
): Promise<void> {
  const payload = reaction.safeParse(send.payload);
  if (report.status !== "failed" || !payload.success) return;
  const { tx, workspaceId, now } = batch;
  const wanted = [{ channelId: send.channelId, wamid: payload.data.wamid }];
  for (const { id, conversationId } of await locateMessages(tx, workspaceId, wanted)) {
    const dropped = { messageId: id, emoji: payload.data.emoji, at: now };
    if (!(await dropReaction(tx, workspaceId, dropped))) continue;
    batch.events.push({ kind: "message-changed", messageId: id, conversationId });
  }
}
