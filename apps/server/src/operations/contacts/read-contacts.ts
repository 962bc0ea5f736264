import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ContactCursor,
  type ContactQuery,
  type ContactView,
  findContactView,
  listContacts,
} from "@galka/postgres/stores/views/contact-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import type { Page } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

export async function listPeople(
  app: App,
  member: Member,
  query: ContactQuery,
): Promise<(Page<ContactView, ContactCursor> & { readonly seq: number }) | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    seq: await loadLastSeq(tx, member.workspaceId),
    ...(await listContacts(tx, member.workspaceId, {
      ...query,
      byNumber: may(member, "contacts.phones"),
    })),
  }));
}

export async function readContact(
  app: App,
  member: Member,
  id: ContactId,
): Promise<ContactView | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const contact = await inWorkspace(app.db, member.workspaceId, (tx) =>
    findContactView(tx, member.workspaceId, id),
  );
  return contact ?? { refused: "not-found" };
}
