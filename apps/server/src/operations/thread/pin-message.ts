import { type ConversationId, type MessageId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { findTarget } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { deletePin, insertPin, listPins } from "@galka/postgres/stores/thread/pins";
import { type MessageView, loadMessageViews } from "@galka/postgres/stores/views/message-list";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";

/** Pins a message to the top of its conversation for the whole team, or takes the pin off. The contact sees nothing of it. */
export async function pinMessage(
  app: App,
  member: Member,
  messageId: MessageId,
  pinned: boolean,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.organize")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const target = await findTarget(tx, workspaceId, messageId);
    if (!target) return { refused: "not-found" } as const;
    const conversationId = idOf<"conversation">(target.conversationId);
    await lockThread(tx, workspaceId, conversationId);
    const at = app.clock.now();
    const pin = { messageId, conversationId, memberId: member.id, at };
    const isNews = pinned
      ? await insertPin(tx, workspaceId, pin)
      : await deletePin(tx, workspaceId, messageId);
    if (!isNews) return { done: true } as const;
    const action = pinned ? ("message-pinned" as const) : ("message-unpinned" as const);
    const by = byMember(member);
    const entry = { id: app.ids.next<"audit">(), by, action, subjectId: messageId, conversationId };
    await recordAudit(tx, workspaceId, at, [entry]);
    await appendEvents(tx, workspaceId, at, [
      { kind: "message-changed", messageId, conversationId },
    ]);
    return { done: true } as const;
  });
  app.wake.tell("events", workspaceId);
  return changed;
}

const MOST_PINS = 50;

/** The pinned messages, the latest pin first. */
export function listPinned(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<
  { readonly items: readonly MessageView[] } | Refused<"forbidden"> | Refused<"not-found">
> {
  if (!may(member, "conversations.read")) return Promise.resolve({ refused: "forbidden" });
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const [conversation] = await loadConversationViews(tx, workspaceId, [id]);
    if (!conversation) return { refused: "not-found" };
    const ids = await listPins(tx, workspaceId, id, MOST_PINS);
    const messages = await loadMessageViews(tx, workspaceId, ids);
    return { items: messages.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
  });
}
