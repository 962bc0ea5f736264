import { takeThread } from "../agents/business-agent.ts";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../graph/call.ts";
import { invalidParameter } from "../graph/error.ts";
import { notValid } from "../graph/params.ts";
import { announceMessage } from "../people/announce.ts";
import { changeTyping } from "../people/change-typing.ts";
import { acceptSend } from "../sending/accept-send.ts";
import { mayNumberSend } from "../sending/may-send.ts";
import { type Bubble, findBusinessBubble, saveBubble, unreadByPeer } from "../store/bubbles.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { requireProduct } from "../world/validate-message.ts";

// Meta: the typing indicator vanishes after 25 seconds; only messages of the last 30 days
// can be marked as read, docs/…/messages/mark-message-as-read, read 2026-11.
const TYPING_MS = 25_000;
const READ_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** Meta's own Postman collection marks messages as read with PUT. */
export const messagesRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "messages", methods: ["POST", "PUT"], scope: "messaging", handle },
];

function handle(call: Call): Answer {
  if (call.params.has("status")) return markRead(call);
  const { wamid, answer } = acceptSend(call.world, callNumber(call), call.params);
  takeThread(call.world, call.id, wamid);
  return { body: answer, wamid };
}

function markRead(call: Call): Answer {
  const { params, world } = call;
  const number = callNumber(call);
  requireProduct(params);
  params.oneOf("status", ["read"]);
  const typing = params.optionalObject("typing_indicator");
  typing?.oneOf("type", ["text"]);
  mayNumberSend(world, number);
  const bubble = inboundBubble(world, number.id, params.text("message_id"));
  const { db, clock } = world;
  db.write(() => {
    for (const earlier of unreadByPeer(db, bubble.personId, bubble.chatId, bubble.seq)) {
      saveBubble(db, { ...earlier, ticks: "read" });
      announceMessage(world, bubble.personId, earlier.wamid);
    }
    if (typing !== undefined) {
      changeTyping(world, bubble.personId, bubble.chatId, clock.now() + TYPING_MS);
    }
  });
  return SUCCESS;
}

function inboundBubble(world: World, phoneNumberId: string, wamid: string): Bubble {
  if (!wamid.startsWith("wamid."))
    throw invalidParameter("Param message_id is not a valid message ID.");
  const bubble = findBusinessBubble(world.db, businessChat(phoneNumberId), wamid);
  const fresh = bubble !== null && world.clock.now() - bubble.sentAt <= READ_AGE_MS;
  if (!fresh || bubble.direction !== "out") {
    throw notValid("The message ID is not that of a message received by this phone number.");
  }
  return bubble;
}
