import { countClick } from "../bill/count-click.ts";
import { type Bubble, saveBubble } from "../store/bubbles.ts";
import type { Person } from "../store/people.ts";
import type { CardAction, CardContent, TapRequest } from "../wire/control.ts";
import type { World } from "../world.ts";
import { announceMessage } from "./announce.ts";
import { tellLinkClick } from "./occasions/link-click.ts";
import { writeMessage } from "./write-message.ts";

/** The action that a tap means, or `null` when the card has no such one. */
export function findAction(card: CardContent, tap: TapRequest): CardAction | null {
  const all = [
    ...card.actions,
    ...(card.list?.sections.flatMap((section) => section.rows) ?? []),
    ...card.cards.flatMap((it) => it.actions),
  ];
  const found =
    "actionId" in tap
      ? all.find((it) => it.actionId === tap.actionId)
      : all.find((it) => it.title === tap.title);
  return found ?? null;
}

/**
 * The person taps a button or chooses a row; their choice becomes a message to
 * the business. Answers the new bubble.
 */
export function tapAction(
  world: World,
  person: Person,
  bubble: Bubble,
  chosen: { readonly card: CardContent; readonly action: CardAction },
): Bubble {
  const { card, action } = chosen;
  return world.db.write(() => {
    markTapped(world, person, bubble, action);
    if (action.kind === "share-contact") return shareContact(world, person, bubble);
    const by =
      card.origin === "template" ? "template" : action.kind === "list-row" ? "list" : "button";
    return writeMessage(world, person, bubble.chatId, {
      content: {
        kind: "choice",
        title: action.title,
        description: action.description,
        by,
        value: action.value ?? "",
      },
      replyTo: bubble.wamid,
      forwarded: false,
    });
  });
}

/** The person opens a link of the card; they send nothing. */
export function openLink(world: World, person: Person, bubble: Bubble, action: CardAction): void {
  world.db.write(() => {
    markTapped(world, person, bubble, action);
    tellLinkClick(world, person, bubble.wamid);
  });
}

function markTapped(world: World, person: Person, bubble: Bubble, action: CardAction): void {
  saveBubble(world.db, { ...bubble, read: true, tapped: action.actionId });
  announceMessage(world, person.id, bubble.wamid);
  countClick(world, bubble.wamid, action, bubble.tapped !== action.actionId);
}

/** The person gives the business, which may only know their user name, the phone number. */
function shareContact(world: World, person: Person, bubble: Bubble): Bubble {
  const own = { name: person.name, phones: [`+${person.waId}`], emails: [], organization: null };
  return writeMessage(world, person, bubble.chatId, {
    content: { kind: "contacts", contacts: [own], requested: true },
    replyTo: bubble.wamid,
    forwarded: false,
  });
}
