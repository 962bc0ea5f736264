import { checkRates } from "../limits/check-rates.ts";
import { pacingOf } from "../limits/pace-send.ts";
import { refuseSend } from "../limits/refuse-send.ts";
import { GraphError } from "../graph/error.ts";
import { notValid, type Params } from "../graph/params.ts";
import { compact, isObject, type JsonObject } from "../json.ts";
import { holdSend } from "../store/limits/held-sends.ts";
import { insertDue } from "../store/due.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import { findMedia } from "../store/media.ts";
import { findPerson, findPersonByPhone, type Person } from "../store/people.ts";
import { insertSend } from "../store/sends.ts";
import type { World } from "../world.ts";
import { checkFlowSend } from "../flows/check-flow-send.ts";
import {
  checkMarketing,
  requireMarketingEdge,
  sendCategory,
  type SendEdge,
} from "../templates/check-edge.ts";
import { matchTemplate, templateMedia } from "../templates/match-template.ts";
import { detectCategory } from "../templates/review/detect-category.ts";
import { isBsuid, phoneForms } from "../world/phone.ts";
import { identityKeyHash } from "../world/identity.ts";
import { type Envelope, validateMessage } from "../world/validate-message.ts";
import { wamid } from "../world/wamid.ts";
import { addPerson } from "../people/add-person.ts";
import { countStatus } from "../people/population/counts.ts";
import { mayNumberSend } from "./may-send.ts";
import { findTemplate, namedTemplate } from "./find-template.ts";

/** What a caller gets for a send, and the number it has in the ledger. */
export type Accepted = { readonly wamid: string; readonly answer: JsonObject };

/** Somebody a message can be addressed to, on WhatsApp or not. */
type Recipient = {
  readonly input: string;
  /** Digits, or the BSUID. */
  readonly key: string;
  readonly person: Person | null;
};

/**
 * Accepts a send, or throws what Meta would answer at once.
 *
 * Acceptance promises nothing: whether it can be delivered is found out by the
 * transport and told by webhook. Nothing is written unless it is accepted.
 */
export function acceptSend(
  world: World,
  number: BusinessNumber,
  body: Params,
  edge: SendEdge = "messages",
): Accepted {
  const envelope = validateMessage(body);
  mayNumberSend(world, number);
  if (edge === "marketing_messages") {
    checkMarketing(world, number, body, namedTemplate(world, number, body));
  }
  const template = envelope.type === "template" ? findTemplate(world, number, body) : null;
  if (template !== null) {
    requireMarketingEdge(template, edge);
    matchTemplate(template, body.object("template"));
  }
  checkMedia(world, number, envelope, body);
  const recipient = recipientOf(world, number, envelope);
  if (template?.category === "AUTHENTICATION" && isBsuid(recipient.key)) {
    throw new GraphError({
      code: 131062,
      details: "Authentication templates with a code button need the recipient's phone number.",
    });
  }
  checkIdentity(world, recipient, body);
  refuseSend(world, number, {
    recipient: recipient.key,
    personId: recipient.person?.id ?? null,
    isTemplate: template !== null,
  });
  checkRates(world, number, recipient.key);
  checkFlowSend(world, number, template, body);
  const category = sendCategory(world, number, template, edge);
  return record(world, number, { envelope, recipient, template, category, body: body.values });
}

/**
 * Meta: a message that names the hash of somebody's identity key goes only to
 * whoever still has that key, docs/…/messages/send-messages, read 2026-11.
 */
function checkIdentity(world: World, { person }: Recipient, body: Params): void {
  const hash = body.optionalText("recipient_identity_key_hash");
  if (hash === undefined || person === null) return;
  if (hash === identityKeyHash(world, person.id)) return;
  throw new GraphError({
    code: 137000,
    details: "The recipient's identity key hash does not match the current one.",
  });
}

