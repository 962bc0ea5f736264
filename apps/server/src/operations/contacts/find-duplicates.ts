import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type Duplicate, listDuplicatesOf } from "@galka/postgres/stores/contacts/duplicates";
import { type ContactView, loadContactViews } from "@galka/postgres/stores/views/contact-list";
import type { App } from "../../app.ts";

export type FoundDuplicate = {
  readonly contact: ContactView;
  readonly because: Duplicate["because"];
};

/** Who may be the same person as a contact. Nothing is decided by it. */
export async function findDuplicates(
  app: App,
  member: Member,
  contactId: ContactId,
): Promise<
  { readonly items: readonly FoundDuplicate[] } | Refused<"forbidden"> | Refused<"not-found">
> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const [contact] = await loadContactViews(tx, workspaceId, [contactId]);
    if (!contact) return { refused: "not-found" } as const;
    const found = await listDuplicatesOf(tx, workspaceId, contactId);
    const contacts = await loadContactViews(
      tx,
      workspaceId,
      found.map((it) => it.contactId),
    );
    const items = found.flatMap(({ contactId: id, because }) => {
      const contact = contacts.find((it) => it.id === id);
      return contact ? [{ contact, because }] : [];
    });
    return { items };
  });
}
