import type { JsonObject } from "../json.ts";
import { Params } from "../graph/params.ts";
import { acceptSend } from "../sending/accept-send.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { Person } from "../store/people.ts";
import { findSendByWamid } from "../store/sends.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import { messagingHead, seconds } from "../webhooks/tell.ts";
import type { World } from "../world.ts";

// Meta: a conversation goes back to the agent when the business has been quiet for 24 hours,
// docs/…/conversation-routing/thread-control, read 2026-11.
const IDLE_MS = 24 * 60 * 60 * 1000;

/** Lets Meta's agent answer the conversations of a number, or takes it away. */
export function switchAgent(world: World, number: BusinessNumber, on: boolean): void {
  const { businessAgents } = world.kinds;
  if (on) businessAgents.put(number.id, { phoneNumberId: number.id });
  else businessAgents.remove(number.id);
}

/** Whether the agent answers this person, and the business only listens. */
export function isHeldByAgent(world: World, phoneNumberId: string, personId: string): boolean {
  if (world.kinds.businessAgents.find(phoneNumberId) === null) return false;
  const taken = world.kinds.takenThreads.find(threadId(phoneNumberId, personId));
  return taken === null || world.clock.now() - taken.at >= IDLE_MS;
}

/**
 * The business wrote by itself: with a service message it takes the conversation.
 *
 * Meta: "if your app sends a service message while observing a conversation, it
 * will take over as the active handler", docs/…/webhooks/reference/standby, read 2026-11.
 */
export function takeThread(world: World, phoneNumberId: string, wamid: string): void {
  if (world.kinds.businessAgents.find(phoneNumberId) === null) return;
  const send = findSendByWamid(world.db, wamid);
  if (send === null || send.personId === null || send.category !== "service") return;
  const { personId } = send;
  const thread = { phoneNumberId, personId, at: world.clock.now() };
  world.kinds.takenThreads.put(threadId(phoneNumberId, personId), thread);
}

/**
 * The agent writes to a person who is in its hands. The business hears of it as
 * an echo: the very body of the send; and of its statuses, all in `standby`.
 *
 * Meta: docs/…/webhooks/reference/standby, read 2026-11.
 */
export function writeAsAgent(
  world: World,
  number: BusinessNumber,
  person: Person,
  text: string,
): string {
  const message = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(person.phoneHidden ? { recipient: person.bsuid } : { to: person.waId }),
    type: "text",
    text: { body: text },
  };
  return world.db.write(() => {
    const { wamid } = acceptSend(world, number, new Params(message));
    world.kinds.agentSends.put(wamid, { wamid });
    const timestamp = String(seconds(world.clock.now()));
    tellStandby(world, number, person, { message_echoes: [{ id: wamid, timestamp, message }] });
    return wamid;
  });
}

/** Queues what a business that only listens hears of a conversation. */
export function tellStandby(
  world: World,
  number: BusinessNumber,
  person: Person | null,
  standby: JsonObject,
): void {
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "standby",
    kind: "other",
    about: person?.id ?? number.id,
    to: person === null ? [] : [person.waId, person.bsuid],
    value: { ...messagingHead(number), standby },
  });
}

function threadId(phoneNumberId: string, personId: string): string {
  return `${phoneNumberId} ${personId}`;
}
