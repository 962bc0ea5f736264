import { draftJson } from "@galka/contract/json/message";
import type { ScheduledMessageJson } from "@galka/contract/json/thread";
import { REFUSALS } from "@galka/contract/refusals";
import type { ScheduledMessage } from "@galka/postgres/stores/thread/scheduled-messages";
import { z } from "zod";

const refusal = z.object({ refused: z.enum(REFUSALS) });

export function presentScheduled(it: ScheduledMessage): ScheduledMessageJson {
  const kept = refusal.safeParse(it.refusal);
  return {
    id: it.id,
    conversationId: it.conversationId,
    contactName: it.contactName,
    authorMemberId: it.authorMemberId,
    draft: draftJson.parse(it.draft),
    replyTo: it.replyToId,
    sendAt: it.sendAt.toISOString(),
    state: it.state,
    failedBecause: kept.success ? kept.data.refused : null,
  };
}
