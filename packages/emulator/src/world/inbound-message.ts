import { compact, type JsonObject, parseObject } from "../json.ts";
import { unreachable } from "../unreachable.ts";
import type { Bubble } from "../store/bubbles.ts";
import type { BubbleContent, MediaContent, SharedContact } from "../wire/control.ts";

/** A file as a webhook names it. */
export type InboundMedia = {
  readonly id: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly url: string;
};

export type InboundContext = {
  readonly businessPhone: string;
  readonly frequentlyForwarded: boolean;
  readonly media: (mediaId: string) => InboundMedia;
};

/** The parts of a webhook message that follow from what the person wrote. */
export function messageFrom(bubble: Bubble, context: InboundContext): JsonObject {
  const quoted = bubble.replyTo === null ? {} : { from: context.businessPhone, id: bubble.replyTo };
  const forwarded = context.frequentlyForwarded
    ? { frequently_forwarded: true }
    : bubble.forwarded
      ? { forwarded: true }
      : {};
  const all = { ...quoted, ...forwarded, ...productOf(bubble.content, context) };
  return {
    ...(Object.keys(all).length === 0 ? {} : { context: all }),
    ...contentFrom(bubble.content, context),
  };
}

/** Meta: the number's own address stands beside the product, docs/…/webhooks/reference/messages, read 2026-11. */
function productOf(content: BubbleContent, context: InboundContext): JsonObject {
  if (content.kind !== "text" || content.product === undefined) return {};
  const { catalogId, productId } = content.product;
  return {
    from: context.businessPhone,
    referred_product: { catalog_id: catalogId, product_retailer_id: productId },
  };
}

function contentFrom(content: BubbleContent, context: InboundContext): JsonObject {
  switch (content.kind) {
    case "text":
      return { type: "text", text: { body: content.body } };
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return { type: content.kind, [content.kind]: mediaFrom(content, context) };
    case "location": {
      const { latitude, longitude, name, address } = content;
      const location = {
        latitude,
        longitude,
        name: name ?? undefined,
        address: address ?? undefined,
      };
      return { type: "location", location: compact(location) };
    }
    case "contacts":
      return {
        type: "contacts",
        contacts: content.contacts.map((it) => ({
          ...contactFrom(it),
          ...(content.requested === true ? { origin: "contact_request" } : {}),
        })),
      };
    case "unsupported":
      return unsupported(content.type);
    case "choice":
      return choiceFrom(content);
    case "card":
    case "deleted":
      return unsupported(undefined);
    default:
      return unreachable(content);
  }
}

function choiceFrom(choice: Extract<BubbleContent, { kind: "choice" }>): JsonObject {
  const { by, title, description, value } = choice;
  if (by === "order") return { type: "order", order: parseObject(value) };
  if (by === "form" || by === "address") {
    const name = by === "form" ? "flow" : "address_message";
    const reply = { name, body: title, response_json: value };
    return { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: reply } };
  }
  if (by === "template") return { type: "button", button: { payload: value, text: title } };
  if (by === "button") {
    const reply = { type: "button_reply", button_reply: { id: value, title } };
    return { type: "interactive", interactive: reply };
  }
  const row = compact({ id: value, title, description: description ?? undefined });
  return { type: "interactive", interactive: { type: "list_reply", list_reply: row } };
}

function mediaFrom(content: MediaContent, context: InboundContext): JsonObject {
  const media = context.media(content.mediaId);
  return compact({
    caption: content.caption ?? undefined,
    filename: content.kind === "document" ? (content.filename ?? undefined) : undefined,
    mime_type: media.mimeType,
    sha256: media.sha256,
    id: media.id,
    url: media.url,
    voice: content.kind === "audio" ? content.voice : undefined,
    animated: content.kind === "sticker" ? false : undefined,
  });
}

function contactFrom(contact: SharedContact): JsonObject {
  const [first, ...rest] = contact.name.split(" ");
  return compact({
    name: compact({
      first_name: first,
      last_name: rest.length === 0 ? undefined : rest.join(" "),
      formatted_name: contact.name,
    }),
    org: contact.organization === null ? undefined : { company: contact.organization },
    phones: contact.phones.map((phone) => ({
      phone,
      wa_id: phone.replaceAll(/\D/g, ""),
      type: "MOBILE",
    })),
    emails:
      contact.emails.length === 0
        ? undefined
        : contact.emails.map((email) => ({ email, type: "HOME" })),
  });
}

/** How the Cloud API reports what it cannot carry. */
export function unsupported(type: string | undefined): JsonObject {
  return {
    type: "unsupported",
    errors: [
      {
        code: 131051,
        title: "Message type unknown",
        message: "Message type unknown",
        error_data: { details: "Message type is currently not supported." },
      },
    ],
    ...(type === undefined ? {} : { unsupported: { type } }),
  };
}
