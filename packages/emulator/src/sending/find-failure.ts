import { objectAt, parseObject, textAt } from "../json.ts";
import { marketingFailure } from "../limits/marketing-failure.ts";
import { reachPerson } from "../limits/reach-person.ts";
import { findBubble } from "../store/bubbles.ts";
import { chatState } from "../store/chats.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { Person } from "../store/people.ts";
import type { Send } from "../store/sends.ts";
import { lastInboundAt } from "../store/windows.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { isWindowOpen } from "../world/service-window.ts";
import type { Failure } from "./report-status.ts";

const REACTION_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** Not on WhatsApp, or not for this business: Meta does not say which. */
export const UNDELIVERABLE: Failure = { code: 131026, details: "Message Undeliverable." };

/**
 * What the answer to a send could not know, and a webhook has to tell.
 *
 * Called once for each send: one that goes through is counted against the
 * limits of the business and of the person.
 */
export function findFailure(
  world: World,
  number: BusinessNumber,
  send: Send,
  person: Person,
): Failure | null {
  if (!person.onWhatsApp) return UNDELIVERABLE;
  if (chatState(world.db, person.id, businessChat(number.id)).blocked) return UNDELIVERABLE;
  const wroteAt = lastInboundAt(world.db, number.id, person.id);
  const windowOpen = isWindowOpen(world.clock.now(), wroteAt);
  if (send.type !== "template") {
    if (!windowOpen) return CLOSED;
    return send.type === "reaction" ? reactionFailure(world, send, person) : null;
  }
  if (world.kinds.wabas.find(number.wabaId)?.paymentMethod === false) return UNPAID;
  if (send.category === "marketing") {
    const failure = marketingFailure(world, send, person, windowOpen);
    if (failure !== null) return failure;
  }
  return windowOpen ? null : reachPerson(world, number, person);
}

const CLOSED: Failure = {
  code: 131047,
  details:
    "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
};

const UNPAID: Failure = {
  code: 131042,
  details:
    "Message failed to send because there were one or more errors related to your payment method.",
};

function reactionFailure(world: World, send: Send, person: Person): Failure | null {
  const reaction = objectAt(parseObject(send.body), "reaction") ?? {};
  const bubble = findBubble(world.db, person.id, textAt(reaction, "message_id") ?? "");
  const fresh = bubble !== null && world.clock.now() - bubble.sentAt <= REACTION_AGE_MS;
  if (fresh && bubble.content.kind !== "deleted") return null;
  return { code: 131009, details: "Parameter value is not valid: the message to react to." };
}
