import type { ConsentPurpose } from "@galka/core/consent/consent";
import { type ContactId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { searchableText } from "@galka/core/messages/searchable";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { lockSubject } from "@galka/postgres/stores/consent/ledger";
import { contactsOfMessages } from "@galka/postgres/stores/consent/marketing-facts";
import { appendEvents } from "@galka/postgres/stores/events";
import { loadMessageViews } from "@galka/postgres/stores/views/message-list";
import type { App } from "../../app.ts";
import { recordConsents } from "./record-consents.ts";
import { type Said, type SaidRefused, invalid, saidHow } from "./wording-of.ts";

export type MemberSays = Said & {
  readonly purpose: ConsentPurpose;
  readonly note?: string;
  readonly messageId?: string;
};

export type RecordRefused = Refused<"forbidden"> | Refused<"not-found"> | SaidRefused;

/**
 * Records what a member knows of a contact's consent: from a talk, a paper, or a
 * message that they point at, whose words are kept as evidence.
 */
export async function recordConsent(
  app: App,
  member: Member,
  contactId: ContactId,
  wish: MemberSays,
): Promise<{ readonly recordId: string } | RecordRefused> {
  if (!may(member, "contacts.edit")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const recorded = await inWorkspace(app.db, workspaceId, (tx) =>
    record(app, tx, member, { contactId, wish }),
  );
  if ("refused" in recorded) return recorded;
  app.wake.tell("events", workspaceId);
  return recorded;
}

async function record(
  app: App,
  tx: Tx,
  member: Member,
  { contactId, wish }: { readonly contactId: ContactId; readonly wish: MemberSays },
): Promise<{ readonly recordId: string } | RecordRefused> {
  const { workspaceId } = member;
  if (!(await lockSubject(tx, workspaceId, contactId))) return { refused: "not-found" };
  const now = app.clock.now();
  const how = await saidHow(tx, workspaceId, wish, now);
  if ("refused" in how) return how;
  const message = wish.messageId === undefined ? null : await quoted(tx, member, wish.messageId);
  if (wish.messageId !== undefined && message?.contactId !== contactId) {
    return invalid("messageId", "this is no message of the contact");
  }
  if (message === null && wish.note === undefined) {
    return invalid("note", "say where you know it from, or point at a message");
  }
  const id = app.ids.next();
  const note = wish.note === undefined ? {} : { note: wish.note };
  const evidence = { ...note, ...message?.evidence };
  const way = message ? ("message" as const) : ("note" as const);
  const { purpose } = wish;
  const { events } = await recordConsents({ tx, workspaceId, now }, [
    { id, contactId, purpose, way, evidence, memberId: member.id, source: `member:${id}`, ...how },
  ]);
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: how.decision === "granted" ? "consent-granted" : "consent-withdrawn",
      subjectId: contactId,
      ...(message && { conversationId: message.conversationId }),
      after: { purpose, method: way },
    },
  ]);
  await appendEvents(tx, workspaceId, now, events);
  return { recordId: id };
}

async function quoted(tx: Tx, { workspaceId }: Member, messageId: string) {
  const [message] = await loadMessageViews(tx, workspaceId, [idOf<"message">(messageId)]);
  const whose = (await contactsOfMessages(tx, workspaceId, [messageId])).get(messageId);
  if (!message || !whose || message.direction !== "in") return null;
  const { at, content } = message;
  const evidence = { messageId, text: searchableText(content), saidAt: at.toISOString() };
  return { ...whose, evidence };
}
