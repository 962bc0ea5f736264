import { EVERYTHING, type Filter, both } from "@galka/core/filters/filter";
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
import { askingOf } from "../views/asking-of.ts";
import { filterOfView } from "../views/saved-views.ts";

export type WithSeq<T> = T & { readonly seq: number };

export type InboxQuery = Omit<ConversationQuery, "where"> & {
  /** A saved view; with `filter` both must hold. */
  readonly view?: string;
  readonly filter?: Filter;
};

/** A page of the inbox, with the seq that it is at least as new as. */
export async function listInbox(
  app: App,
  member: Member,
  { view, filter, ...query }: InboxQuery,
): Promise<
  WithSeq<Page<ConversationView, TimeCursor>> | Refused<"not-found"> | Refused<"forbidden">
> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const seq = await loadLastSeq(tx, member.workspaceId);
    const ofView = view === undefined ? EVERYTHING : await filterOfView(tx, member, view);
    if ("refused" in ofView) return ofView;
    const wanted = both(ofView, filter ?? EVERYTHING);
    const where =
      wanted.all.length === 0
        ? {}
        : { where: { filter: wanted, asking: await askingOf(app, tx, member) } };
    return { seq, ...(await listConversations(tx, member.workspaceId, { ...query, ...where })) };
  });
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
