import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Afterwards, Asked } from "@galka/core/satisfaction/answer";
import type { Rating } from "@galka/core/satisfaction/rating";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A question that was asked, as taps on it find it. */
export type AskedQuestion = Asked & {
  readonly id: string;
  readonly conversationId: string;
  readonly token: string;
  readonly score: number | null;
  readonly of: number | null;
};

/** The questions that these tokens are of, locked in the order of their ids. Their conversations are locked before. */
export async function lockAsked(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokens: readonly string[],
): Promise<AskedQuestion[]> {
  if (tokens.length === 0) return [];
  const { rows } = await sql<AskedQuestion>`
    select id, conversation_id as "conversationId", token, asked_at as "askedAt",
           answered_at as "answeredAt", thanked_at is not null as "hasThanked",
           asked_why_at is not null as "hasAskedWhy", score, score_of as of
      from satisfaction_requests
     where workspace_id = ${workspaceId} and token = any(${[...tokens]}::text[]) and state = 'asked'
     order by id for update`.execute(tx);
  return rows;
}

export type NewAnswer = {
  readonly id: string;
  readonly conversationId: string;
  readonly rating: Rating;
  readonly at: Date;
  readonly afterwards: Afterwards | null;
};

/** Keeps an answer, for the question and as the latest of the conversation. */
export async function saveAnswer(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, conversationId, rating, at, afterwards }: NewAnswer,
): Promise<void> {
  await sql`
    update satisfaction_requests
       set score = ${rating.score}, score_of = ${rating.of}, answered_at = ${at}, afterwards = ${afterwards}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  await sql`
    update conversations
       set rating_score = ${rating.score}, rating_of = ${rating.of}, rated_at = ${at}
     where workspace_id = ${workspaceId} and id = ${conversationId}
       and coalesce(rated_at, '-infinity') <= ${at}`.execute(tx);
}

/** A question that waits for the comment that was asked for. */
export type CommentAwaited = {
  readonly id: string;
  readonly conversationId: string;
  readonly answeredAt: Date;
  readonly askedWhyAt: Date;
};

/** The latest of each of these conversations, if the contact was asked why since `since`. */
export async function listCommentsAwaited(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
  since: Date,
): Promise<CommentAwaited[]> {
  if (conversationIds.length === 0) return [];
  const { rows } = await sql<CommentAwaited>`
    select distinct on (conversation_id) id, conversation_id as "conversationId",
           answered_at as "answeredAt", asked_why_at as "askedWhyAt"
      from satisfaction_requests
     where workspace_id = ${workspaceId} and conversation_id = any(${[...conversationIds]}::uuid[])
       and asked_why_at >= ${since} and comment_id is null
     order by conversation_id, asked_why_at desc`.execute(tx);
  return rows;
}

export async function saveComment(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  messageId: string,
): Promise<void> {
  await sql`
    update satisfaction_requests set comment_id = ${messageId}
     where workspace_id = ${workspaceId} and id = ${id} and comment_id is null`.execute(tx);
}
