import type { PersonSeen } from "@galka/core/messages/incoming";
import { lookupsOf, openPeopleBook } from "@galka/core/contacts/people-book";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import { nameContacts } from "@galka/postgres/stores/receiving/contact-names";
import { loadPeople, lockPeople, savePeople } from "@galka/postgres/stores/receiving/people";
import { ensureThreads } from "@galka/postgres/stores/receiving/threads";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import {
  type ConversationView,
  listConversationIdsOfContacts,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { App } from "../../app.ts";
import { newHolders, rememberTakenBack } from "../consent/kept-withdrawals.ts";

export type StartWish = {
  readonly channelId: ChannelId;
  /** As a person writes it; without a country code it is taken for one of the channel's country. */
  readonly phone: string;
  readonly name?: string;
};

export type StartRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"channel-not-connected">
  | Refused<"phone-invalid">;

/**
 * Finds or begins the conversation with a phone number.
 *
 * Whoever has the number in any of its forms is the contact; nobody is made
 * twice, even if two members begin at once. The name is kept unless the team has
 * named the contact already.
 */
export async function startConversation(
  app: App,
  member: Member,
  wish: StartWish,
): Promise<ConversationView | StartRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const started = await inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findChannelView(tx, workspaceId, wish.channelId);
    if (!channel) return { refused: "not-found" } as const;
    if (channel.status === "disconnected") return { refused: "channel-not-connected" } as const;
    const phone = digitsOf(wish.phone, channel.displayPhone);
    if (phone === null) return { refused: "phone-invalid" } as const;
    return open(app, tx, member, { ...wish, phone });
  });
  if (!("refused" in started)) app.wake.tell("events", workspaceId);
  return started;
}

async function open(app: App, tx: Tx, { workspaceId }: Member, wish: StartWish) {
  const now = app.clock.now();
  const { contactId, events } = await meet(app, tx, { workspaceId, phone: wish.phone }, now);
  const name = wish.name?.trim() ?? "";
  if (name !== "") await nameContacts(tx, workspaceId, [{ contactId, name }], now);
  const id = app.ids.next<"conversation">();
  const { channelId } = wish;
  const wanted = [{ id, channelId, contactId, at: now, status: "open" } as const];
  const [thread] = await ensureThreads(tx, workspaceId, wanted, now);
  const [conversation] = await loadConversationViews(tx, workspaceId, thread ? [thread.id] : []);
  if (!conversation) throw new Error("A conversation that was just begun is gone.");
  // Every conversation of the contact shows the name.
  const shown = await listConversationIdsOfContacts(tx, workspaceId, [contactId]);
  await appendEvents(tx, workspaceId, now, [
    ...events,
    { kind: "contact-changed", contactId },
    ...shown.map((conversationId) => ({ kind: "conversation-changed", conversationId }) as const),
  ]);
  return conversation;
}

type Number = { readonly workspaceId: Member["workspaceId"]; readonly phone: string };

async function meet(app: App, tx: Tx, { workspaceId, phone }: Number, now: Date) {
  const person: PersonSeen = { phone, bsuid: null, username: null, name: null };
  await lockPeople(tx, workspaceId);
  const known = await loadPeople(tx, workspaceId, lookupsOf(person));
  const book = openPeopleBook(known.people, known.identities, () => app.ids.next<"contact">());
  // A number that is known stays in the form in which the channel knows it: only a new one is learned.
  const held = known.identities.find(({ kind }) => kind === "phone");
  const contactId = held?.contactId ?? book.meet(person, now);
  if (contactId === null) throw new Error("A phone number identifies nobody.");
  const saving = { workspaceId, now, newId: () => app.ids.next<"identity">() };
  if (held) return { contactId, events: [] };
  const changes = book.changes();
  const saved = await savePeople(tx, saving, changes);
  const desk = { tx, workspaceId, now };
  const remembered = await rememberTakenBack(app, desk, newHolders(changes));
  return { contactId, events: [...saved, ...remembered] };
}

/** Digits with the country code; null for what is no possible number. */
function digitsOf(written: string, channelPhone: string): string | null {
  const country = parsePhoneNumberFromString(channelPhone)?.country;
  const digits = written.replace(/\D/gu, "");
  // Digits alone are mostly copied from where the country code belongs to them.
  const readings = [
    parsePhoneNumberFromString(`+${digits}`),
    parsePhoneNumberFromString(written, country ? { defaultCountry: country } : {}),
  ];
  const number = readings.find((it) => it?.isValid()) ?? readings.find((it) => it?.isPossible());
  return number ? number.number.slice(1) : null;
}
