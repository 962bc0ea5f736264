import { type FieldRefused, fieldValues } from "@galka/core/contacts/contact-field";
import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import { isMember } from "@galka/postgres/stores/members";
import { lockContact } from "@galka/postgres/stores/contacts/undo-merge";
import {
  type ContactChange,
  type ContactView,
  findContactView,
  updateContact,
} from "@galka/postgres/stores/views/contact-list";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** Names a contact, sets and removes fields, or says who looks after them and what they speak. Their conversations show it too, so those are told as well. */
export async function changeContact(
  app: App,
  member: Member,
  contactId: ContactId,
  change: ContactChange,
): Promise<ContactView | FieldRefused | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "contacts.edit")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const contact = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await lockContact(tx, workspaceId, contactId);
    if (!before) return { refused: "not-found" } as const;
    const fitting = fieldValues(await listContactFields(tx, workspaceId), change.fields ?? {});
    if ("refused" in fitting) return fitting;
    const { responsibleId, language } = change;
    if (responsibleId && !(await isMember(tx, workspaceId, responsibleId))) {
      return { refused: "not-found" } as const;
    }
    const kept = { ...change, fields: fitting.values };
    await updateContact(tx, { workspaceId, contactId }, kept, now);
    const names = Object.keys(fitting.values);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "contact-changed",
        subjectId: contactId,
        before: {
          name: before.name,
          ...(responsibleId === undefined ? {} : { responsibleId: before.responsible_id }),
          ...(language === undefined ? {} : { language: before.language }),
          fields: Object.fromEntries(names.map((name) => [name, before.fields[name] ?? null])),
        },
        after: {
          name: change.name === undefined ? before.name : change.name,
          ...(responsibleId === undefined ? {} : { responsibleId }),
          ...(language === undefined ? {} : { language }),
          fields: fitting.values,
        },
      },
    ]);
    const conversations = await listConversationIdsOfContacts(tx, workspaceId, [contactId]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "contact-changed", contactId },
      ...conversations.map((id) => ({ kind: "conversation-changed", conversationId: id }) as const),
    ]);
    return (
      (await findContactView(tx, workspaceId, contactId)) ?? ({ refused: "not-found" } as const)
    );
  });
  if ("refused" in contact) return contact;
  app.wake.tell("events", workspaceId);
  return contact;
}
