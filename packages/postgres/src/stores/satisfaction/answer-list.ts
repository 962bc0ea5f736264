import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Scope } from "../figures/counts.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";
import { answersOf } from "./figures.ts";

export type SatisfactionAnswer = {
  readonly id: string;
  readonly conversationId: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly channelId: string;
  readonly channelName: string;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly score: number;
  readonly of: number;
  readonly closedAt: Date;
  readonly answeredAt: Date;
  readonly commentId: string | null;
  readonly comment: MessageContent | null;
};

export type AnswerQuery = {
  readonly scope: Scope;
  readonly period: Period;
  readonly commentedOnly: boolean;
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** What was answered about the closings of a period, the latest answer first. A comment that was deleted is none. */
export async function listSatisfactionAnswers(
  tx: Tx,
  workspaceId: WorkspaceId,
  { scope, period, commentedOnly, after, limit }: AnswerQuery,
): Promise<Page<SatisfactionAnswer, TimeCursor>> {
  const from = after
    ? sql`and (a.answered_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<SatisfactionAnswer>`
    select a.id, a.conversation_id as "conversationId", coalesce(ct.name, ct.profile_name) as "contactName",
           (select i.value from contact_identities i
             where i.workspace_id = ct.workspace_id and i.contact_id = ct.id and i.kind = 'phone'
             order by i.seen_at desc, i.id desc limit 1) as "contactPhone",
           a.channel_id as "channelId", h.name as "channelName", a.member_id as "memberId",
           b.name as "memberName", a.team_id as "teamId", t.name as "teamName", a.score, a.score_of as of,
           a.closed_at as "closedAt", a.answered_at as "answeredAt", m.id as "commentId", m.content as comment
      from (select * from ${answersOf(workspaceId, period, scope)} and r.answered_at is not null) a
      join conversations c on c.workspace_id = a.workspace_id and c.id = a.conversation_id
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
      join channels h on h.workspace_id = a.workspace_id and h.id = a.channel_id
      left join members b on b.workspace_id = a.workspace_id and b.id = a.member_id
      left join teams t on t.workspace_id = a.workspace_id and t.id = a.team_id
      left join messages m on m.workspace_id = a.workspace_id and m.id = a.comment_id and m.deleted_at is null
     where true ${commentedOnly ? sql`and m.id is not null` : sql``} ${from}
     order by a.answered_at desc, a.id desc
     limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (it) => ({ at: it.answeredAt, id: it.id }));
}
