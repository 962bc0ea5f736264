// Meta: docs/…/whatsapp/business-phone-numbers/* and support/health-status, read 2026-11.
import type { JsonObject, Open } from "./json.ts";
import type { MessagingTier } from "./webhook-fields.ts";

/** A phone number of the business. Which fields are present depends on `fields` of the request. */
export type PhoneNumber = {
  readonly id: string;
  readonly verified_name?: string;
  readonly display_phone_number?: string;
  readonly quality_rating?: Open<"GREEN" | "YELLOW" | "RED" | "NA" | "UNKNOWN">;
  readonly code_verification_status?: Open<"VERIFIED" | "NOT_VERIFIED" | "EXPIRED">;
  readonly platform_type?: Open<"CLOUD_API" | "ON_PREMISE" | "NOT_APPLICABLE">;
  readonly throughput?: { readonly level?: Open<"STANDARD" | "HIGH" | "NOT_APPLICABLE"> };
  readonly status?: PhoneNumberStatus;
  readonly name_status?: NameStatus;
  readonly new_display_name?: string;
  readonly new_name_status?: NameStatus;
  readonly is_official_business_account?: boolean;
  readonly official_business_account?: { readonly oba_status?: string };
  readonly is_on_biz_app?: boolean;
  readonly is_pin_enabled?: boolean;
  readonly account_mode?: Open<"SANDBOX" | "LIVE">;
  readonly messaging_limit_tier?: MessagingTier;
  readonly whatsapp_business_manager_messaging_limit?: MessagingTier;
  readonly search_visibility?: string;
  readonly last_onboarded_time?: string;
  readonly webhook_configuration?: WebhookConfiguration;
  readonly conversational_automation?: JsonObject;
  readonly health_status?: HealthStatus;
};

/** Whether a number is connected. */
export type PhoneNumberStatus = Open<
  | "CONNECTED"
  | "PENDING"
  | "DISCONNECTED"
  | "MIGRATED"
  | "DELETED"
  | "UNVERIFIED"
  | "FLAGGED"
  | "RESTRICTED"
  | "RATE_LIMITED"
  | "BANNED"
>;

/** How Meta judged a display name. */
export type NameStatus = Open<
  "APPROVED" | "AVAILABLE_WITHOUT_REVIEW" | "DECLINED" | "EXPIRED" | "PENDING_REVIEW" | "NONE"
>;

/** Where webhooks of the number go; delivery priority is phone number, then account, then app. */
export type WebhookConfiguration = {
  readonly application?: string;
  readonly whatsapp_business_account?: string;
  readonly phone_number?: string;
};

/** Whether messages can be sent, and which entity stands in the way. */
export type HealthStatus = {
  readonly can_send_message: CanSendMessage;
  readonly entities?: readonly HealthEntity[];
};

/** Whether messages can be sent. */
export type CanSendMessage = Open<"AVAILABLE" | "LIMITED" | "BLOCKED">;

/** One of the things a message passes through. */
export type HealthEntity = {
  readonly entity_type: Open<"PHONE_NUMBER" | "WABA" | "BUSINESS" | "APP" | "MESSAGE_TEMPLATE">;
  readonly id: string;
  readonly can_send_message: CanSendMessage;
  readonly can_receive_call_sip?: CanSendMessage;
  readonly additional_info?: readonly string[];
  readonly errors?: readonly {
    readonly error_code: number;
    readonly error_description?: string;
    readonly possible_solution?: string;
  }[];
};

/** How the six-digit code of ownership is sent. */
export type CodeMethod = "SMS" | "VOICE";

/** Puts a number into service. The PIN is set by the first registration and must match later. */
export type RegisterRequest = {
  readonly messaging_product: "whatsapp";
  readonly pin: string;
  readonly data_localization_region?: string;
};
