import {
  type ConsentRecord,
  decideConsent,
  laterFirst,
  maySayStart,
} from "@galka/core/consent/consent";
import { type ConsentView, listConsents } from "@galka/postgres/stores/consent/ledger";
import { findStopAnswer } from "@galka/postgres/stores/consent/stop-answers";
import type { Batch } from "../webhooks/batch.ts";
import { type Hearing, type HeardWord, saidAt } from "./hear-consents.ts";

type AgreedWords = Pick<ConsentRecord, "channelId"> &
  Pick<Hearing, "wording" | "wordingId"> & { readonly evidence: object };

/**
 * What a word such as START brings back: the words that the contact themselves
 * had agreed to before they stopped; else those in which they were told what the
 * word does. Of somebody who had neither it brings nothing.
 */
export async function bringBack(batch: Batch, word: HeardWord): Promise<Hearing[]> {
  const { thread, messageId, wamid, text } = word;
  const { channelId, contactId } = thread;
  const records = await listConsents(batch.tx, batch.workspaceId, [contactId]);
  const question = { purpose: "marketing", channelId, now: batch.now } as const;
  const agreed = maySayStart(records, question)
    ? wordsBefore(records, channelId)
    : await wordsAnswered(batch, records, channelId);
  if (!agreed) return [];
  const { evidence, ...words } = agreed;
  return [
    {
      contactId,
      conversationId: thread.id,
      purpose: "marketing",
      decision: "granted",
      way: "start-word",
      at: saidAt(batch, word.at, "granted"),
      ...words,
      evidence: { messageId, wamid, text, ...evidence },
      source: `message:${messageId}:start`,
    },
  ];
}

function wordsBefore(records: readonly ConsentView[], channelId: string): AgreedWords | null {
  const before = records
    .filter((it) => it.purpose === "marketing" && it.decision === "granted")
    .filter((it) => it.wording !== null && (it.channelId === null || it.channelId === channelId))
    .toSorted(laterFirst)[0];
  if (!before) return null;
  const { wording, wordingId } = before;
  return { channelId: before.channelId, wording, wordingId, evidence: { restores: before.id } };
}

/** The answer to the word that stopped says what starts again: whoever sends that has agreed to it. */
async function wordsAnswered(
  { tx, workspaceId, now }: Batch,
  records: readonly ConsentView[],
  channelId: string,
): Promise<AgreedWords | null> {
  const verdict = decideConsent(records, { purpose: "marketing", channelId, now });
  if (verdict.valid || verdict.missing !== "withdrawn") return null;
  const stops = records.filter(({ way }) => way === "stop-word");
  const asked = stops.flatMap(({ evidence }) =>
    typeof evidence["messageId"] === "string" ? [evidence["messageId"]] : [],
  );
  const answer = await findStopAnswer(tx, workspaceId, asked);
  if (!answer) return null;
  return { channelId, wording: answer.text, wordingId: null, evidence: { answers: answer.id } };
}
