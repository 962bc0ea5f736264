import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type KeptDraft, findKeptDraft, keepDraft } from "@galka/postgres/stores/thread/drafts";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";

/** What this member has written here and not sent; nobody else is ever shown it. */
export function readDraft(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<{ readonly draft: KeptDraft | null } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.reply")) return Promise.resolve({ refused: "forbidden" });
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const [conversation] = await loadConversationViews(tx, member.workspaceId, [id]);
    if (!conversation) return { refused: "not-found" };
    return { draft: await findKeptDraft(tx, member, id) };
  });
}

/** Keeps the member's draft for their other devices. The last device to write wins. */
export function saveDraft(
  app: App,
  member: Member,
  conversationId: ConversationId,
  text: string,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.reply")) return Promise.resolve({ refused: "forbidden" });
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const [conversation] = await loadConversationViews(tx, member.workspaceId, [conversationId]);
    if (!conversation) return { refused: "not-found" };
    await keepDraft(tx, member, { conversationId, text }, app.clock.now());
    return { done: true };
  });
}
