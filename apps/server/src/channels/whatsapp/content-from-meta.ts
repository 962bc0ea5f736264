import type { InboundContent, ContactCard as MetaCard, WebhookError } from "@galka/cloud-api";
import type { Attachment, ContactCard, MessageContent } from "@galka/core/messages/content";
import type { WantedFile } from "@galka/core/messages/incoming";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Ids } from "../../ids.ts";

/** What a message says in our words, and the files that are to be fetched for it. */
export type ReadContent = {
  readonly content: MessageContent;
  readonly files: readonly WantedFile[];
};

/** What is a message of its own; a reaction, an edit and a deletion are about another one. */
export type SpokenContent = Exclude<InboundContent, { type: "reaction" | "edit" | "revoke" }>;

export function contentFromMeta(ids: Ids, content: SpokenContent, raw: unknown): ReadContent {
  switch (content.type) {
    case "image":
      return withFile(ids, "image", content.image);
    case "video":
      return withFile(ids, "video", content.video);
    case "audio":
      return withFile(ids, content.audio.voice === true ? "voice" : "audio", content.audio);
    case "document":
      return withFile(ids, "document", content.document);
    case "sticker":
      return withFile(ids, "sticker", content.sticker);
    default:
      return { content: plainContent(content, raw), files: [] };
  }
}

type FileKind = "image" | "video" | "audio" | "voice" | "document" | "sticker";
type FileContent = Extract<
  SpokenContent,
  { type: "image" | "video" | "audio" | "document" | "sticker" }
>;

type Media = {
  readonly id: string;
  readonly mime_type?: string;
  readonly caption?: string;
  readonly filename?: string;
  readonly animated?: boolean;
};

function withFile(ids: Ids, kind: FileKind, media: Media): ReadContent {
  const fileId = ids.next<"file">();
  const file: Attachment = {
    fileId,
    ...(kind === "document" && media.filename !== undefined && { name: media.filename }),
    ...(media.caption !== undefined && media.caption !== "" && { caption: media.caption }),
  };
  const wanted: WantedFile = {
    fileId,
    remoteId: media.id,
    claimedType: media.mime_type ?? null,
    name: media.filename ?? null,
  };
  const content: MessageContent =
    kind === "sticker"
      ? { kind, file, ...(media.animated !== undefined && { animated: media.animated }) }
      : { kind, file };
  return { content, files: [wanted] };
}

function plainContent(content: Exclude<SpokenContent, FileContent>, raw: unknown): MessageContent {
  switch (content.type) {
    case "text":
      return { kind: "text", text: content.text.body };
    case "location":
      return { kind: "location", place: placeOf(content.location) };
    case "contacts":
      return { kind: "contacts", cards: content.contacts.map(cardOf) };
    case "button": {
      const title = content.button.text ?? content.button.payload ?? "";
      return {
        kind: "choice",
        from: "template-button",
        id: content.button.payload ?? title,
        title,
      };
    }
    case "interactive":
      return interactiveContent(content.interactive, raw);
    case "order":
      return orderContent(content.order);
    case "system":
      return { kind: "notice", text: content.system.body ?? content.system.type ?? "" };
    case "unsupported":
      return unsupported(content.unsupported?.type ?? "unknown", content.errors);
    case "unknown":
      return unsupported("unknown", content.errors);
    case "request_welcome":
      return { kind: "notice", text: "The contact opened this chat for the first time." };
    case "media_placeholder":
      return { kind: "omitted", what: "media" };
    default:
      return unreachable(content);
  }
}

type Interactive = Extract<SpokenContent, { type: "interactive" }>["interactive"];

function interactiveContent(interactive: Interactive, raw: unknown): MessageContent {
  switch (interactive.type) {
    case "button_reply":
      return { kind: "choice", from: "button", ...interactive.button_reply };
    case "list_reply": {
      const { id, title, description } = interactive.list_reply;
      return { kind: "choice", from: "list", id, title, ...(description && { description }) };
    }
    case "nfm_reply": {
      const { name, response_json } = interactive.nfm_reply;
      return { kind: "form", name: name ?? "flow", answers: answersOf(response_json) };
    }
    case "call_permission_reply":
      return { kind: "unknown", what: "call_permission_reply", raw };
    default:
      return unreachable(interactive);
  }
}

/** What a form answered is JSON inside a string; what is not an object is kept as it came. */
function answersOf(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return { ...parsed };
    return { response: parsed };
  } catch {
    return { response: json };
  }
}

type Order = Extract<SpokenContent, { type: "order" }>["order"];

function orderContent(order: Order): MessageContent {
  return {
    kind: "order",
    ...(order.text !== undefined && order.text !== "" && { text: order.text }),
    items: order.product_items.map((item) => {
      const currency = item.currency ?? "USD";
      return {
        productId: item.product_retailer_id,
        count: Number(item.quantity ?? 1) || 0,
        priceMinor: Math.round((Number(item.item_price ?? 0) || 0) * 10 ** minorDigits(currency)),
        currency,
      };
    }),
  };
}

function minorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

function unsupported(what: string, errors: readonly WebhookError[] | undefined): MessageContent {
  const [error] = errors ?? [];
  const detail = error?.error_data?.details ?? error?.details ?? error?.title;
  return { kind: "unsupported", what, ...(detail !== undefined && { detail }) };
}

type MetaPlace = Extract<SpokenContent, { type: "location" }>["location"];

function placeOf({ latitude, longitude, name, address }: MetaPlace) {
  return {
    latitude,
    longitude,
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
  };
}

function cardOf(card: MetaCard): ContactCard {
  const phones = (card.phones ?? []).flatMap(({ phone, wa_id, type }) => {
    const number = phone ?? (wa_id === undefined ? undefined : `+${wa_id}`);
    return number === undefined ? [] : [{ number, ...(type !== undefined && { label: type }) }];
  });
  const emails = (card.emails ?? []).flatMap(({ email, type }) =>
    email === undefined ? [] : [{ address: email, ...(type !== undefined && { label: type }) }],
  );
  return {
    name: card.name?.formatted_name ?? phones[0]?.number ?? "",
    ...(card.org?.company !== undefined && { organization: card.org.company }),
    phones,
    emails,
  };
}
