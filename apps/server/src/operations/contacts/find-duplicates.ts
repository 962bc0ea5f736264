import type { ContactId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type Duplicate, listDuplicatesOf } from "@galka/postgres/stores/contacts/duplicates";
import { type ContactView, loadContactViews } from "@galka/postgres/stores/views/contact-list";
import type { App } from "../../app.ts";

export type FoundDuplicate = {
  readonly contact: ContactView;
  readonly because: Duplicate["because"];
};

/** Who may be the same person as a contact. Nothing is decided by it. */
export function findDuplicates(
  app: App,
  { workspaceId }: Member,
  contactId: ContactId,
): Promise<FoundDuplicate[]> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await listDuplicatesOf(tx, workspaceId, contactId);
    const contacts = await loadContactViews(
      tx,
      workspaceId,
      found.map((it) => it.contactId),
    );
    return found.flatMap(({ contactId: id, because }) => {
      const contact = contacts.find((it) => it.id === id);
      return contact ? [{ contact, because }] : [];
    });
  });
}
