// Meta: docs/…/whatsapp/messages/interactive-* pages, read 2026-11.
import type { JsonObject } from "./json.ts";
import type { MediaReference } from "./send-message.ts";

/** The content of an `interactive` message, told apart by `type`. */
export type Interactive =
  | InteractiveButtons
  | InteractiveList
  | InteractiveLink
  | InteractiveLocationRequest
  | InteractiveFlow
  | InteractiveProduct
  | InteractiveProductList
  | InteractiveCatalog
  | InteractiveCarousel
  | InteractiveAddress
  | InteractiveCallPermission
  | InteractiveVoiceCall
  | InteractiveContactRequest
  | InteractiveOrderDetails
  | InteractiveOrderStatus;

/** Words in the body (at most 1024 characters, 4096 in a list) or the footer (at most 60). */
export type InteractiveText = { readonly text: string };

/** A heading of at most 60 characters. */
export type TextHeader = {
  readonly type: "text";
  readonly text: string;
  readonly sub_text?: string;
};

/** The heading of an interactive message. */
export type InteractiveHeader =
  | TextHeader
  | { readonly type: "image"; readonly image: MediaReference }
  | { readonly type: "video"; readonly video: MediaReference }
  | {
      readonly type: "document";
      readonly document: MediaReference & { readonly filename?: string };
    };

/** A reply button: `id` (at most 256) comes back, `title` (at most 20) is shown. */
export type ReplyButton = {
  readonly type: "reply";
  readonly reply: { readonly id: string; readonly title: string };
};

/** One to three reply buttons. */
export type InteractiveButtons = {
  readonly type: "button";
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly buttons: readonly ReplyButton[] };
};

/** A list of at most 10 rows in at most 10 sections. */
export type InteractiveList = {
  readonly type: "list";
  readonly header?: TextHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: {
    /** The words on the button that opens the list; at most 20. */
    readonly button: string;
    readonly sections: readonly ListSection[];
  };
};

/** `title` is required as soon as there are two sections. */
export type ListSection = { readonly title?: string; readonly rows: readonly ListRow[] };

/** A row of a list: `id` at most 200, `title` at most 24, `description` at most 72 characters. */
export type ListRow = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
};

/** What a link button says and opens. */
export type LinkAction = {
  readonly name: "cta_url";
  readonly parameters: { readonly display_text: string; readonly url: string };
};

/** One button that opens a web page. */
export type InteractiveLink = {
  readonly type: "cta_url";
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: LinkAction;
};

/** Asks where the person is. */
export type InteractiveLocationRequest = {
  readonly type: "location_request_message";
  readonly body: InteractiveText;
  readonly action: { readonly name: "send_location" };
};

/** Opens a flow (a form inside WhatsApp). */
export type InteractiveFlow = {
  readonly type: "flow";
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly name: "flow"; readonly parameters: FlowParameters };
};

/** Which flow is opened, by id or by name, and where it starts. */
export type FlowParameters = {
  readonly flow_message_version: string;
  readonly flow_token?: string;
  readonly flow_id?: string;
  readonly flow_name?: string;
  readonly flow_cta: string;
  readonly flow_action?: "navigate" | "data_exchange";
  readonly mode?: "draft" | "published";
  readonly flow_action_payload?: { readonly screen?: string; readonly data?: JsonObject };
};

/** One product of a catalog. */
export type InteractiveProduct = {
  readonly type: "product";
  readonly body?: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly catalog_id: string; readonly product_retailer_id: string };
};

/** Products under a heading. */
export type ProductSection = {
  readonly title?: string;
  readonly product_items: readonly { readonly product_retailer_id: string }[];
};

/** At most 30 products in at most 10 sections; Meta requires the heading. */
export type InteractiveProductList = {
  readonly type: "product_list";
  readonly header: TextHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly catalog_id: string; readonly sections: readonly ProductSection[] };
};

/** A button that opens the whole catalog. */
export type InteractiveCatalog = {
  readonly type: "catalog_message";
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: {
    readonly name: "catalog_message";
    readonly parameters?: { readonly thumbnail_product_retailer_id?: string };
  };
};

/** Two to ten cards, all with the same kind of action. */
export type InteractiveCarousel = {
  readonly type: "carousel";
  readonly body: InteractiveText;
  readonly action: { readonly cards: readonly CarouselCard[] };
};

/** A button on a card that sends `id` back. */
export type QuickReplyButton = {
  readonly type: "quick_reply";
  readonly quick_reply: { readonly id: string; readonly title: string };
};

/** The picture or film on a card. */
export type CardHeader =
  | { readonly type: "image"; readonly image: MediaReference }
  | { readonly type: "video"; readonly video: MediaReference };

/** One card of a carousel: with a link, with quick replies, or a product. */
export type CarouselCard =
  | {
      readonly card_index: number;
      readonly type: "cta_url";
      readonly header: CardHeader;
      readonly body?: InteractiveText;
      readonly action: LinkAction | { readonly buttons: readonly QuickReplyButton[] };
    }
  | {
      readonly card_index: number;
      readonly type: "product";
      readonly action: { readonly product_retailer_id: string; readonly catalog_id: string };
    };

/** India only: asks for a postal address; the answer is an `nfm_reply`. */
export type InteractiveAddress = {
  readonly type: "address_message";
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: {
    readonly name: "address_message";
    readonly parameters: {
      readonly country: string;
      readonly values?: JsonObject;
      readonly saved_addresses?: readonly { readonly id: string; readonly value: JsonObject }[];
      readonly validation_errors?: JsonObject;
    };
  };
};

/** Asks whether the business may call. */
export type InteractiveCallPermission = {
  readonly type: "call_permission_request";
  readonly body?: InteractiveText;
  readonly action: { readonly name: "call_permission_request" };
};

/** A button with which the person calls the business. */
export type InteractiveVoiceCall = {
  readonly type: "voice_call";
  readonly body: InteractiveText;
  readonly action: {
    readonly name: "voice_call";
    readonly parameters?: {
      readonly display_text?: string;
      /** 1 to 43200; a week when absent. */
      readonly ttl_minutes?: number;
      /** At most 512 characters; comes back as `cta_payload` in `calls` webhooks. */
      readonly payload?: string;
    };
  };
};

/** Asks a person known only by a user name for the phone number. */
export type InteractiveContactRequest = {
  readonly type: "contact_request";
  readonly body: InteractiveText;
  readonly action: { readonly name: "request_contact_info" };
};

/** Payments (India, Brazil, Singapore). The parameters differ by country and are left open. */
export type InteractiveOrderDetails = {
  readonly type: "order_details";
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly name: "review_and_pay"; readonly parameters: JsonObject };
};

/** The state of an order sent with `order_details`. */
export type InteractiveOrderStatus = {
  readonly type: "order_status";
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
  readonly action: { readonly name: "review_order"; readonly parameters: JsonObject };
};
