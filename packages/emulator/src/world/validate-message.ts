import { invalidParameter } from "../graph/error.ts";
import { length, notValid, type Params } from "../graph/params.ts";
import { validateInteractive } from "./validate-interactive.ts";
import { validateLocation, validateMedia } from "./validate-media.ts";

const TYPES = [
  "audio",
  "contacts",
  "document",
  "image",
  "interactive",
  "location",
  "pin",
  "reaction",
  "sticker",
  "template",
  "text",
  "video",
] as const;

export type MessageType = (typeof TYPES)[number];

/** What the request is about, once its form is known to be right. */
export type Envelope = {
  readonly type: MessageType;
  readonly to: string | undefined;
  /** A business-scoped user id; `to` wins when both are given. */
  readonly recipient: string | undefined;
  readonly callbackData: string | null;
  readonly contextId: string | null;
};

// Meta: at most 512 characters, docs/…/messages/send-messages, read 2026-11.
const CALLBACK_DATA_MAX = 512;

/**
 * Checks the form of a send as Meta does before looking at who is to get it.
 *
 * @throws GraphError with Meta's words.
 */
export function validateMessage(body: Params): Envelope {
  requireProduct(body);
  const recipientType = body.oneOf("recipient_type", ["individual", "group"], "individual");
  if (recipientType === "group") {
    throw invalidParameter("Groups are not available for this phone number.");
  }
  const to = body.optionalText("to");
  const recipient = body.optionalText("recipient");
  if ((to ?? "") === "" && (recipient ?? "") === "") throw body.missing("to");
  const type = body.oneOf("type", TYPES, typeWithout(body));
  const callbackData = body.optionalText("biz_opaque_callback_data", { max: CALLBACK_DATA_MAX });
  const contextId = body.optionalObject("context")?.text("message_id") ?? null;
  validateContent(type, body);
  if (type === "reaction" && contextId !== null) {
    throw invalidParameter("Param context is not supported for messages of type reaction.");
  }
  return { type, to, recipient, callbackData: callbackData ?? null, contextId };
}

/**
 * What a message without `type` is: text, unless it has no text and one other
 * part, as one of Meta's own examples.
 */
function typeWithout(body: Params): MessageType {
  const given = TYPES.filter((it) => body.has(it));
  return body.has("text") ? "text" : (given[0] ?? "text");
}

/** Every write of the messaging API says which product it is for. */
export function requireProduct(body: Params): void {
  body.oneOf("messaging_product", ["whatsapp"]);
}

function validateContent(type: MessageType, body: Params): void {
  switch (type) {
    case "text":
      body.object("text").text("body", { max: 4096 });
      return;
    case "image":
    case "video":
      validateMedia(body.object(type)).optionalText("caption", { max: 1024 });
      return;
    case "document": {
      const document = validateMedia(body.object(type));
      document.optionalText("caption", { max: 1024 });
      document.optionalText("filename", { max: 240 });
      return;
    }
    case "audio":
    case "sticker":
      validateMedia(body.object(type));
      return;
    case "location":
      validateLocation(body.object("location"));
      return;
    case "contacts":
      validateContacts(body);
      return;
    case "reaction":
      validateReaction(body.object("reaction"));
      return;
    case "interactive":
      validateInteractive(body.object("interactive"));
      return;
    case "template":
      validateTemplateReference(body.object("template"));
      return;
    case "pin":
      throw invalidParameter("Messages of type pin can be sent to groups only.");
  }
}

// Meta: at most 257 contacts in a message, docs/…/messages/contacts-messages, read 2026-11.
const CONTACTS_MAX = 257;

function validateContacts(body: Params): void {
  const contacts = body.objects("contacts");
  if (contacts.length === 0) throw body.missing("contacts");
  if (contacts.length > CONTACTS_MAX) {
    throw invalidParameter(`Param contacts must have at most ${CONTACTS_MAX} elements.`);
  }
  for (const contact of contacts) {
    contact.object("name").text("formatted_name");
    for (const phone of contact.optionalObjects("phones")) phone.optionalText("phone");
    for (const email of contact.optionalObjects("emails")) email.optionalText("email");
    const birthday = contact.optionalText("birthday");
    if (birthday !== undefined && !/^\d{4}-\d\d-\d\d$/.test(birthday)) {
      throw invalidParameter(`Param ${contact.pathOf("birthday")} must be of the form YYYY-MM-DD.`);
    }
  }
}

function validateReaction(reaction: Params): void {
  reaction.text("message_id");
  const emoji = reaction.optionalText("emoji");
  if (emoji === undefined) throw reaction.missing("emoji");
  const graphemes = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(emoji)];
  if (emoji !== "" && (graphemes.length !== 1 || !/\p{Emoji}/u.test(emoji) || length(emoji) > 16)) {
    throw notValid("Reaction emoji is not valid: it must be one emoji, or empty to remove it.");
  }
}

function validateTemplateReference(template: Params): void {
  template.text("name", { max: 512 });
  const language = template.object("language");
  language.text("code");
  language.oneOf("policy", ["deterministic"], "deterministic");
  for (const component of template.optionalObjects("components")) component.text("type");
}
