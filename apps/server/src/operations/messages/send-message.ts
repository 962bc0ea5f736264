import type { ConversationId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { countQuickReplyUse } from "@galka/postgres/stores/library/quick-replies";
import { findMessageOfClient } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { loadPolicies } from "@galka/postgres/stores/work/policies";
import type { App } from "../../app.ts";
import { noteMessages } from "../rules/note-messages.ts";
import { type JustAnswered, guardAnswer, takeByAnswering } from "../work/guard-answer.ts";
import type { Taken } from "../work/taken.ts";
import { type QueueRefused, type QueueWish, queueMessage } from "./queue-message.ts";

export type SendWish = QueueWish & {
  readonly conversationId: ConversationId;
  /** The quick reply that it was made of, whose uses are counted. */
  readonly quickReplyId?: string;
  /** Whether to ask when a colleague has answered a moment ago: for a person at a page. */
  readonly asksFirst?: boolean;
};

export type SendRefused = QueueRefused | Taken | JustAnswered | Refused<"forbidden">;

export type Sent = { readonly messageId: string };

/**
 * Queues a message from `member`.
 *
 * The message, its place in the conversation and in the search, the event and
 * the send are written in one transaction, so a crash leaves all or none. The
 * channel is called later, by the owner of the number. Asked twice with the same
 * `clientId`, even at once and in two conversations, it answers with the same
 * message both times.
 */
export async function sendMessage(
  app: App,
  member: Member,
  wish: SendWish,
): Promise<Sent | SendRefused> {
  const { workspaceId } = member;
  const queued = await inWorkspace(app.db, workspaceId, async (tx) => {
    const sent = await sendWithin(app, tx, member, wish);
    if (!("refused" in sent)) await appendEvents(tx, workspaceId, app.clock.now(), sent.events);
    return sent;
  });
  if ("refused" in queued) return queued;
  tellQueued(app, workspaceId, queued);
  return { messageId: queued.messageId };
}

/** What was queued, and on which number; null when it had been before. */
export type Queued = {
  readonly messageId: string;
  readonly channelId: string | null;
  readonly events: readonly NewEvent[];
};

/**
 * `sendMessage` as a part of a larger transaction. Whoever calls it appends the
 * events, last of all, and tells with `tellQueued` afterwards.
 */
export async function sendWithin(
  app: App,
  tx: Tx,
  member: Member,
  wish: SendWish,
): Promise<Queued | SendRefused> {
  const { workspaceId } = member;
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const [thread, before, policies] = await Promise.all([
    lockThread(tx, workspaceId, wish.conversationId),
    findMessageOfClient(tx, workspaceId, wish.clientId),
    loadPolicies(tx, workspaceId),
  ]);
  if (!thread) return { refused: "not-found" };
  if (before !== null) return { messageId: before, channelId: null, events: [] };
  const answering = { tx, member, thread, policies, now: app.clock.now() };
  const guarded = await guardAnswer(answering, wish.asksFirst === true);
  if ("refused" in guarded) return guarded;
  const author = { by: "member", id: member.id } as const;
  const queued = await queueMessage({ app, tx, workspaceId, thread, author }, wish);
  if ("refused" in queued || queued.channelId === null) return queued;
  const at = app.clock.now();
  const { messageId, channelId, events } = queued;
  await Promise.all([
    guarded.takes && takeByAnswering(app, { ...answering, now: at }),
    noteMessages({ app, tx, workspaceId }, [
      { id: messageId, conversationId: thread.id, direction: "out", at },
    ]),
  ]);
  if (wish.quickReplyId !== undefined) {
    const use = { quickReplyId: wish.quickReplyId, memberId: member.id };
    await countQuickReplyUse(tx, workspaceId, use, at);
  }
  return { messageId, channelId, events };
}

/** Wakes the owner of the number, once the transaction is done. */
export function tellQueued(
  app: App,
  workspaceId: WorkspaceId,
  { channelId }: Pick<Queued, "channelId">,
): void {
  if (channelId === null) return;
  app.wake.tell("sends", channelId);
  app.wake.tell("events", workspaceId);
}
