import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { findContactView } from "@galka/postgres/stores/views/contact-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import { type MessageView, listContactMessages } from "@galka/postgres/stores/views/message-list";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

export type HistoryQuery = {
  readonly contactId: ContactId;
  readonly before?: TimeCursor;
  readonly limit: number;
};

/** Everything said with a contact, on whatever number, newest first. */
export function readContactHistory(
  app: App,
  member: Member,
  query: HistoryQuery,
): Promise<
  | (Page<MessageView, TimeCursor> & { readonly seq: number })
  | Refused<"not-found">
  | Refused<"forbidden">
> {
  if (!may(member, "conversations.read")) return Promise.resolve({ refused: "forbidden" });
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const seq = await loadLastSeq(tx, workspaceId);
    if (!(await findContactView(tx, workspaceId, query.contactId))) return { refused: "not-found" };
    return { seq, ...(await listContactMessages(tx, workspaceId, query)) };
  });
}
