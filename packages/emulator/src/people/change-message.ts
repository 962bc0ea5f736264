import { type Bubble, findBubble, saveBubble } from "../store/bubbles.ts";
import type { Person } from "../store/people.ts";
import type { BubbleContent } from "../wire/control.ts";
import type { World } from "../world.ts";
import type { JsonObject } from "../json.ts";
import { messageFrom, unsupported } from "../world/inbound-message.ts";
import { wamid } from "../world/wamid.ts";
import { announceMessage } from "./announce.ts";
import { enterWindow } from "./occasions/enter-window.ts";
import { mayReach, numberOf, tellBusiness } from "./reach-business.ts";
import { writerOf } from "./read-chat.ts";

/** The person reacts to a message, or takes the reaction away. */
export function reactTo(world: World, person: Person, bubble: Bubble, emoji: string | null): void {
  world.db.write(() => {
    saveBubble(world.db, { ...bubble, myReaction: emoji });
    announceMessage(world, person.id, bubble.wamid);
    if (!person.online || bubble.ticks === "waiting") return;
    changeOnPeer(world, bubble, (theirs) => ({ ...theirs, peerReaction: emoji }));
    const reaction = { message_id: bubble.wamid, ...(emoji === null ? {} : { emoji }) };
    tell(world, person, bubble, { type: "reaction", reaction });
  });
}

/**
 * The person corrects what they wrote. A business that is not on the app as
 * well only hears that there was something unsupported.
 */
export function editMessage(world: World, person: Person, bubble: Bubble, body: string): void {
  const content = { kind: "text", body, previewUrl: true } as const;
  change(world, person, bubble, { content, edited: true });
}

/** The person deletes what they wrote, for everyone. */
export function deleteMessage(world: World, person: Person, bubble: Bubble): void {
  const content = { kind: "deleted" } as const;
  change(world, person, bubble, { content, edited: false });
}

function change(
  world: World,
  person: Person,
  bubble: Bubble,
  next: {
    readonly content: BubbleContent;
    readonly edited: boolean;
  },
): void {
  const { content, edited } = next;
  world.db.write(() => {
    saveBubble(world.db, { ...bubble, content, edited });
    announceMessage(world, person.id, bubble.wamid);
    if (!person.online || bubble.ticks === "waiting") return;
    changeOnPeer(world, bubble, (theirs) => ({ ...theirs, content, edited }));
    tell(world, person, bubble, changeFor(world, { ...bubble, content }, edited));
  });
}

/**
 * How a business hears of a message that was edited or deleted: by its id where
 * the number is on the app as well, else as something unsupported.
 *
 * Meta: docs/…/webhooks/reference/messages/edit and …/revoke, read 2026-11.
 */
function changeFor(world: World, changed: Bubble, edited: boolean): JsonObject {
  const number = numberOf(world, changed.chatId);
  if (number === null || world.kinds.businessApps.find(number.id) === null) {
    return unsupported(edited ? "edit" : undefined);
  }
  const original = { original_message_id: changed.wamid };
  if (!edited) return { type: "revoke", revoke: original };
  const message = messageFrom(changed, {
    businessPhone: number.waId,
    frequentlyForwarded: false,
    media: () => {
      throw new Error("Only a text can be edited");
    },
  });
  return { type: "edit", edit: { ...original, message } };
}

function changeOnPeer(world: World, bubble: Bubble, next: (theirs: Bubble) => Bubble): void {
  const peer = writerOf(world, bubble.chatId);
  const theirs = peer === null ? null : findBubble(world.db, peer.id, bubble.wamid);
  if (peer === null || theirs === null) return;
  saveBubble(world.db, next(theirs));
  announceMessage(world, peer.id, bubble.wamid);
}

function tell(
  world: World,
  person: Person,
  bubble: Bubble,
  message: Readonly<Record<string, unknown>>,
): void {
  const number = numberOf(world, bubble.chatId);
  if (number === null || !mayReach(world, person, number)) return;
  enterWindow(world, person, number);
  const id = wamid(world.seed, world.counters.next("message"), "person", person.waId);
  tellBusiness(world, person, number, { id, ...message });
}
