import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import { type Thread, lockThread, setUnread } from "@galka/postgres/stores/receiving/threads";
import { findLastHeard } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { insertSend } from "@galka/postgres/stores/outgoing/queued-sends";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { OutgoingPayload } from "../sends/outgoing-payload.ts";

type Marked = { readonly done: true } | Refused<"not-found"> | Refused<"forbidden">;
type Read = { readonly channelId: string | null } | Refused<"not-found">;

/**
 * Marks a conversation as read, here and on the contact's phone.
 *
 * The receipt of the newest message says that all before it were read too. One
 * that is read already stays as it is, and its contact gets no second receipt.
 */
export async function markConversationRead(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<Marked> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const marked = await inWorkspace(app.db, workspaceId, async (tx): Promise<Read> => {
    const thread = await lockThread(tx, workspaceId, id);
    if (!thread) return { refused: "not-found" };
    if (thread.unreadCount === 0) return { channelId: null };
    const now = app.clock.now();
    await setUnread(tx, workspaceId, id, 0);
    const channelId = await queueReceipt({ app, tx, member, thread }, now);
    await appendEvents(tx, workspaceId, now, [
      { kind: "conversation-changed", conversationId: id },
    ]);
    return { channelId };
  });
  if ("refused" in marked) return marked;
  if (marked.channelId !== null) app.wake.tell("sends", marked.channelId);
  app.wake.tell("events", workspaceId);
  return { done: true };
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly thread: Thread;
};

/** Queues the receipt that tells the contact their newest message was read; null when there is nobody to tell. */
export async function queueReceipt(
  { app, tx, member, thread }: Desk,
  now: Date,
): Promise<string | null> {
  const { workspaceId } = member;
  const { channelId } = thread;
  const channel = await findChannelView(tx, workspaceId, channelId);
  const wamid = await findLastHeard(tx, workspaceId, thread.id);
  if (wamid === null || !channel || channel.status === "disconnected") return null;
  const send = {
    id: app.ids.next<"send">(),
    channelId,
    messageId: null,
    kind: "read-receipt",
    // A person's words go before the news that theirs were read.
    lane: "utility",
    purpose: "service",
    // Not the person's own: a receipt has no order among the words.
    recipient: `receipt ${thread.contactId}`,
    payload: { kind: "read-receipt", wamid } satisfies OutgoingPayload,
  } as const;
  await insertSend(tx, workspaceId, send, now);
  return channelId;
}

/** Marks a conversation as unread for the team; the contact's phone shows nothing of it. */
export async function markConversationUnread(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<Marked> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const marked = await inWorkspace(app.db, workspaceId, async (tx): Promise<Marked> => {
    const thread = await lockThread(tx, workspaceId, id);
    if (!thread) return { refused: "not-found" };
    if (thread.unreadCount > 0) return { done: true };
    await setUnread(tx, workspaceId, id, 1);
    await appendEvents(tx, workspaceId, app.clock.now(), [
      { kind: "conversation-changed", conversationId: id },
    ]);
    return { done: true };
  });
  app.wake.tell("events", workspaceId);
  return marked;
}
