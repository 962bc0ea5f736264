import { learnFromFeedback } from "../limits/learn-from-feedback.ts";
import { lastIncoming } from "../store/bubbles.ts";
import { chatState, saveChatState } from "../store/chats.ts";
import { type FeedbackKind, insertFeedback } from "../store/feedback.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { Person } from "../store/people.ts";
import { findSendByWamid } from "../store/sends.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { announceChat } from "./announce.ts";

/**
 * What people let Meta know about a business number, one function for each.
 *
 * Whoever causes it (a tap on the phones page, a script, the habits of a
 * population) comes through here, and each leaves a row in the table
 * `feedback`, with the template that the person saw last. Quality and limits
 * read it with `listFeedback` and `countFeedback` of `store/feedback.ts`.
 */
export function blockBusiness(world: World, person: Person, number: BusinessNumber): void {
  changeBlocked(world, person, number, true);
}

/** Lets the number through again. */
export function unblockBusiness(world: World, person: Person, number: BusinessNumber): void {
  changeBlocked(world, person, number, false);
}

/** The person reports the number to WhatsApp as unwanted. */
export function reportBusiness(
  world: World,
  person: Person,
  number: BusinessNumber,
  reason: string | null,
): void {
  world.db.write(() => note(world, person, number, { kind: "report", reason }));
}

/** The person wants no more marketing messages of the number. */
export function stopMarketing(world: World, person: Person, number: BusinessNumber): void {
  world.db.write(() => note(world, person, number, { kind: "marketing-stop", reason: null }));
}

/** The person wants marketing messages of the number again. */
export function resumeMarketing(world: World, person: Person, number: BusinessNumber): void {
  world.db.write(() => note(world, person, number, { kind: "marketing-resume", reason: null }));
}

function changeBlocked(
  world: World,
  person: Person,
  number: BusinessNumber,
  blocked: boolean,
): void {
  const chatId = businessChat(number.id);
  const state = chatState(world.db, person.id, chatId);
  if (state.blocked === blocked) return;
  world.db.write(() => {
    saveChatState(world.db, person.id, chatId, { ...state, blocked });
    note(world, person, number, { kind: blocked ? "block" : "unblock", reason: null });
    announceChat(world, person.id, chatId);
  });
}

function note(
  world: World,
  person: Person,
  number: BusinessNumber,
  what: { readonly kind: FeedbackKind; readonly reason: string | null },
): void {
  const feedback = {
    ...what,
    personId: person.id,
    phoneNumberId: number.id,
    templateId: templateSeenLast(world, person, number),
    at: world.clock.now(),
  };
  insertFeedback(world.db, feedback);
  learnFromFeedback(world, person, feedback);
}

function templateSeenLast(world: World, person: Person, number: BusinessNumber): string | null {
  const bubble = lastIncoming(world.db, person.id, businessChat(number.id));
  const send = bubble === null ? null : findSendByWamid(world.db, bubble.wamid);
  return send?.templateId ?? null;
}
