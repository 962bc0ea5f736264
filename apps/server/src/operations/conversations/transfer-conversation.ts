import { windowAt } from "@galka/core/conversations/window";
import type { ChannelId, ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { type Thread, ensureThreads, lockThread } from "@galka/postgres/stores/receiving/threads";
import { loadActivities } from "@galka/postgres/stores/thread/activities";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { DraftWish } from "../messages/find-draft.ts";
import { type Queued, type SendRefused, sendWithin, tellQueued } from "../messages/send-message.ts";

export type TransferWish = {
  readonly conversationId: ConversationId;
  readonly channelId: ChannelId;
  readonly clientId: string;
  /** What is said there first: a template where the window of that number is closed. */
  readonly draft?: DraftWish;
};

export type TransferRefused =
  | SendRefused
  | Refused<"invalid-request", { readonly problem: string }>;

/** Where it goes on; `messageId` is null when nothing was said yet. */
export type Transferred = { readonly conversationId: string; readonly messageId: string | null };

/**
 * Goes on with a contact on another number of the team.
 *
 * The conversation there is found or begun, the message queued in it, and both
 * conversations tell of the other, in one transaction: a refused message leaves
 * nothing behind. Where the window is open nothing has to be said; where it is
 * closed, only a template reaches the contact, so one is asked for. Asked twice
 * with the same `clientId`, it is done once.
 */
export async function transferConversation(
  app: App,
  member: Member,
  wish: TransferWish,
): Promise<Transferred | TransferRefused> {
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
  const { conversationId, messageId, channelId } = queued;
  if (messageId === null) app.wake.tell("events", workspaceId);
  else tellQueued(app, workspaceId, { channelId });
  return { conversationId, messageId };
}

class Undone extends Error {
  override readonly name = "Undone";
}

type Desk = { readonly app: App; readonly tx: Tx; readonly member: Member };

async function transfer(
  desk: Desk,
  wish: TransferWish,
): Promise<(Transferred & Pick<Queued, "channelId">) | TransferRefused> {
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
  const said = draft
    ? await sendWithin(app, tx, member, { conversationId: to.id, clientId, draft })
    : await openOnly(desk, to);
  if ("refused" in said) return said;
  // The line of this conversation has the id that the page gave, so that there is one of it.
  const isDone = (await loadActivities(tx, workspaceId, [clientId])).length > 0;
  if (!isDone) await link(desk, { from, to, lineId: clientId });
  const both = isDone ? [] : [from.id, to.id];
  await appendEvents(tx, workspaceId, now, [
    ...said.events,
    ...both.map((it) => ({ kind: "conversation-changed", conversationId: it }) as const),
  ]);
  return { ...said, conversationId: to.id };
}

type OpenOnly = {
  readonly messageId: null;
  readonly channelId: null;
  readonly events: readonly NewEvent[];
};

/** Nothing is said: that is enough where anything can be said later. */
async function openOnly(
  { app, tx, member }: Desk,
  { channelId, lastInboundAt }: Thread,
): Promise<OpenOnly | TransferRefused> {
  const channel = await findChannelView(tx, member.workspaceId, channelId);
  if (channel?.status === "disconnected") return { refused: "channel-not-connected" };
  const serviceWindow = windowAt(app.clock.now(), lastInboundAt);
  if (serviceWindow.open) return { messageId: null, channelId: null, events: [] };
  return { refused: "window-closed", closedAt: serviceWindow.closedAt };
}

type Place = { readonly id: ConversationId; readonly channelId: ChannelId };
type Link = { readonly from: Place; readonly to: Place; readonly lineId: string };

/** Each of the two conversations tells of the other. */
async function link({ app, tx, member }: Desk, { from, to, lineId }: Link): Promise<void> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const by = byMember(member);
  const entry = (id: string, conversationId: string, action: AuditAction, other: Place) => ({
    id,
    by,
    action,
    conversationId,
    subjectId: other.id,
    after: { conversationId: other.id, channelId: other.channelId },
  });
  await recordAudit(tx, workspaceId, now, [
    entry(lineId, from.id, "conversation-transferred", to),
    entry(app.ids.next<"audit">(), to.id, "conversation-continued", from),
  ]);
}
