import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type ChannelView, listChannelViews } from "@galka/postgres/stores/views/channel-list";
import {
  type ConversationView,
  countUnreadConversations,
  listConversations,
} from "@galka/postgres/stores/views/conversation-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import { type MemberView, listMembers } from "@galka/postgres/stores/members";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

export type Snapshot = {
  readonly seq: number;
  readonly members: readonly MemberView[];
  readonly channels: readonly ChannelView[];
  readonly conversations: Page<ConversationView, TimeCursor>;
  readonly unreadConversations: number;
};

/**
 * Where a client starts.
 *
 * The seq is read first: what is read after it is at least as new, and an event
 * that is applied although its result is already there changes nothing. Colleagues
 * and channels are known to every member, conversations only to whoever may read them.
 */
export function takeSnapshot(app: App, member: Member, limit: number): Promise<Snapshot> {
  const { workspaceId } = member;
  const reads = may(member, "conversations.read");
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    seq: await loadLastSeq(tx, workspaceId),
    members: await listMembers(tx, workspaceId),
    channels: await listChannelViews(tx, workspaceId),
    conversations: reads
      ? await listConversations(tx, workspaceId, { limit })
      : { items: [], next: null },
    unreadConversations: reads ? await countUnreadConversations(tx, workspaceId) : 0,
  }));
}
