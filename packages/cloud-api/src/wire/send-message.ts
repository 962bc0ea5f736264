// Meta: docs/…/whatsapp/messages/send-messages and the page of each type, read 2026-11.
import type { OutboundContactCard } from "./contact-card.ts";
import type { Interactive } from "./interactive.ts";
import type { Open } from "./json.ts";
import type { TemplateToSend } from "./template-message.ts";

/**
 * To whom a message goes: a phone number or group id in `to`, or a business-scoped
 * user id (BSUID) in `recipient`. When both are given, Meta uses `to`.
 */
export type Addressee =
  | { readonly to: string; readonly recipient?: string }
  | { readonly recipient: string; readonly to?: never };

/** What every message may carry beside its content. */
export type SendOptions = {
  /** `individual` when absent. */
  readonly recipient_type?: "individual" | "group";
  /** The message this one answers. */
  readonly context?: { readonly message_id: string };
  /** At most 512 characters; comes back in every status webhook of the message. */
  readonly biz_opaque_callback_data?: string;
  /** Meta refuses with 137000 when the person's identity key has another hash. */
  readonly recipient_identity_key_hash?: string;
  readonly messaging_account_id?: string;
};

/** A message to send, without the constant `messaging_product`. */
export type OutboundMessage = Addressee & SendOptions & OutboundContent;

/** The body of `POST /{phone-number-id}/messages` for a message. */
export type SendMessageRequest = { readonly messaging_product: "whatsapp" } & OutboundMessage;

/** The content of a message, told apart by `type`. */
export type OutboundContent =
  | TextContent
  | ImageContent
  | VideoContent
  | AudioContent
  | DocumentContent
  | StickerContent
  | LocationContent
  | ContactsContent
  | ReactionContent
  | InteractiveContent
  | TemplateContent
  | PinContent;

/** Text of at most 4096 characters. Meta takes a message without `type` for text. */
export type TextContent = {
  readonly type?: "text";
  readonly text: { readonly body: string; readonly preview_url?: boolean };
};

/** A file: uploaded before (`id`) or fetched by Meta (`link`). */
export type MediaReference =
  | { readonly id: string; readonly link?: never }
  | { readonly link: string; readonly id?: never };

/** An image with a caption of at most 1024 characters. */
export type ImageContent = {
  readonly type: "image";
  readonly image: MediaReference & { readonly caption?: string };
};

/** A video with a caption of at most 1024 characters. */
export type VideoContent = {
  readonly type: "video";
  readonly video: MediaReference & { readonly caption?: string };
};

/** An audio file, or a voice message when `voice` is true (ogg with opus only). */
export type AudioContent = {
  readonly type: "audio";
  readonly audio: MediaReference & { readonly voice?: boolean };
};

/** A document; `filename` is what the person sees. */
export type DocumentContent = {
  readonly type: "document";
  readonly document: MediaReference & { readonly filename?: string; readonly caption?: string };
};

/** A sticker: webp, 512×512. */
export type StickerContent = { readonly type: "sticker"; readonly sticker: MediaReference };

/** A place. Meta takes the coordinates as numbers and as strings. */
export type LocationContent = { readonly type: "location"; readonly location: Location };

/** A place on the map. */
export type Location = {
  readonly latitude: number | string;
  readonly longitude: number | string;
  readonly name?: string;
  readonly address?: string;
};

/** At most 257 contact cards. */
export type ContactsContent = {
  readonly type: "contacts";
  readonly contacts: readonly OutboundContactCard[];
};

/** A reaction to a message of at most 30 days; an empty `emoji` takes it back. */
export type ReactionContent = {
  readonly type: "reaction";
  readonly reaction: { readonly message_id: string; readonly emoji: string };
};

/** Buttons, lists, links, flows, products and requests. */
export type InteractiveContent = {
  readonly type: "interactive";
  readonly interactive: Interactive;
};

/** An approved template with its variables: the only content allowed outside the 24 hours. */
export type TemplateContent = { readonly type: "template"; readonly template: TemplateToSend };

/** Groups only: pins a message for 1 to 30 days. */
export type PinContent = {
  readonly type: "pin";
  readonly pin: {
    readonly type: "pin" | "unpin";
    readonly message_id: string;
    readonly expiration_days?: number;
  };
};

/** Marks a message, and all before it in the thread, as read; can show "typing…" too. */
export type MarkReadRequest = {
  readonly messaging_product: "whatsapp";
  readonly status: "read";
  readonly message_id: string;
  /** Vanishes on our answer or after 25 seconds. */
  readonly typing_indicator?: { readonly type: "text" };
};

/** Everything `POST /{phone-number-id}/messages` accepts. */
export type MessagesRequest = SendMessageRequest | MarkReadRequest;

/** What Meta answers to an accepted message. Accepted is not delivered. */
export type SendMessageResponse = {
  readonly messaging_product: "whatsapp";
  readonly contacts?: readonly SentTo[];
  readonly messages: readonly AcceptedMessage[];
};

/** Whom Meta took the addressee for; `wa_id` may differ from `input` and is absent for a BSUID. */
export type SentTo = {
  readonly input: string;
  readonly wa_id?: string;
  readonly user_id?: string;
};

/** The id Meta gave the message; templates also say whether they go out at once. */
export type AcceptedMessage = {
  readonly id: string;
  readonly message_status?: MessageStatus;
  readonly group_id?: string;
};

/** Whether an accepted template goes out at once, or waits for Meta to judge its first batch. */
export type MessageStatus = Open<"accepted" | "held_for_quality_assessment" | "paused">;
