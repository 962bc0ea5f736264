import { tellStandby } from "../agents/business-agent.ts";
import { priceStatus } from "../bill/status-price.ts";
import { errorTitle } from "../graph/error.ts";
import { learnFromStatus } from "../limits/learn-from-status.ts";
import { compact, type JsonObject } from "../json.ts";
import { countStatus } from "../people/population/counts.ts";
import { findPerson } from "../store/people.ts";
import { findSend, type Send, type SendStatus, setSendStatus } from "../store/sends.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { World } from "../world.ts";
import { contactOf } from "../world/identity.ts";
import { advances } from "../world/send-status.ts";

/** Why a send failed after it was accepted. */
export type Failure = { readonly code: number; readonly details: string };

/**
 * Moves a send to `status` and tells the business. Does nothing if the send is
 * there already or further.
 */
export function reportStatus(
  world: World,
  sendId: number,
  status: SendStatus,
  failure?: Failure,
): void {
  const send = findSend(world.db, sendId);
  if (send === null || !advances(send.status, status)) return;
  setSendStatus(world.db, send.id, status, failure?.code ?? null);
  countStatus(world, send.personId, status);
  const number = world.kinds.numbers.find(send.phoneNumberId);
  if (number === null) return;
  learnFromStatus(world, number, send, status);
  const person = send.personId === null ? null : findPerson(world.db, send.personId);
  if (world.kinds.agentSends.find(send.wamid) !== null) {
    const statuses = [statusOf(world, send, status, failure)];
    return tellStandby(world, number, person, { statuses });
  }
  const known = person !== null && status !== "failed";
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "messages",
    kind: "status",
    about: send.recipient,
    to: person === null ? [send.recipient] : [send.recipient, person.waId, person.bsuid],
    status,
    value: {
      ...(known ? { contacts: [contactOf(person)] } : {}),
      statuses: [statusOf(world, send, status, failure)],
    },
  });
}

function statusOf(
  world: World,
  send: Send,
  status: SendStatus,
  failure: Failure | undefined,
): JsonObject {
  const person = send.personId === null ? null : findPerson(world.db, send.personId);
  const hidden = person?.phoneHidden ?? /\D/.test(send.recipient);
  return compact({
    id: send.wamid,
    status,
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    recipient_id: hidden ? undefined : (person?.waId ?? send.recipient),
    recipient_user_id: person?.bsuid ?? (hidden ? send.recipient : undefined),
    ...priceStatus(world, send, status, person),
    errors: failure === undefined ? undefined : [errorOf(failure)],
    biz_opaque_callback_data: send.callbackData ?? undefined,
  });
}

function errorOf(failure: Failure): JsonObject {
  const title = errorTitle(failure.code);
  return {
    code: failure.code,
    title,
    message: title,
    error_data: { details: failure.details },
    href: "/documentation/business-messaging/whatsapp/support/error-codes",
  };
}
