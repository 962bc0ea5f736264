import type { JsonObject } from "../wire/json.ts";
import type {
  StatusConversation,
  StatusPricing,
  WebhookCallStatus,
  WebhookPaymentStatus,
} from "../wire/status.ts";
import type { StatusEvent, WebhookEvent } from "./events.ts";
import { personOf } from "./person.ts";
import { memberReader, originAt, unknownAt } from "./place.ts";
import type { MemberReader, ValuePlace } from "./place.ts";
import { readErrors } from "./read-content.ts";
import { flag, id, instant, number, object, oneOf, own, text } from "../reader.ts";
import type { Reader } from "../reader.ts";

const readDeliveryStatus = oneOf("sent", "delivered", "read", "played", "failed");

const readPricing: Reader<StatusPricing> = object(
  {},
  {
    billable: flag,
    pricing_model: text,
    type: text,
    category: text,
    cost: object({}, { amount: number, currency: text }),
  },
);

const readConversation: Reader<StatusConversation> = object(
  {},
  { id: text, expiration_timestamp: text, origin: object({}, { type: text }) },
);

const readPayment: Reader<WebhookPaymentStatus> = object(
  {
    id,
    type: oneOf("payment"),
    status: text,
    payment: object({}, { reference_id: text }),
  },
  { from: id, timestamp: text },
);

const readCallStatus: Reader<WebhookCallStatus> = object(
  { id, type: oneOf("call"), status: text },
  { timestamp: text, recipient_id: id, recipient_user_id: id, biz_opaque_callback_data: text },
);

/** Reads a member of `statuses`: of a message, of a payment or of a call. */
export const readStatus: MemberReader = memberReader((place, status) => {
  const type = own(status, "type");
  if (type === "payment") return paymentStatus(place, status);
  if (type === "call") return callStatus(place, status);
  return messageStatus(place, status);
});

function messageStatus(place: ValuePlace, status: JsonObject): WebhookEvent | undefined {
  const wamid = id(own(status, "id"));
  if (wamid === undefined) return undefined;
  const step = readDeliveryStatus(own(status, "status"));
  if (step === undefined) return unknownAt(place, status, "unfamiliar-type");

  const conversation = own(status, "conversation");
  const event: StatusEvent = {
    ...originAt(place, status, instant(own(status, "timestamp"))),
    kind: "status",
    id: wamid,
    status: step,
    ...recipientOf(place, status),
    bizOpaqueCallbackData: text(own(status, "biz_opaque_callback_data")) ?? null,
    pricing: pricingOf(status),
    conversation: readConversation(conversation) ?? null,
    errors: readErrors(own(status, "errors")) ?? [],
  };
  return event;
}

/**
 * Whom a status is about. In a group `recipient_id` is the group, and Meta's page spells the
 * participant's key in two ways: docs/…/webhooks/reference/messages/group, read 2026-11.
 */
function recipientOf(
  place: ValuePlace,
  status: JsonObject,
): Pick<StatusEvent, "recipient" | "groupId"> {
  const recipientId = id(own(status, "recipient_id"));
  if (own(status, "recipient_type") !== "group") {
    const ids = {
      waId: recipientId,
      userId: id(own(status, "recipient_user_id")),
      // A draft of the BSUID page (2026-02) spells the second form.
      parentUserId:
        id(own(status, "recipient_parent_user_id")) ?? id(own(status, "parent_recipient_user_id")),
    };
    return { recipient: personOf(ids, place.contacts), groupId: null };
  }

  const ids = {
    waId:
      id(own(status, "recipient_participant_id")) ?? id(own(status, "participant_recipient_id")),
    userId:
      id(own(status, "recipient_participant_user_id")) ??
      id(own(status, "participant_recipient_user_id")),
    parentUserId: id(own(status, "recipient_participant_parent_user_id")),
  };
  return { recipient: personOf(ids, place.contacts), groupId: recipientId ?? null };
}

/** Aggregated statuses of groups carry the price inside the conversation. */
function pricingOf(status: JsonObject): StatusPricing | null {
  const beside = readPricing(own(status, "pricing"));
  if (beside !== undefined) return beside;

  const inside = object({}, { pricing: readPricing })(own(status, "conversation"));
  return inside?.pricing ?? null;
}

function paymentStatus(place: ValuePlace, status: JsonObject): WebhookEvent | undefined {
  const payment = readPayment(status);
  if (payment === undefined) return undefined;
  const origin = originAt(place, status, instant(payment.timestamp));
  return { ...origin, kind: "payment-status", payment };
}

function callStatus(place: ValuePlace, status: JsonObject): WebhookEvent | undefined {
  const call = readCallStatus(status);
  if (call === undefined) return undefined;
  return { ...originAt(place, status, instant(call.timestamp)), kind: "call-status", call };
}
