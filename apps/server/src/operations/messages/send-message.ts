import { type Reply, type ReplyRefused, reply } from "@galka/core/conversations/reply";
import type { ConversationId, MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { searchableText } from "@galka/core/messages/searchable";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import { saveTexts } from "@galka/postgres/stores/receiving/received-messages";
import { type Thread, bumpThreads, lockThread } from "@galka/postgres/stores/receiving/threads";
import {
  findMessageOfClient,
  findRecipient,
  findTarget,
  insertOutgoing,
} from "@galka/postgres/stores/outgoing/outgoing-messages";
import { countQuickReplyUse } from "@galka/postgres/stores/library/quick-replies";
import { insertSend } from "@galka/postgres/stores/outgoing/queued-sends";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import { LANE_OF, type OutgoingPayload } from "../sends/outgoing-payload.ts";
import { type JustAnswered, guardAnswer, takeByAnswering } from "../work/guard-answer.ts";
import type { Taken } from "../work/taken.ts";
import { type DraftRefused, type DraftWish, findDraft } from "./find-draft.ts";

export type SendWish = {
  readonly conversationId: ConversationId;
  /** Given by whoever asks, once per message. */
  readonly clientId: string;
  readonly draft: DraftWish;
  /** The message that is answered. */
  readonly replyTo?: MessageId;
  /** The quick reply that it was made of, whose uses are counted. */
  readonly quickReplyId?: string;
  /** Whether to ask when a colleague has answered a moment ago: for a person at a page. */
  readonly asksFirst?: boolean;
};

export type SendRefused =
  | ReplyRefused
  | DraftRefused
  | Taken
  | JustAnswered
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"no-identity">;

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
  const queued = await inWorkspace(app.db, workspaceId, (tx) => sendWithin(app, tx, member, wish));
  if ("refused" in queued) return queued;
  tellQueued(app, workspaceId, queued);
  return { messageId: queued.messageId };
}

/** What was queued, and on which number; null when it had been before. */
export type Queued = { readonly messageId: string; readonly channelId: string | null };

/** `sendMessage` as a part of a larger transaction; whoever calls it tells with `tellQueued` afterwards. */
export async function sendWithin(
  app: App,
  tx: Tx,
  member: Member,
  wish: SendWish,
): Promise<Queued | SendRefused> {
  const { workspaceId } = member;
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const thread = await lockThread(tx, workspaceId, wish.conversationId);
  if (!thread) return { refused: "not-found" };
  const before = await findMessageOfClient(tx, workspaceId, wish.clientId);
  if (before !== null) return { messageId: before, channelId: null };
  const answering = { tx, member, thread, now: app.clock.now() };
  const guarded = await guardAnswer(answering, wish.asksFirst === true);
  if ("refused" in guarded) return guarded;
  const queued = await queueMessage({ app, tx, member, thread, takes: guarded.takes }, wish);
  if (!("refused" in queued) && wish.quickReplyId !== undefined) {
    const use = { quickReplyId: wish.quickReplyId, memberId: member.id };
    await countQuickReplyUse(tx, workspaceId, use, app.clock.now());
  }
  return queued;
}

/** Wakes the owner of the number, once the transaction is done. */
export function tellQueued(app: App, workspaceId: WorkspaceId, { channelId }: Queued): void {
  if (channelId === null) return;
  app.wake.tell("sends", channelId);
  app.wake.tell("events", workspaceId);
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly thread: Thread;
  /** Whether the conversation becomes the member's by this answer. */
  readonly takes: boolean;
};

async function queueMessage(desk: Desk, wish: SendWish) {
  const { app, tx, member, thread } = desk;
  const { workspaceId } = member;
  const channel = await findChannelView(tx, workspaceId, thread.channelId);
  if (!channel) return { refused: "not-found" } as const;
  const draft = await findDraft(tx, { workspaceId, channelId: thread.channelId }, wish.draft);
  if ("refused" in draft) return draft;
  const { status, lastInboundAt } = thread;
  const about = { channelStatus: channel.status, status, lastInboundAt };
  const decided = reply(app.clock.now(), about, draft);
  if ("refused" in decided) return decided;
  const to = await findRecipient(tx, workspaceId, thread.contactId);
  if (!to) return { refused: "no-identity" } as const;
  const quoted = wish.replyTo && (await findTarget(tx, workspaceId, wish.replyTo));
  // A note is not known to the contact: nothing that is sent may lean on it.
  const quotable = quoted?.conversationId === thread.id && quoted.kind !== "note";
  if (wish.replyTo && !quotable) return { refused: "not-found" } as const;
  const quotes = { replyToId: quoted?.id ?? null, replyToWamid: quoted?.wamid ?? null };
  const { clientId } = wish;
  const messageId = await save(desk, decided, { to, clientId, ...quotes });
  if (messageId !== null) return { messageId, channelId: thread.channelId };
  // The same client id in another conversation at the same moment: that one is committed by now.
  const other = await findMessageOfClient(tx, workspaceId, clientId);
  if (other === null) throw new Error(`The message of client id ${clientId} is gone.`);
  return { messageId: other, channelId: null };
}

type Address = {
  readonly to: Extract<OutgoingPayload, { kind: "message" }>["to"];
  readonly clientId: string;
  readonly replyToId: string | null;
  readonly replyToWamid: string | null;
};

/** Answers the id of the message; null when its client has sent it before. */
async function save(
  { app, tx, member, thread, takes }: Desk,
  { content, purpose, reopens }: Reply,
  { to, ...address }: Address,
): Promise<string | null> {
  const { workspaceId } = member;
  const { channelId, id: conversationId } = thread;
  const at = app.clock.now();
  const id = app.ids.next<"message">();
  const message = { id, conversationId, channelId, authorMemberId: member.id, content, at };
  if (!(await insertOutgoing(tx, workspaceId, { ...message, ...address }))) return null;

  const body = searchableText(content);
  if (body !== "") await saveTexts(tx, workspaceId, [{ messageId: id, conversationId, at, body }]);
  const bump = { id: conversationId, messageId: id, messageAt: at, inboundAt: null, unread: 0 };
  const answer = { answersAt: at, answersById: member.id };
  await bumpThreads(tx, workspaceId, [{ ...bump, ...answer, reopens }], at);
  if (takes) await takeByAnswering(app, { tx, member, thread, now: at });
  const send = {
    id: app.ids.next<"send">(),
    channelId,
    messageId: id,
    kind: "message",
    lane: LANE_OF[purpose],
    purpose,
    recipient: thread.contactId,
    payload: { kind: "message", to } satisfies OutgoingPayload,
  } as const;
  await insertSend(tx, workspaceId, send, at);
  await appendEvents(tx, workspaceId, at, [
    { kind: "message-added", messageId: id, conversationId },
  ]);
  return id;
}