function recipientOf(world: World, number: BusinessNumber, envelope: Envelope): Recipient {
  const { to, recipient } = envelope;
  if (to === undefined || to === "") {
    const bsuid = recipient ?? "";
    if (!isBsuid(bsuid)) throw notValid("The business-scoped user ID is malformed.");
    return { input: bsuid, key: bsuid, person: findPerson(world.db, bsuid) };
  }
  if (isBsuid(to)) return { input: to, key: to, person: findPerson(world.db, to) };
  const forms = phoneForms(to, number.waId);
  const first = forms[0];
  if (first === undefined) {
    throw notValid("The phone number is malformed: Please use the format: +1234567890.");
  }
  if (forms.includes(number.waId)) {
    throw new GraphError({ code: 131021, details: "The recipient cannot be the sender." });
  }
  if (number.testNumber && !forms.some((form) => number.allowList.includes(form))) {
    throw new GraphError({
      code: 131030,
      details:
        "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
    });
  }
  const known = forms.map((form) => findPersonByPhone(world.db, form)).find((it) => it !== null);
  const joins = known === undefined && world.settings().unknownNumbers === "join";
  const person = joins ? addPerson(world, { name: `+${first}`, phone: first }) : (known ?? null);
  return { input: to, key: person?.waId ?? first, person };
}

/** An uploaded file has to exist and to belong to the sending number. */
function checkMedia(world: World, number: BusinessNumber, envelope: Envelope, body: Params): void {
  const places =
    envelope.type === "template"
      ? templateMedia(body.object("template"))
      : mediaPlaces(body, envelope.type);
  for (const place of places) {
    const id = place.optionalText("id");
    if (id === undefined) continue;
    const media = findMedia(world.db, id);
    const usable =
      media !== null &&
      !media.deleted &&
      media.phoneNumberId === number.id &&
      media.expiresAt > world.clock.now();
    if (usable) continue;
    throw new GraphError({
      code: 100,
      title: `Param ${place.pathOf("id")} is not a valid whatsapp business account media attachment ID`,
    });
  }
}

function mediaPlaces(body: Params, type: string): readonly Params[] {
  if (["image", "video", "audio", "document", "sticker"].includes(type)) return [body.object(type)];
  if (type !== "interactive") return [];
  const interactive = body.object("interactive");
  const cards = interactive.object("action").optionalObjects("cards");
  return [interactive, ...cards].flatMap((it) => {
    const header = it.optionalObject("header");
    const kind = header?.optionalText("type") ?? "text";
    return header !== undefined && isObject(header.values[kind]) ? [header.object(kind)] : [];
  });
}

function record(
  world: World,
  number: BusinessNumber,
  send: {
    readonly envelope: Envelope;
    readonly recipient: Recipient;
    readonly template: Template | null;
    readonly category: string;
    readonly body: JsonObject;
  },
): Accepted {
  const { envelope, recipient, template } = send;
  const now = world.clock.now();
  const phone = /^\d+$/.test(recipient.key) ? recipient.key : (recipient.person?.waId ?? "0");
  const id = wamid(world.seed, world.counters.next("message"), "business", phone);
  const at = now + world.settings().sentDelayMs;
  const pacingId = template === null ? null : pacingOf(world, number, template);
  const content = JSON.stringify({ ...send.body, type: envelope.type });
  world.db.write(() => {
    const sendId = insertSend(world.db, {
      wamid: id,
      phoneNumberId: number.id,
      recipient: recipient.key,
      personId: recipient.person?.id ?? null,
      type: envelope.type,
      templateId: template?.id ?? null,
      category: send.category,
      callbackData: envelope.callbackData,
      acceptedAt: now,
      answered: true,
      status: "accepted",
      errorCode: null,
      body: content,
    });
    if (template !== null) detectCategory(world, template, content);
    if (pacingId !== null) holdSend(world.db, pacingId, sendId);
    else insertDue(world.db, { at, kind: "transport", subject: String(sendId) });
    countStatus(world, recipient.person?.id ?? null, "accepted");
  });
  world.wake(at);
  const byPhone = /^\d+$/.test(recipient.key);
  return {
    wamid: id,
    answer: {
      messaging_product: "whatsapp",
      contacts: [
        compact({
          input: recipient.input,
          wa_id: byPhone ? recipient.key : undefined,
          user_id: byPhone ? undefined : recipient.key,
        }),
      ],
      messages: [
        compact({ id, message_status: template === null ? undefined : acceptance(pacingId) }),
      ],
    },
  };
}

/** What the answer says of a template that was accepted. */
function acceptance(pacingId: string | null): string {
  return pacingId === null ? "accepted" : "held_for_quality_assessment";
}
