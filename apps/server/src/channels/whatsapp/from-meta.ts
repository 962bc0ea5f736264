import type {
  MessageEvent,
  Referral,
  StatusPricing,
  UnknownEvent,
  WebhookEvent,
} from "@galka/cloud-api";
import type { ToldPrice } from "@galka/core/billing/told-price";
import type { Incoming, IncomingMessage } from "@galka/core/messages/incoming";
import type { MessageStatus } from "@galka/core/messages/status";
import type { Ids } from "../../ids.ts";
import { accountFromMeta } from "./account-from-meta.ts";
import { contentFromMeta } from "./content-from-meta.ts";
import { failureOfStatus, stopsChannel, stopsMarketing } from "./failure-from-meta.ts";
import { NOBODY, personFromMeta, phoneOf } from "./person-from-meta.ts";

/** What an event is read with: where ids come from, and when it came in, for what bears no time. */
export type Reading = { readonly ids: Ids; readonly receivedAt: Date };

/** One event of Meta's in our words. Nothing comes back as nothing: what fits nowhere is a stranger. */
export function fromMeta(reading: Reading, event: WebhookEvent): Incoming {
  const at = event.occurredAt ?? reading.receivedAt;
  switch (event.kind) {
    case "message":
      return event.groupId === null
        ? messageFrom(reading, event, at)
        : { kind: "stranger", what: "a message in a group" };
    case "echo":
      return spoken(
        reading,
        { ...event, person: personFromMeta(event.recipient), at },
        "out",
        "sent",
      );
    case "history-message": {
      const direction = event.direction === "inbound" ? "in" : "out";
      const status = direction === "in" ? "received" : statusOfPast(event.status);
      const said = { ...event, person: personFromMeta(event.person), at };
      return inThePast(spoken(reading, said, direction, status));
    }
    case "status":
      return {
        kind: "status",
        wamid: event.id,
        status: event.status,
        at,
        tag: event.bizOpaqueCallbackData,
        failure: event.status === "failed" ? failureOfStatus(event.errors) : null,
        stopsChannel: event.status === "failed" && stopsChannel(event.errors),
        ...(event.pricing && { price: priceFromMeta(event.pricing) }),
        stopsMarketing: event.status === "failed" && stopsMarketing(event.errors),
      };
    case "user-id-update":
      return {
        kind: "identity",
        person: { ...personFromMeta(event.person), bsuid: event.userId.current },
        before: { ...NOBODY, bsuid: event.userId.previous ?? null },
        at,
        notice: null,
      };
    case "user-preference":
      return preferenceNotice(event, at);
    case "contact-sync":
      return nameFrom(event, at);
    case "call":
      return callFrom(event, at);
    case "unknown":
      return unknownFrom(event, at);
    case "payment-status":
    case "group":
    case "call-status":
      return { kind: "stranger", what: event.kind };
    case "error":
    case "history":
      return fact(event.kind, event.raw, event.occurredAt);
    default:
      return accountFromMeta(event, event.occurredAt ?? new Date(0));
  }
}

function priceFromMeta(pricing: StatusPricing): ToldPrice {
  const { billable, pricing_model, type, category } = pricing;
  return {
    billable: billable ?? null,
    model: pricing_model ?? null,
    type: type ?? null,
    category: category ?? null,
  };
}

type Said = Pick<MessageEvent, "id" | "context" | "content" | "raw"> & {
  readonly person: IncomingMessage["person"];
  readonly at: Date;
};

function messageFrom(reading: Reading, event: MessageEvent, at: Date): Incoming {
  const said = { ...event, person: personFromMeta(event.sender), at };
  if (event.content.type !== "system") {
    return withEntry(spoken(reading, said, "in", "received"), event.referral);
  }

  const { system } = event.content;
  if (system.type !== "user_changed_number" && system.type !== "user_changed_user_id") {
    return spoken(reading, said, "in", "received");
  }
  const moved = system.type === "user_changed_number";
  return {
    kind: "identity",
    person: {
      ...NOBODY,
      phone: moved ? phoneOf(system.wa_id) : (phoneOf(system.wa_id) ?? said.person.phone),
      bsuid: system.user_id ?? null,
    },
    before: {
      ...NOBODY,
      phone: moved ? said.person.phone : null,
      bsuid: system.previous_user_id ?? null,
    },
    at,
    notice: { wamid: event.id, text: system.body ?? system.type },
  };
}

/** Who came by an advertisement, or a button of a page, is answered free of charge. */
function withEntry(incoming: Incoming, referral: Referral | null): Incoming {
  if (referral === null || incoming.kind !== "message") return incoming;
  return { ...incoming, entry: referral.source_type === "ad" ? "advertisement" : "page" };
}

