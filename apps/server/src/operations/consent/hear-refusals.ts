import type { IncomingStatus } from "@galka/core/messages/incoming";
import { contactsOfMessages } from "@galka/postgres/stores/consent/marketing-facts";
import type { Batch } from "../webhooks/batch.ts";
import { type Hearing, keepHearings, saidAt } from "./hear-consents.ts";

/** What was reported of a message of ours, and over which number it went. */
export type Reported = {
  readonly messageId: string;
  readonly channelId: string;
  readonly status: IncomingStatus;
};

/**
 * Takes Meta's word for it that a contact has stopped marketing: a message that
 * failed for that reason says it where the preference itself was missed.
 */
export async function hearRefusals(batch: Batch, reported: readonly Reported[]): Promise<void> {
  const stopped = reported.filter(({ status }) => status.stopsMarketing);
  if (stopped.length === 0) return;
  const { tx, workspaceId } = batch;
  const ids = stopped.map(({ messageId }) => messageId);
  const whose = await contactsOfMessages(tx, workspaceId, ids);
  const hearings = stopped.flatMap(({ messageId, channelId, status }): Hearing[] => {
    const about = whose.get(messageId);
    if (!about) return [];
    return [
      {
        ...about,
        purpose: "marketing",
        channelId,
        decision: "withdrawn",
        way: "meta-preference",
        at: saidAt(batch, status.at, "withdrawn"),
        wording: null,
        wordingId: null,
        evidence: {
          messageId,
          wamid: status.wamid,
          code: status.failure?.code ?? null,
          text: status.failure?.title ?? "",
        },
        source: `message:${messageId}:refused`,
      },
    ];
  });
  await keepHearings(batch, hearings);
}
