import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ContactChange,
  type ContactView,
  findContactView,
  updateContact,
} from "@galka/postgres/stores/views/contact-list";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** Names a contact, or sets and removes fields. Their conversations show it too, so those are told as well. */
export async function changeContact(
  app: App,
  member: Member,
  contactId: ContactId,
  change: ContactChange,
): Promise<ContactView | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "contacts.edit")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const contact = await inWorkspace(app.db, workspaceId, async (tx) => {
    const isThere = await updateContact(tx, { workspaceId, contactId }, change, now);
    if (!isThere) return null;
    const conversations = await listConversationIdsOfContacts(tx, workspaceId, [contactId]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "contact-changed", contactId },
      ...conversations.map((id) => ({ kind: "conversation-changed", conversationId: id }) as const),
    ]);
    return findContactView(tx, workspaceId, contactId);
  });
  if (!contact) return { refused: "not-found" };
  app.wake.tell("events", workspaceId);
  return contact;
}
