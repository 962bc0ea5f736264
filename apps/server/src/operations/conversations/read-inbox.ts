import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ConversationQuery,
  type ConversationView,
  listConversations,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

export type WithSeq<T> = T & { readonly seq: number };

/** A page of the inbox, with the seq that it is at least as new as. */
export async function listInbox(
  app: App,
  member: Member,
  query: ConversationQuery,
): Promise<WithSeq<Page<ConversationView, TimeCursor>> | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    seq: await loadLastSeq(tx, member.workspaceId),
    ...(await listConversations(tx, member.workspaceId, query)),
  }));
}

export async function readConversation(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<
  WithSeq<{ conversation: ConversationView }> | Refused<"not-found"> | Refused<"forbidden">
> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const seq = await loadLastSeq(tx, member.workspaceId);
    const [conversation] = await loadConversationViews(tx, member.workspaceId, [id]);
    return conversation ? { seq, conversation } : { refused: "not-found" };
  });
}
