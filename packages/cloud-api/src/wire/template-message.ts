// Meta: docs/…/whatsapp/templates/* pages, "send" sections, read 2026-11.
import type { ProductSection } from "./interactive.ts";
import type { JsonObject } from "./json.ts";
import type { Location, MediaReference } from "./send-message.ts";

/** An approved template in one language, with what fills its variables. */
export type TemplateToSend = {
  readonly name: string;
  readonly language: { readonly code: string; readonly policy?: "deterministic" };
  readonly components?: readonly TemplateSendComponent[];
};

/** What fills one part of a template. */
export type TemplateSendComponent =
  | { readonly type: "header"; readonly parameters: readonly HeaderParameter[] }
  | { readonly type: "body"; readonly parameters: readonly BodyParameter[] }
  | TemplateSendButton
  | {
      readonly type: "limited_time_offer";
      readonly parameters: readonly LimitedTimeOfferParameter[];
    }
  | { readonly type: "carousel"; readonly cards: readonly TemplateSendCard[] }
  | {
      readonly type: "tap_target_configuration";
      readonly parameters: readonly TapTargetParameter[];
    }
  | { readonly type: "order_status"; readonly parameters: readonly JsonObject[] };

/** A text variable; `parameter_name` only when the template's variables have names. */
export type TextParameter = {
  readonly type: "text";
  readonly text: string;
  readonly parameter_name?: string;
};

/** An amount: `amount_1000` is the amount times one thousand. */
export type CurrencyParameter = {
  readonly type: "currency";
  readonly parameter_name?: string;
  readonly currency: {
    readonly fallback_value: string;
    readonly code: string;
    readonly amount_1000: number;
  };
};

/** A date. Meta shows `fallback_value` as it is; the other fields are accepted and unused. */
export type DateTimeParameter = {
  readonly type: "date_time";
  readonly parameter_name?: string;
  readonly date_time: { readonly fallback_value: string } & JsonObject;
};

/** A variable of the body. */
export type BodyParameter = TextParameter | CurrencyParameter | DateTimeParameter;

/** What fills the header: its variable, its file, its place or its product. */
export type HeaderParameter =
  | BodyParameter
  | { readonly type: "image"; readonly image: MediaReference }
  | { readonly type: "video"; readonly video: MediaReference }
  | {
      readonly type: "document";
      readonly document: MediaReference & { readonly filename?: string };
    }
  | { readonly type: "location"; readonly location: Location }
  | {
      readonly type: "product";
      readonly product: { readonly product_retailer_id: string; readonly catalog_id: string };
    };

/** When a limited-time offer ends, in milliseconds. */
export type LimitedTimeOfferParameter = {
  readonly type: "limited_time_offer";
  readonly limited_time_offer: { readonly expiration_time_ms: number };
};

/** Beta: a title shown in place of a link. */
export type TapTargetParameter = {
  readonly type: "tap_target_configuration";
  readonly tap_target_configuration: readonly { readonly url: string; readonly title: string }[];
};

/** What fills one button; `index` counts all buttons of the template from 0. */
export type TemplateSendButton = {
  readonly type: "button";
  /** Meta reads it in any case. */
  readonly sub_type: TemplateButtonSubType;
  readonly index: string | number;
  readonly parameters: readonly TemplateButtonParameter[];
};

/** The kind of a button that takes a parameter. */
export type TemplateButtonSubType = ButtonSubType | Uppercase<ButtonSubType>;

type ButtonSubType =
  | "quick_reply"
  | "url"
  | "copy_code"
  | "catalog"
  | "mpm"
  | "spm"
  | "flow"
  | "order_details"
  | "voice_call";

/** The variable part of a button. */
export type TemplateButtonParameter =
  | { readonly type: "payload"; readonly payload: string }
  // Meta's own sample template sends booleans here: OpenAPI v23.0, "Send Sample Issue Resolution
  // Template", read 2026-11.
  | { readonly type: "text"; readonly text: string | boolean }
  | { readonly type: "coupon_code"; readonly coupon_code: string }
  | { readonly type: "action"; readonly action: TemplateButtonAction }
  | { readonly type: "ttl_minutes"; readonly ttl_minutes: number };

/** What a catalog, product, flow or order button opens. */
export type TemplateButtonAction = {
  readonly thumbnail_product_retailer_id?: string;
  readonly sections?: readonly ProductSection[];
  readonly flow_token?: string;
  readonly flow_action_data?: JsonObject;
  readonly order_details?: JsonObject;
};

/** What fills one card of a carousel template. */
export type TemplateSendCard = {
  readonly card_index: number;
  readonly components: readonly (
    | { readonly type: "header"; readonly parameters: readonly HeaderParameter[] }
    | { readonly type: "body"; readonly parameters: readonly BodyParameter[] }
    | TemplateSendButton
  )[];
};
