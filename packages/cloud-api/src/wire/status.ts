// Meta: docs/…/whatsapp/webhooks/reference/messages/status, read 2026-11.
import type { WebhookError } from "./error.ts";
import type { Open } from "./json.ts";

/** How far a message of ours got. `played` is a voice message listened to, since 2025-11. */
export type DeliveryStatus = "sent" | "delivered" | "read" | "played" | "failed";

/** A step of a message we sent, as it stands in a webhook. */
export type WebhookStatus = {
  readonly id: string;
  readonly status: DeliveryStatus;
  /** UNIX seconds, as a string. */
  readonly timestamp: string;
  /** A phone number or a group id; absent when the phone number is not known to us. */
  readonly recipient_id?: string;
  readonly recipient_type?: Open<"individual" | "group">;
  readonly recipient_user_id?: string;
  readonly recipient_parent_user_id?: string;
  readonly recipient_participant_id?: string;
  readonly recipient_participant_user_id?: string;
  readonly conversation?: StatusConversation;
  readonly pricing?: StatusPricing;
  readonly errors?: readonly WebhookError[];
  readonly biz_opaque_callback_data?: string;
};

/** Before v24.0 on every status; from v24.0 only for free entry points. */
export type StatusConversation = {
  readonly id?: string;
  /** UNIX seconds; only on `sent`. */
  readonly expiration_timestamp?: string;
  readonly origin?: { readonly type?: string };
};

/** What the message costs; on `sent` and on one of `delivered` and `read`. */
export type StatusPricing = {
  readonly billable?: boolean;
  /** `PMP` since 2025-07-01; `CBP` before, without a `type`. */
  readonly pricing_model?: Open<"PMP" | "CBP">;
  readonly type?: Open<
    "regular" | "free_customer_service" | "free_entry_point" | "free_group_customer_service"
  >;
  readonly category?: PricingCategory;
  /** Only for marketing with a maximum price. */
  readonly cost?: { readonly amount?: number; readonly currency?: string };
};

/** What kind of message Meta charges for. */
export type PricingCategory = Open<
  | "authentication"
  | "authentication-international"
  | "marketing"
  | "marketing_lite"
  | "utility"
  | "service"
  | "referral_conversion"
  | "group_marketing"
  | "group_utility"
  | "group_service"
>;

/** The state of a payment asked for with `order_details`. */
export type WebhookPaymentStatus = {
  readonly id: string;
  readonly from?: string;
  readonly type: "payment";
  readonly status: Open<"captured" | "failed" | "pending">;
  readonly payment: { readonly reference_id?: string };
  readonly timestamp?: string;
};

/** The state of a call the business started. */
export type WebhookCallStatus = {
  readonly id: string;
  readonly type: "call";
  readonly status: Open<"RINGING" | "ACCEPTED" | "REJECTED">;
  readonly timestamp?: string;
  readonly recipient_id?: string;
  readonly recipient_user_id?: string;
  readonly biz_opaque_callback_data?: string;
};
