import { laterFirst, maySayStart } from "@galka/core/consent/consent";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import type { Batch } from "../webhooks/batch.ts";
import { type Hearing, type HeardWord, saidAt } from "./hear-consents.ts";

/**
 * What a word such as START brings back: the words that the contact themselves
 * had agreed to before they stopped. Of somebody who had not it brings nothing.
 */
export async function bringBack(batch: Batch, word: HeardWord): Promise<Hearing[]> {
  const { thread, messageId, wamid, text } = word;
  const { channelId, contactId } = thread;
  const records = await listConsents(batch.tx, batch.workspaceId, [contactId]);
  const at = saidAt(batch, word.at, "granted");
  if (!maySayStart(records, { purpose: "marketing", channelId, now: batch.now })) return [];
  const before = records
    .filter((it) => it.purpose === "marketing" && it.decision === "granted")
    .filter((it) => it.wording !== null && (it.channelId === null || it.channelId === channelId))
    .toSorted(laterFirst)[0];
  if (!before) return [];
  return [
    {
      contactId,
      conversationId: thread.id,
      purpose: "marketing",
      channelId: before.channelId,
      decision: "granted",
      way: "start-word",
      at,
      wording: before.wording,
      wordingId: before.wordingId,
      evidence: { messageId, wamid, text, restores: before.id },
      source: `message:${messageId}:start`,
    },
  ];
}
