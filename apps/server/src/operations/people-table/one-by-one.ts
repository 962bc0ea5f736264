import type { PeopleChange } from "@galka/core/contacts/people-change";
import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type MadePerson,
  type PeopleChangeRow,
  listConversationsByContact,
} from "@galka/postgres/stores/people-table/people-changes";
import type { App } from "../../app.ts";
import { blockContact } from "../contacts/block-contact.ts";
import { erasePerson } from "../contacts/erase-person.ts";

/** What became of one contact: what was made of them, nothing, or that it could not be done. */
export type OneMade = { readonly made: MadePerson | null; readonly failed: boolean };

/** Blocks, unblocks or erases one contact, as a member would in their panel. */
export async function changeOne(
  app: App,
  member: Member,
  change: PeopleChange,
  { row, isUndoing }: { readonly row: PeopleChangeRow; readonly isUndoing: boolean },
): Promise<OneMade> {
  if (change.kind === "erase") {
    const erased = await erasePerson(app, member, idOf(row.contactId));
    if ("refused" in erased) return { made: null, failed: erased.refused !== "not-found" };
    return { made: { id: row.contactId, before: {}, after: {} }, failed: false };
  }
  const ids = isUndoing
    ? (row.after?.conversationIds ?? [])
    : await conversationsOf(app, member.workspaceId, row.contactId);
  const done: string[] = [];
  for (const id of ids) {
    const answer = await blockContact(app, member, idOf(id), !isUndoing);
    if (!("refused" in answer)) done.push(id);
  }
  const made =
    done.length === 0 ? null : { id: row.contactId, before: {}, after: { conversationIds: done } };
  return { made, failed: done.length < ids.length };
}

async function conversationsOf(
  app: App,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<string[]> {
  const found = await inWorkspace(app.db, workspaceId, (tx) =>
    listConversationsByContact(tx, workspaceId, [contactId]),
  );
  return found.map(({ id }) => id);
}
