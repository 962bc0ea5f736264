// Meta: docs/…/whatsapp/webhooks/reference/messages/* pages, read 2026-11.
import type { ContactCard } from "./contact-card.ts";
import type { WebhookError } from "./error.ts";
import type { Open } from "./json.ts";

/** A message a person sent to the business, as it stands in a webhook. */
export type WebhookMessage = WebhookMessageFrame & InboundContent;

/** What every inbound message carries, whatever its type. */
export type WebhookMessageFrame = {
  readonly id: string;
  /** UNIX seconds, as a string. */
  readonly timestamp: string;
  /** Absent for a person with a user name who does not share the phone number. */
  readonly from?: string;
  /** The business-scoped user id (BSUID), since 2026. */
  readonly from_user_id?: string;
  readonly from_parent_user_id?: string;
  readonly group_id?: string;
  readonly context?: InboundContext;
  readonly referral?: Referral;
  readonly identity?: InboundIdentity;
  readonly errors?: readonly WebhookError[];
};

/** What a message answers or forwards. */
export type InboundContext = {
  readonly from?: string;
  readonly id?: string;
  readonly forwarded?: boolean;
  /** Forwarded more than five times. */
  readonly frequently_forwarded?: boolean;
  readonly referred_product?: {
    readonly catalog_id: string;
    readonly product_retailer_id: string;
  };
};

/** The ad or post that brought the person; only on the first message. */
export type Referral = {
  readonly source_url?: string;
  readonly source_id?: string;
  readonly source_type?: Open<"ad" | "post">;
  readonly body?: string;
  readonly headline?: string;
  readonly media_type?: Open<"image" | "video">;
  readonly image_url?: string;
  readonly video_url?: string;
  readonly thumbnail_url?: string;
  /** Absent for ads placed in Status. */
  readonly ctwa_clid?: string;
  readonly welcome_message?: { readonly text?: string };
};

/** The state of the person's identity key, when the business asked for it. */
export type InboundIdentity = {
  readonly acknowledged?: boolean;
  readonly created_timestamp?: number | string;
  readonly hash?: string;
};

/** The content of an inbound message, told apart by `type`. */
export type InboundContent =
  | { readonly type: "text"; readonly text: { readonly body: string } }
  | { readonly type: "image"; readonly image: InboundMedia & { readonly caption?: string } }
  | { readonly type: "video"; readonly video: InboundMedia & { readonly caption?: string } }
  | { readonly type: "audio"; readonly audio: InboundMedia & { readonly voice?: boolean } }
  | { readonly type: "document"; readonly document: InboundDocument }
  | { readonly type: "sticker"; readonly sticker: InboundMedia & { readonly animated?: boolean } }
  | { readonly type: "location"; readonly location: InboundLocation }
  | { readonly type: "contacts"; readonly contacts: readonly ContactCard[] }
  | { readonly type: "button"; readonly button: TemplateButtonTap }
  | { readonly type: "interactive"; readonly interactive: InteractiveReply }
  | { readonly type: "order"; readonly order: InboundOrder }
  | { readonly type: "reaction"; readonly reaction: InboundReaction }
  | { readonly type: "system"; readonly system: SystemNotice }
  | {
      readonly type: "unsupported";
      readonly errors?: readonly WebhookError[];
      readonly unsupported?: { readonly type?: string };
    }
  // The name old payloads use for `unsupported`.
  | { readonly type: "unknown"; readonly errors?: readonly WebhookError[] }
  | { readonly type: "request_welcome" }
  | { readonly type: "edit"; readonly edit: InboundEdit }
  | { readonly type: "revoke"; readonly revoke: { readonly original_message_id: string } }
  | { readonly type: "media_placeholder" };

/** A received file. The id lives 7 days, the url 5 minutes; `sha256` is base64. */
export type InboundMedia = {
  readonly id: string;
  readonly mime_type?: string;
  readonly sha256?: string;
  readonly url?: string;
};

/** A received document. The name is the sender's word and not to be trusted. */
export type InboundDocument = InboundMedia & {
  readonly filename?: string;
  readonly caption?: string;
};

/** A received place; a plain pin has only the coordinates. */
export type InboundLocation = {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
  readonly url?: string;
};

/** A tap on a quick reply of a template. Without a set payload, Meta repeats the text in it. */
export type TemplateButtonTap = { readonly payload?: string; readonly text?: string };

/** The answer to an interactive message. */
export type InteractiveReply =
  | {
      readonly type: "button_reply";
      readonly button_reply: { readonly id: string; readonly title: string };
    }
  | {
      readonly type: "list_reply";
      readonly list_reply: {
        readonly id: string;
        readonly title: string;
        readonly description?: string;
      };
    }
  | { readonly type: "nfm_reply"; readonly nfm_reply: FormReply }
  | { readonly type: "call_permission_reply"; readonly call_permission_reply: CallPermissionReply };

/** The answer of a flow or of an address form; `response_json` is JSON inside a string. */
export type FormReply = {
  readonly name?: Open<"flow" | "address_message">;
  readonly body?: string;
  readonly response_json: string;
};

/** Whether the person lets the business call. */
export type CallPermissionReply = {
  readonly response: Open<"accept" | "reject">;
  readonly is_permanent?: boolean;
  readonly expiration_timestamp?: string;
  readonly response_source?: Open<"user_action" | "automatic">;
};

/** A cart the person sent. */
export type InboundOrder = {
  readonly catalog_id?: string;
  readonly text?: string;
  readonly product_items: readonly OrderItem[];
};

/** A line of a cart. Meta prints numbers; older payloads print strings. */
export type OrderItem = {
  readonly product_retailer_id: string;
  readonly quantity?: number | string;
  readonly item_price?: number | string;
  readonly currency?: string;
};

/** A reaction; without `emoji` it was taken back. */
export type InboundReaction = { readonly message_id: string; readonly emoji?: string };

/** Something happened to the person's account: another number, another user id. */
export type SystemNotice = {
  readonly type?: Open<"user_changed_number" | "user_changed_user_id">;
  readonly body?: string;
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly parent_user_id?: string;
  readonly previous_user_id?: string;
  readonly previous_parent_user_id?: string;
};

/** Coexistence only: the message as it reads after the edit. */
export type InboundEdit = {
  readonly original_message_id: string;
  readonly message: { readonly context?: InboundContext } & InboundContent;
};
