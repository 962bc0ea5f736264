import type { ChannelId, ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { findMessageOfClient } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { ensureThreads, lockThread } from "@galka/postgres/stores/receiving/threads";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { DraftWish } from "../messages/find-draft.ts";
import { type Queued, type SendRefused, sendWithin, tellQueued } from "../messages/send-message.ts";

export type TransferWish = {
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly clientId: string;
  /** A template of the other number: there the contact has not written, so nothing else reaches them. */
  readonly draft: DraftWish;
};

export type TransferRefused =
  | SendRefused
  | Refused<"invalid-request", { readonly problem: string }>;

/**
 * Goes on with a contact on another number of the team.
 *
 * The conversation there is found or begun, the message queued in it, and both
 * conversations tell of the other, in one transaction: a refused message leaves
 * nothing behind.
 */
export async function transferConversation(
  app: App,
  member: Member,
  wish: TransferWish,
): Promise<{ readonly conversationId: string; readonly messageId: string } | TransferRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  let refused: TransferRefused | null = null;
  const queued = await inWorkspace(app.db, workspaceId, async (tx) => {
    const ended = await transfer({ app, tx, member }, wish);
    if (!("refused" in ended)) return ended;
    refused = ended;
    // What was begun for it is taken back with the transaction.
    throw new Undone();
  }).catch((error: unknown) => {
    if (error instanceof Undone && refused) return refused;
    throw error;
  });
  if ("refused" in queued) return queued;
  tellQueued(app, workspaceId, queued);
  return { conversationId: queued.conversationId, messageId: queued.messageId };
}

class Undone extends Error {
  override readonly name = "Undone";
}

type Desk = { readonly app: App; readonly tx: Tx; readonly member: Member };

async function transfer(
  desk: Desk,
  wish: TransferWish,
): Promise<(Queued & { readonly conversationId: string }) | TransferRefused> {
  const { app, tx, member } = desk;
  const { workspaceId } = member;
  const from = await lockThread(tx, workspaceId, wish.conversationId);
  if (!from) return { refused: "not-found" };
  if (from.channelId === wish.channelId) {
    return { refused: "invalid-request", problem: "The conversation is on this number already." };
  }
  if (!(await findChannelView(tx, workspaceId, wish.channelId))) return { refused: "not-found" };
  const now = app.clock.now();
  const { channelId, clientId, draft } = wish;
  const id = app.ids.next<"conversation">();
  const wanted = [{ id, channelId, contactId: from.contactId, at: now, status: "open" } as const];
  const [to] = await ensureThreads(tx, workspaceId, wanted, now);
  if (!to) throw new Error("A conversation that was just begun is gone.");
  const isKnown = (await findMessageOfClient(tx, workspaceId, clientId)) !== null;
  const queued = await sendWithin(app, tx, member, { conversationId: to.id, clientId, draft });
  if ("refused" in queued) return queued;
  if (!isKnown) await link(desk, from, to);
  return { ...queued, conversationId: to.id };
}

type Place = { readonly id: ConversationId; readonly channelId: ChannelId };

/** Each of the two conversations tells of the other. */
async function link({ app, tx, member }: Desk, from: Place, to: Place): Promise<void> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const by = byMember(member);
  const entry = (conversationId: string, action: string, other: Place) => ({
    id: app.ids.next<"audit">(),
    by,
    action,
    conversationId,
    subjectId: other.id,
    after: { conversationId: other.id, channelId: other.channelId },
  });
  await recordAudit(tx, workspaceId, now, [
    entry(from.id, "conversation-transferred", to),
    entry(to.id, "conversation-continued", from),
  ]);
  await appendEvents(tx, workspaceId, now, [
    { kind: "conversation-changed", conversationId: from.id },
  ]);
}
