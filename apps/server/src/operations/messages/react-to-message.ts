import { windowAt } from "@galka/core/conversations/window";
import { type ConversationId, type MessageId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import { saveReaction } from "@galka/postgres/stores/receiving/message-marks";
import { type Thread, lockThread } from "@galka/postgres/stores/receiving/threads";
import {
  type Target,
  findRecipient,
  findTarget,
} from "@galka/postgres/stores/outgoing/outgoing-messages";
import { insertSend } from "@galka/postgres/stores/outgoing/queued-sends";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { OutgoingPayload } from "../sends/outgoing-payload.ts";

export type ReactionWish = {
  readonly messageId: MessageId;
  /** Null takes the reaction back. */
  readonly emoji: string | null;
};

export type ReactionRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"message-not-reactable">
  | Refused<"channel-not-connected">
  | Refused<"no-identity">
  | Refused<"window-closed", { readonly closedAt: Date | null }>;

/** Puts the team's reaction on a message, here at once and on the contact's phone when it has gone out. */
export async function reactToMessage(
  app: App,
  member: Member,
  wish: ReactionWish,
): Promise<{ readonly done: true } | ReactionRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const queued = await inWorkspace(app.db, workspaceId, (tx) => react(app, tx, member, wish));
  if ("refused" in queued) return queued;
  app.wake.tell("sends", queued.channelId);
  app.wake.tell("events", workspaceId);
  return { done: true };
}

async function react(
  app: App,
  tx: Tx,
  member: Member,
  { messageId, emoji }: ReactionWish,
): Promise<{ readonly channelId: string } | ReactionRefused> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const target = await findTarget(tx, workspaceId, messageId);
  if (!target) return { refused: "not-found" };
  const conversationId = idOf<"conversation">(target.conversationId);
  const facts = await findFacts(tx, member, conversationId);
  if ("refused" in facts) return facts;
  const wamid = reactableId(target);
  if (wamid === null) return { refused: "message-not-reactable" };
  const window = windowAt(now, facts.thread.lastInboundAt);
  if (!window.open) return { refused: "window-closed", closedAt: window.closedAt };

  const mark = { messageId, by: "business", emoji: emoji ?? "", at: now, heardAs: null } as const;
  await saveReaction(tx, workspaceId, mark);
  const { channelId, contactId } = facts.thread;
  const send = {
    id: app.ids.next<"send">(),
    channelId,
    messageId: null,
    kind: "reaction",
    lane: "reply",
    purpose: "service",
    recipient: contactId,
    payload: { kind: "reaction", to: facts.to, wamid, emoji } satisfies OutgoingPayload,
  } as const;
  await insertSend(tx, workspaceId, send, now);
  await appendEvents(tx, workspaceId, now, [
    { kind: "message-changed", messageId, conversationId },
  ]);
  return { channelId };
}

type Facts = { readonly thread: Thread; readonly to: { phone?: string; bsuid?: string } };

async function findFacts(
  tx: Tx,
  { workspaceId }: Member,
  conversationId: ConversationId,
): Promise<Facts | ReactionRefused> {
  const thread = await lockThread(tx, workspaceId, conversationId);
  const channel = thread && (await findChannelView(tx, workspaceId, thread.channelId));
  if (!channel) return { refused: "not-found" };
  if (channel.status === "disconnected") return { refused: "channel-not-connected" };
  const to = await findRecipient(tx, workspaceId, thread.contactId);
  return to ? { thread, to } : { refused: "no-identity" };
}

/** The channel's id of what one can react to; an imported line, a notice and a deleted message are nothing to it. */
function reactableId({ kind, wamid, deletedAt }: Target): string | null {
  return kind === "notice" || deletedAt !== null ? null : wamid;
}
