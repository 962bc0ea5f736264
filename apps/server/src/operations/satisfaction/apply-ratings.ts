import { receiveTap, COMMENT_MS } from "@galka/core/satisfaction/answer";
import { readPayload } from "@galka/core/satisfaction/payload";
import type { Rating } from "@galka/core/satisfaction/rating";
import { USUAL_SETTINGS } from "@galka/core/satisfaction/usual";
import type { MessageContent } from "@galka/core/messages/content";
import { recordAudit } from "@galka/postgres/stores/audit";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import {
  type AskedQuestion,
  listCommentsAwaited,
  lockAsked,
  saveAnswer,
  saveComment,
} from "@galka/postgres/stores/satisfaction/answers";
import { findSatisfactionSettings } from "@galka/postgres/stores/satisfaction/settings";
import type { Batch } from "../webhooks/batch.ts";

/** A tap on our question, and which one it was. */
export type Tap = {
  readonly question: AskedQuestion;
  readonly rating: Rating;
  readonly content: Extract<MessageContent, { kind: "rating" }>;
};

/**
 * Finds the questions that taps are on.
 *
 * Only what we have asked in the very conversation counts: a token of another
 * one, or one that nobody has asked, is a message like every other.
 */
export async function readTaps(
  { tx, workspaceId }: Batch,
  said: readonly MessageContent[],
): Promise<(content: MessageContent, thread: Thread) => Tap | null> {
  const tokens = said.flatMap((content) => answerOf(content)?.token ?? []);
  const questions = await lockAsked(tx, workspaceId, [...new Set(tokens)]);
  const byToken = new Map(questions.map((it) => [it.token, it]));
  return (content, thread) => {
    const answer = answerOf(content);
    const question = answer && byToken.get(answer.token);
    if (!question || question.conversationId !== thread.id) return null;
    const { score, of, title } = answer;
    return { question, rating: { score, of }, content: { kind: "rating", score, of, title } };
  };
}

function answerOf(content: MessageContent) {
  if (content.kind !== "choice") return null;
  const answered = readPayload(content.id);
  return answered && { ...answered, title: content.title };
}

/**
 * Records what was tapped, the latest by the contact's clock, and has them
 * thanked or asked why by whoever sends such.
 */
export async function recordTaps(
  batch: Batch,
  taps: readonly (Tap & { readonly at: Date })[],
): Promise<void> {
  if (taps.length === 0) return;
  const { app, tx, workspaceId, now } = batch;
  const settings = (await findSatisfactionSettings(tx, workspaceId)) ?? USUAL_SETTINGS;
  const latest = new Map<string, AskedQuestion>();
  for (const { question: found, rating, at } of taps) {
    const question = latest.get(found.id) ?? found;
    const decided = receiveTap(settings, question, { rating, at });
    if (!decided.counts) continue;
    const { id, conversationId } = question;
    const { afterwards } = decided;
    await saveAnswer(tx, workspaceId, { id, conversationId, rating, at, afterwards });
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: { actor: "contact" },
        action: "satisfaction-answered",
        subjectId: conversationId,
        conversationId,
        before: question.score === null ? null : { score: question.score, of: question.of },
        after: { ...rating },
      },
    ]);
    latest.set(id, { ...question, ...rating, answeredAt: at });
    if (afterwards !== null) batch.hints.add("satisfaction");
  }
}

/** A message that may be the comment that was asked for. */
export type Spoken = { readonly thread: Thread; readonly messageId: string; readonly at: Date };

/**
 * Of those who were asked why within a day, the first that they write is the
 * comment to their rating, unless a member has answered them meanwhile. It stays
 * a message like every other: it opens the conversation and waits for an answer.
 */
export async function keepComments(batch: Batch, spoken: readonly Spoken[]): Promise<void> {
  const { tx, workspaceId, now } = batch;
  // Only what is closed can have been asked about.
  const afterClosing = spoken.filter(({ thread }) => thread.status === "closed");
  const conversationIds = [...new Set(afterClosing.map(({ thread }) => thread.id))];
  const since = new Date(now.getTime() - COMMENT_MS);
  const awaited = await listCommentsAwaited(tx, workspaceId, conversationIds, since);
  for (const { id, conversationId, answeredAt, askedWhyAt } of awaited) {
    const comment = afterClosing
      .filter(({ thread, at }) => thread.id === conversationId && at >= answeredAt)
      .filter(({ thread }) => thread.answeredAt === null || thread.answeredAt < askedWhyAt)
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())[0];
    if (comment) await saveComment(tx, workspaceId, id, comment.messageId);
  }
}
