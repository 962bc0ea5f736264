import { hasJustAnswered } from "@galka/core/conversations/collision";
import { changed } from "@galka/core/conversations/work-change";
import { type PolicyBook, policyOf } from "@galka/core/distribution/policy";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { byMember } from "@galka/postgres/stores/audit";
import { listMembers } from "@galka/postgres/stores/members";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import { lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import type { App } from "../../app.ts";
import { saveWork } from "./save-work.ts";
import { type Taken, takenBy } from "./taken.ts";

/** A colleague has answered a moment ago. */
export type JustAnswered = Refused<
  "just-answered",
  { readonly memberId: string | null; readonly name: string | null; readonly answeredAt: string }
>;

export type Answering = {
  readonly tx: Tx;
  readonly member: Member;
  readonly thread: Thread;
  readonly policies: PolicyBook;
  readonly now: Date;
};

/**
 * Whether `member` may answer here at this moment, and whether it becomes theirs by that.
 *
 * The thread is locked, so of two who answer at once the second is asked, in
 * whatever tab, and the page need not know of the first. `asksFirst` is for a
 * person at a page; what a member has decided earlier is not asked about.
 */
export async function guardAnswer(
  { tx, member, thread, policies, now }: Answering,
  asksFirst: boolean,
): Promise<{ readonly takes: boolean } | Taken | JustAnswered> {
  const { workspaceId, id } = member;
  const policy = policyOf(policies, thread);
  const isOthers = thread.assigneeId !== null && thread.assigneeId !== id;
  if (isOthers && policy.onlyAssigneeAnswers) return takenBy(tx, workspaceId, thread.assigneeId);
  const asked = { memberId: id, gapSeconds: policy.answerGapSeconds };
  if (asksFirst && thread.answeredAt !== null && hasJustAnswered(now, thread, asked)) {
    const members = await listMembers(tx, workspaceId);
    const name = members.find((it) => it.id === thread.answeredById)?.name ?? null;
    const answeredAt = thread.answeredAt.toISOString();
    return { refused: "just-answered", memberId: thread.answeredById, name, answeredAt };
  }
  const isNobodys = thread.assigneeId === null && may(member, "conversations.organize");
  return { takes: isNobodys && policy.answerTakes };
}

/** Has the member who answers keep the conversation. */
export async function takeByAnswering(
  app: App,
  { tx, member, thread, now }: Answering,
): Promise<void> {
  const { workspaceId } = member;
  const { id } = thread;
  const before = (await lockWorkOf(tx, workspaceId, [id])).get(id);
  if (!before) return;
  const after = changed(before, { assigneeId: member.id });
  const done = { id, before, after, said: { how: "answered" } } as const;
  await saveWork({ app, tx, workspaceId, now }, byMember(member), [done]);
}
