import { type Reply, type ReplyRefused, reply } from "@galka/core/conversations/reply";
import type { MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { searchableText } from "@galka/core/messages/searchable";
import type { Tx } from "@galka/postgres/database";
import type { NewEvent } from "@galka/postgres/stores/events";
import {
  findMessageOfClient,
  findRecipient,
  findTarget,
  insertOutgoing,
} from "@galka/postgres/stores/outgoing/outgoing-messages";
import { insertSend } from "@galka/postgres/stores/outgoing/queued-sends";
import { saveTexts } from "@galka/postgres/stores/receiving/received-messages";
import { type Thread, bumpThreads } from "@galka/postgres/stores/receiving/threads";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import { type BudgetSpent, budgetRoom, expectCosts } from "../prices/budgets/budget-room.ts";
import { LANE_OF, type OutgoingPayload } from "../sends/outgoing-payload.ts";
import { type TierUsedUp, refuseBeyondTier } from "../health/tier-place.ts";
import { type PurposeRefused, guardPurpose } from "../consent/guard-purpose.ts";
import { type DraftRefused, type DraftWish, findDraft } from "./find-draft.ts";

/** Who says it: somebody of the team, or a rule by the name it has at this moment. */
export type MessageAuthor =
  | { readonly by: "member"; readonly id: string }
  | { readonly by: "rule"; readonly id: string; readonly name: string };

/** What Galka says to a contact by itself, and which part of it does. */
export type SystemAuthor = { readonly by: "system"; readonly part: "satisfaction" | "consent" };

/** A locked conversation, and who writes into it. */
export type WritingDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly thread: Thread;
  readonly author: MessageAuthor | SystemAuthor;
};

export type QueueWish = {
  /** Given by whoever asks, once per message. */
  readonly clientId: string;
  readonly draft: DraftWish;
  /** The message that is answered. */
  readonly replyTo?: MessageId;
};

export type QueueRefused =
  | ReplyRefused
  | DraftRefused
  | PurposeRefused
  | TierUsedUp
  | BudgetSpent
  | Refused<"not-found">
  | Refused<"no-identity">;

export type Queued = {
  readonly messageId: string;
  /** Null when its client has sent it before. */
  readonly channelId: string | null;
  readonly events: readonly NewEvent[];
};

/**
 * Puts a message into its conversation and before the owner of the number, in
 * the transaction of whoever asks; they append its events, last of all.
 *
 * Every message that Galka sends one at a time goes through here, so nobody
 * sends what the contact has not agreed to, whatever they send it from.
 */
export async function queueMessage(
  desk: WritingDesk,
  wish: QueueWish,
): Promise<Queued | QueueRefused> {
  const { app, tx, workspaceId, thread } = desk;
  const [channel, draft, to, quoted] = await Promise.all([
    findChannelView(tx, workspaceId, thread.channelId),
    findDraft(tx, { workspaceId, channelId: thread.channelId }, wish.draft),
    findRecipient(tx, workspaceId, thread.contactId),
    wish.replyTo && findTarget(tx, workspaceId, wish.replyTo),
  ]);
  if (!channel) return { refused: "not-found" } as const;
  if ("refused" in draft) return draft;
  const { status, lastInboundAt } = thread;
  const about = { channelStatus: channel.status, status, lastInboundAt };
  const decided = reply(app.clock.now(), about, draft);
  if ("refused" in decided) return decided;
  if (!to) return { refused: "no-identity" } as const;
  // A note is not known to the contact: nothing that is sent may lean on it.
  const quotable = quoted?.conversationId === thread.id && quoted.kind !== "note";
  if (wish.replyTo && !quotable) return { refused: "not-found" } as const;
  const quotes = { replyToId: quoted?.id ?? null, replyToWamid: quoted?.wamid ?? null };
  const { purpose } = decided;
  const { channelId, contactId } = thread;
  const asked = { purpose, channelId, contactId, now: app.clock.now() };
  const allowed = await guardPurpose(tx, workspaceId, asked);
  if ("refused" in allowed) return allowed;
  const beyond = await refuseBeyondTier(tx, workspaceId, { ...asked, lastInboundAt });
  if (beyond) return beyond;
  const room = await budgetRoom(tx, { workspaceId, ...asked }, [to.phone ?? null]);
  if (room.spent) return room.spent;
  const { clientId } = wish;
  const messageId = await save(desk, decided, { to, clientId, ...quotes, ...allowed });
  if (messageId === null) {
    // The same client id in another conversation at the same moment: that one is committed by now.
    const other = await findMessageOfClient(tx, workspaceId, clientId);
    if (other === null) throw new Error(`The message of client id ${clientId} is gone.`);
    return { messageId: other, channelId: null, events: [] };
  }
  await expectCosts(tx, { workspaceId, ...asked }, room, [messageId]);
  const events = [{ kind: "message-added", messageId, conversationId: thread.id }] as const;
  return { messageId, channelId: thread.channelId, events };
}

type Address = {
  readonly to: Extract<OutgoingPayload, { kind: "message" }>["to"];
  readonly clientId: string;
  readonly replyToId: string | null;
  readonly replyToWamid: string | null;
  /** The record that allows it. */
  readonly consentId: string | null;
};

/** Answers the id of the message; null when its client has sent it before. */
async function save(
  { app, tx, workspaceId, thread, author }: WritingDesk,
  { content, purpose, reopens }: Reply,
  { to, consentId, ...address }: Address,
): Promise<string | null> {
  const { channelId, id: conversationId } = thread;
  const at = app.clock.now();
  const id = app.ids.next<"message">();
  const message = { id, conversationId, channelId, author, content, at };
  if (!(await insertOutgoing(tx, workspaceId, { ...message, ...address }))) return null;

  const body = searchableText(content);
  const texts = body === "" ? [] : [{ messageId: id, conversationId, at, body }];
  const bump = { id: conversationId, messageId: id, messageAt: at, inboundAt: null, unread: 0 };
  // What is closed or put off stays so when nobody of the team has said anything.
  const answer =
    author.by === "member"
      ? { answersAt: at, answersById: author.id, reopens }
      : { reopens: false };
  const send = {
    id: app.ids.next<"send">(),
    channelId,
    messageId: id,
    kind: "message",
    // A person's answer goes before what nobody of the team has written.
    lane: author.by === "member" ? LANE_OF[purpose] : "utility",
    purpose,
    recipient: thread.contactId,
    payload: { kind: "message", to } satisfies OutgoingPayload,
    consentId,
  } as const;
  await Promise.all([
    saveTexts(tx, workspaceId, texts),
    bumpThreads(tx, workspaceId, [{ ...bump, ...answer }], at),
    insertSend(tx, workspaceId, send, at),
  ]);
  return id;
}
