import { unreachable } from "@galka/core/kernel/unreachable";
import type {
  InteractiveHeader,
  MediaReference,
  OutboundContent,
  OutboundMessage,
} from "@galka/cloud-api";
import type { Attachment, ContactCard, Header, MessageContent } from "@galka/core/messages/content";
import type { Outgoing, Recipient } from "../gateway.ts";
import { templateToMeta } from "./template-to-meta.ts";

/** Thrown for what this channel cannot carry. Nothing was sent. */
export class NotSendableError extends Error {
  override readonly name = "NotSendableError";
}

/** The channel's own id of a file, or an error that names it. */
export type RemoteId = (file: Attachment) => string;

type Message = Exclude<Outgoing, { kind: "read-receipt" }>;

export function toMeta(outgoing: Message, callbackData: string): OutboundMessage {
  const addressee = addresseeOf(outgoing.to);
  const data = { biz_opaque_callback_data: callbackData };
  if (outgoing.kind === "reaction") {
    const reaction = { message_id: outgoing.wamid, emoji: outgoing.emoji ?? "" };
    return { ...addressee, ...data, type: "reaction", reaction };
  }
  const remoteId: RemoteId = ({ fileId }) => {
    const id = outgoing.remoteIds.get(fileId);
    if (id === undefined) throw new NotSendableError(`The file ${fileId} was not uploaded.`);
    return id;
  };
  const context =
    outgoing.replyToWamid === undefined ? {} : { context: { message_id: outgoing.replyToWamid } };
  return { ...addressee, ...context, ...data, ...contentToMeta(outgoing.content, remoteId) };
}

function addresseeOf({ phone, bsuid }: Recipient) {
  if (phone !== undefined) return { to: phone, ...(bsuid !== undefined && { recipient: bsuid }) };
  if (bsuid !== undefined) return { recipient: bsuid };
  throw new NotSendableError("Nothing is known of the contact that WhatsApp could send to.");
}

function contentToMeta(content: MessageContent, remoteId: RemoteId): OutboundContent {
  switch (content.kind) {
    case "text":
      return {
        type: "text",
        text: { body: content.text, preview_url: /https?:\/\//iu.test(content.text) },
      };
    case "image":
      return { type: "image", image: captioned(content.file, remoteId) };
    case "video":
      return { type: "video", video: captioned(content.file, remoteId) };
    case "audio":
      return { type: "audio", audio: { id: remoteId(content.file) } };
    case "voice":
      return { type: "audio", audio: { id: remoteId(content.file), voice: true } };
    case "document":
      return {
        type: "document",
        document: { ...captioned(content.file, remoteId), ...named(content.file) },
      };
    case "sticker":
      return { type: "sticker", sticker: { id: remoteId(content.file) } };
    case "location":
      return { type: "location", location: content.place };
    case "contacts":
      return { type: "contacts", contacts: content.cards.map(cardToMeta) };
    case "template":
      return { type: "template", template: templateToMeta(content, remoteId) };
    case "buttons":
    case "list":
    case "location-request":
      return { type: "interactive", interactive: interactiveToMeta(content, remoteId) };
    case "choice":
    case "rating":
    case "form":
    case "order":
    case "notice":
    case "note":
    case "omitted":
    case "unsupported":
    case "unknown":
      throw new NotSendableError(`A message of the kind "${content.kind}" cannot be sent.`);
    default:
      return unreachable(content);
  }
}

function captioned(file: Attachment, remoteId: RemoteId): MediaReference & { caption?: string } {
  return { id: remoteId(file), ...(file.caption !== undefined && { caption: file.caption }) };
}

function named(file: Attachment) {
  return file.name === undefined ? {} : { filename: file.name };
}

type InteractiveContent = Extract<
  MessageContent,
  { kind: "buttons" | "list" | "location-request" }
>;

function interactiveToMeta(content: InteractiveContent, remoteId: RemoteId) {
  const body = { text: content.text };
  if (content.kind === "location-request") {
    const action = { name: "send_location" } as const;
    return { type: "location_request_message", body, action } as const;
  }
  const footer = content.footer === undefined ? {} : { footer: { text: content.footer } };
  if (content.kind === "list") {
    const header =
      content.header?.kind === "text"
        ? { header: { type: "text" as const, text: content.header.text } }
        : {};
    const action = { button: content.buttonTitle, sections: content.sections };
    return { type: "list", ...header, body, ...footer, action } as const;
  }
  const header = content.header ? { header: headerToMeta(content.header, remoteId) } : {};
  const link = content.buttons.find((button) => button.kind === "url");
  if (link) {
    const parameters = { display_text: link.title, url: link.url };
    const action = { name: "cta_url", parameters } as const;
    return { type: "cta_url", ...header, body, ...footer, action } as const;
  }
  const buttons = content.buttons.flatMap((button) =>
    button.kind === "reply"
      ? [{ type: "reply" as const, reply: { id: button.id, title: button.title } }]
      : [],
  );
  return { type: "button", ...header, body, ...footer, action: { buttons } } as const;
}

function headerToMeta(header: Header, remoteId: RemoteId): InteractiveHeader {
  switch (header.kind) {
    case "text":
      return { type: "text", text: header.text };
    case "image":
      return { type: "image", image: { id: remoteId(header.file) } };
    case "video":
      return { type: "video", video: { id: remoteId(header.file) } };
    case "document":
      return { type: "document", document: { id: remoteId(header.file), ...named(header.file) } };
    case "location":
      throw new NotSendableError("A place cannot stand above buttons.");
    default:
      return unreachable(header);
  }
}

function cardToMeta(card: ContactCard) {
  const [first] = card.name.split(" ", 1);
  return {
    name: { formatted_name: card.name, first_name: first ?? card.name },
    ...(card.organization !== undefined && { org: { company: card.organization } }),
    phones: card.phones.map(({ number, label }) => ({
      phone: number,
      ...(label !== undefined && { type: label }),
    })),
    emails: card.emails.map(({ address, label }) => ({
      email: address,
      ...(label !== undefined && { type: label }),
    })),
  };
}
