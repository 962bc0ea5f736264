import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type MentionQuery,
  type MentionView,
  countUnreadMentions,
  listMentions as listRows,
  readMentions as readRows,
} from "@galka/postgres/stores/thread/mentions";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

export type Mentions = Page<MentionView, TimeCursor> & { readonly unreadCount: number };

/** Where this member was mentioned, and how many of those they have not looked at. */
export function listMentions(
  app: App,
  member: Member,
  query: MentionQuery,
): Promise<Mentions | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return Promise.resolve({ refused: "forbidden" });
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    ...(await listRows(tx, member, query)),
    unreadCount: await countUnreadMentions(tx, member),
  }));
}

/** Marks the member's mentions as read, on all their devices; null means all of them. */
export async function readMentions(
  app: App,
  member: Member,
  messageIds: readonly string[] | null,
): Promise<{ readonly done: true } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const count = await inWorkspace(app.db, workspaceId, async (tx) => {
    const read = await readRows(tx, member, messageIds, now);
    if (read > 0) {
      await appendEvents(tx, workspaceId, now, [
        { kind: "collection-changed", otherId: "mentions" },
      ]);
    }
    return read;
  });
  if (count > 0) app.wake.tell("events", workspaceId);
  return { done: true };
}