/** Something that one side said, or did to what was said before. */
function spoken(
  reading: Reading,
  { id, content, context, raw, person, at }: Said,
  direction: "in" | "out",
  status: MessageStatus,
): Incoming {
  const by = direction === "in" ? "contact" : "business";
  switch (content.type) {
    case "reaction": {
      const { message_id: target, emoji } = content.reaction;
      return { kind: "reaction", by, person, reportId: id, target, emoji: emoji || null, at };
    }
    case "revoke":
      return {
        kind: "revoke",
        person,
        reportId: id,
        target: content.revoke.original_message_id,
        at,
      };
    case "edit": {
      const { original_message_id: target, message } = content.edit;
      if (message.type === "reaction" || message.type === "edit" || message.type === "revoke") {
        return { kind: "stranger", what: `an edit into a ${message.type}` };
      }
      const read = contentFromMeta(reading.ids, message, raw);
      return { kind: "edit", person, reportId: id, target, ...read, at };
    }
    default: {
      const read = contentFromMeta(reading.ids, content, raw);
      const speaks = direction === "in" && content.type !== "system";
      const replyToWamid = context?.id ?? null;
      return {
        kind: "message",
        direction,
        person,
        wamid: id,
        at,
        ...read,
        replyToWamid,
        status,
        speaks,
        told: "live",
      };
    }
  }
}

const PAST: Readonly<Record<string, MessageStatus>> = {
  READ: "read",
  DELIVERED: "delivered",
  SENT: "sent",
  PENDING: "accepted",
  PLAYED: "played",
  ERROR: "failed",
};

function statusOfPast(status: string | null): MessageStatus {
  return (status === null ? null : PAST[status]) ?? "sent";
}

type Of<Kind extends WebhookEvent["kind"]> = Extract<WebhookEvent, { kind: Kind }>;

/** A line in the thread; its id is made of what it says, so that hearing it twice makes no second line. */
function preferenceNotice(event: Of<"user-preference">, at: Date): Incoming {
  const person = personFromMeta(event.person);
  const who = person.bsuid ?? person.phone ?? "nobody";
  return {
    kind: "message",
    direction: "in",
    person,
    wamid: `preference:${who}:${event.category}:${event.value}:${at.getTime()}`,
    at,
    content: { kind: "notice", text: event.detail ?? `${event.category}: ${event.value}` },
    files: [],
    replyToWamid: null,
    status: "received",
    speaks: false,
    told: "live",
    ...(event.category === "marketing_messages" && { preference: event.value }),
  };
}

function nameFrom(event: Of<"contact-sync">, at: Date): Incoming {
  const { contact, action } = event.sync;
  const name = contact.full_name ?? contact.first_name ?? null;
  const person = {
    phone: phoneOf(contact.phone_number),
    bsuid: contact.user_id ?? null,
    username: contact.username?.replace(/^@/u, "").toLowerCase() ?? null,
    name: null,
  };
  const isNamed = action !== "remove" && name !== null;
  const isSomebody = person.phone !== null || person.bsuid !== null || person.username !== null;
  if (!isNamed || !isSomebody) return fact("address-book", event.raw, event.occurredAt);
  return { kind: "name", person: { ...person, name }, at };
}

function callFrom(event: Of<"call">, at: Date): Incoming {
  const { call } = event;
  const isOurs = call.direction === "BUSINESS_INITIATED";
  const phone = phoneOf(isOurs ? call.to : call.from);
  if (phone === null) return { kind: "stranger", what: "call" };
  return unknownMessage({
    id: `call:${call.id}:${call.event ?? ""}`,
    what: "call",
    person: { ...NOBODY, phone },
    direction: isOurs ? "out" : "in",
    at,
    raw: event.raw,
  });
}

function unknownFrom(event: UnknownEvent, at: Date): Incoming {
  const { message } = event;
  const what = event.field === null ? event.reason : `${event.field}: ${event.reason}`;
  if (!message || message.groupId !== null) return { kind: "stranger", what };
  const person = personFromMeta(message.person);
  if (person.phone === null && person.bsuid === null && person.username === null) {
    return { kind: "stranger", what };
  }
  const said = unknownMessage({
    id: message.id,
    what: message.type ?? event.reason,
    person,
    direction: message.direction === "inbound" ? "in" : "out",
    at,
    raw: event.raw,
  });
  return event.field === "history" ? inThePast(said) : said;
}

/** What an app that the number was used with before tells of its chats. */
function inThePast(incoming: Incoming): Incoming {
  return incoming.kind === "message" ? { ...incoming, told: "afterwards" } : incoming;
}

type UnknownMessage = {
  readonly id: string;
  readonly what: string;
  readonly person: IncomingMessage["person"];
  readonly direction: "in" | "out";
  readonly at: Date;
  readonly raw: unknown;
};

function unknownMessage({ id, what, person, direction, at, raw }: UnknownMessage): IncomingMessage {
  return {
    kind: "message",
    direction,
    person,
    wamid: id,
    at,
    content: { kind: "unknown", what, raw },
    files: [],
    replyToWamid: null,
    status: direction === "in" ? "received" : "sent",
    speaks: direction === "in",
    told: "live",
  };
}

/** A fact without a time is older than any with one: when it came in depends on how often it was sent. */
function fact(topic: string, value: unknown, occurredAt: Date | null): Incoming {
  return { kind: "fact", topic, at: occurredAt ?? new Date(0), value, displayPhone: null };
}
