import { type ConversationId, type Id, type MessageId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { findTarget } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import {
  type ScheduledMessage,
  findScheduledOfClient,
  insertScheduled,
  listScheduled as listRows,
  lockScheduled,
  updateScheduled,
} from "@galka/postgres/stores/thread/scheduled-messages";
import type { App } from "../../app.ts";
import { type DraftRefused, type DraftWish, findDraft } from "../messages/find-draft.ts";

export type ScheduleWish = {
  readonly conversationId: ConversationId;
  readonly clientId: string;
  readonly draft: DraftWish;
  readonly sendAt: Date;
  readonly replyTo?: MessageId;
};

export type ScheduleRefused =
  | DraftRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"not-waiting">
  | Refused<"empty-text">
  | Refused<"time-passed">;

/**
 * Keeps a message for later.
 *
 * Whether it may be sent is decided when its time has come: the window may be
 * another by then. Asked twice with the same `clientId`, it waits once.
 */
export async function scheduleMessage(
  app: App,
  member: Member,
  wish: ScheduleWish,
): Promise<ScheduledMessage | ScheduleRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return telling(app, member, async (tx) => {
    const thread = await lockThread(tx, workspaceId, wish.conversationId);
    if (!thread) return { refused: "not-found" };
    const before = await findScheduledOfClient(tx, workspaceId, wish.clientId);
    if (before) return before;
    const refusal = await problemOf({ app, tx, member }, thread.channelId, wish);
    if (refusal) return refusal;
    const quoted = wish.replyTo && (await findTarget(tx, workspaceId, wish.replyTo));
    if (wish.replyTo && quoted?.conversationId !== thread.id) return { refused: "not-found" };
    const { conversationId, clientId, draft, sendAt } = wish;
    const scheduled = {
      id: app.ids.next<"scheduled-message">(),
      conversationId,
      clientId,
      draft,
      sendAt,
      authorMemberId: member.id,
      replyToId: quoted?.id ?? null,
      state: "waiting" as const,
      refusal: null,
      createdAt: app.clock.now(),
    };
    if (!(await insertScheduled(tx, workspaceId, scheduled))) {
      throw new Error(`The client id ${clientId} was used for two messages.`);
    }
    await remember({ app, tx, member }, "message-scheduled", scheduled);
    const kept = await findScheduledOfClient(tx, workspaceId, clientId);
    if (!kept) throw new Error("A message that was just scheduled is gone.");
    return kept;
  });
}

export type ScheduledId = Id<"scheduled-message">;
type Change = { readonly draft?: DraftWish; readonly sendAt?: Date };

/** Changes what is sent, or when. One that could not be sent waits again. */
export function changeScheduled(
  app: App,
  member: Member,
  id: ScheduledId,
  change: Change,
): Promise<{ readonly done: true } | ScheduleRefused> {
  const { workspaceId } = member;
  return onWaiting(app, member, id, async (tx, scheduled) => {
    const thread = await lockThread(tx, workspaceId, idOf(scheduled.conversationId));
    if (!thread) return { refused: "not-found" };
    const sendAt = change.sendAt ?? scheduled.sendAt;
    const wish = { sendAt, ...(change.draft && { draft: change.draft }) };
    const refusal = await problemOf({ app, tx, member }, thread.channelId, wish);
    if (refusal) return refusal;
    const again = { id, state: "waiting", refusal: null, ...change } as const;
    await updateScheduled(tx, workspaceId, again, app.clock.now());
    await remember({ app, tx, member }, "scheduled-message-changed", { ...scheduled, sendAt });
    return { done: true };
  });
}

/** Has it not sent. One that could not be sent is put away by the same. */
export function cancelScheduled(
  app: App,
  member: Member,
  id: ScheduledId,
): Promise<{ readonly done: true } | ScheduleRefused> {
  return onWaiting(app, member, id, async (tx, scheduled) => {
    await updateScheduled(tx, member.workspaceId, { id, state: "cancelled" }, app.clock.now());
    await remember({ app, tx, member }, "scheduled-message-cancelled", scheduled);
    return { done: true };
  });
}

/** What waits, and what could not be sent, of one conversation or of all. */
export function listScheduled(
  app: App,
  member: Member,
  conversationId: ConversationId | null,
): Promise<{ readonly items: readonly ScheduledMessage[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return Promise.resolve({ refused: "forbidden" });
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    items: await listRows(tx, member.workspaceId, conversationId),
  }));
}

type Desk = { readonly app: App; readonly tx: Tx; readonly member: Member };
type Checked = { readonly draft?: DraftWish; readonly sendAt: Date };

/** What is wrong with it whatever happens until then. */
async function problemOf(
  { app, tx, member }: Desk,
  channelId: Parameters<typeof findDraft>[1]["channelId"],
  { draft, sendAt }: Checked,
): Promise<ScheduleRefused | null> {
  if (sendAt <= app.clock.now()) return { refused: "time-passed" };
  if (!draft) return null;
  if (draft.kind === "text" && draft.text.trim() === "") return { refused: "empty-text" };
  const found = await findDraft(tx, { workspaceId: member.workspaceId, channelId }, draft);
  return "refused" in found ? found : null;
}

async function onWaiting(
  app: App,
  member: Member,
  id: ScheduledId,
  work: (tx: Tx, it: ScheduledMessage) => Promise<{ readonly done: true } | ScheduleRefused>,
): Promise<{ readonly done: true } | ScheduleRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  return telling(app, member, async (tx) => {
    const scheduled = await lockScheduled(tx, member.workspaceId, id);
    if (!scheduled) return { refused: "not-found" };
    const isOpen = scheduled.state === "waiting" || scheduled.state === "failed";
    return isOpen ? work(tx, scheduled) : { refused: "not-waiting" };
  });
}

async function remember(
  { app, tx, member }: Desk,
  action: AuditAction,
  { id, conversationId, sendAt }: Pick<ScheduledMessage, "id" | "conversationId" | "sendAt">,
): Promise<void> {
  const now = app.clock.now();
  const entry = { id: app.ids.next<"audit">(), by: byMember(member), action, subjectId: id };
  await recordAudit(tx, member.workspaceId, now, [
    { ...entry, conversationId, after: { sendAt: sendAt.toISOString() } },
  ]);
  await appendEvents(tx, member.workspaceId, now, [
    { kind: "collection-changed", otherId: "scheduled-messages" },
  ]);
}

async function telling<T>(
  app: App,
  { workspaceId }: Member,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const result = await inWorkspace(app.db, workspaceId, work);
  app.wake.tell("events", workspaceId);
  return result;
}
