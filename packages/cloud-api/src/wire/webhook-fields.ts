// Meta: docs/…/whatsapp/webhooks/reference/<field>, read 2026-11.
import type { JsonObject, Open } from "./json.ts";

/** The changes about templates, phone numbers and the account. They carry no `metadata`. */
export type AccountChange =
  | { readonly field: "message_template_status_update"; readonly value: TemplateStatusUpdate }
  | { readonly field: "message_template_quality_update"; readonly value: TemplateQualityUpdate }
  | {
      readonly field: "message_template_components_update";
      readonly value: TemplateComponentsUpdate;
    }
  | { readonly field: "template_category_update"; readonly value: TemplateCategoryUpdate }
  | { readonly field: "phone_number_quality_update"; readonly value: PhoneQualityUpdate }
  | { readonly field: "phone_number_name_update"; readonly value: PhoneNameUpdate }
  | { readonly field: "business_capability_update"; readonly value: CapabilityUpdate }
  | { readonly field: "account_review_update"; readonly value: AccountReviewUpdate }
  | { readonly field: "account_alerts"; readonly value: AccountAlert }
  | { readonly field: "account_update"; readonly value: AccountUpdate }
  | { readonly field: "account_settings_update"; readonly value: AccountSettingsUpdate }
  | { readonly field: "security"; readonly value: SecurityUpdate }
  | {
      // The reference lists the singular; payloads of the BSUID page print the plural.
      readonly field: "business_username_update" | "business_username_updates";
      readonly value: UsernameUpdate;
    }
  | { readonly field: "partner_solutions"; readonly value: PartnerSolutionUpdate }
  | { readonly field: "payment_configuration_update"; readonly value: PaymentConfigurationUpdate }
  | { readonly field: "flows"; readonly value: FlowUpdate };

/** Which template a change is about. The language comes with a dash in some fields: `en-US`. */
export type TemplateMentioned = {
  readonly message_template_id: number | string;
  readonly message_template_name: string;
  readonly message_template_language: string;
};

/** What happened to a template. */
export type TemplateStatusEvent = Open<
  | "APPROVED"
  | "REJECTED"
  | "PENDING"
  | "PAUSED"
  | "DISABLED"
  | "FLAGGED"
  | "IN_APPEAL"
  | "LIMIT_EXCEEDED"
  | "LOCKED"
  | "UNLOCKED"
  | "REINSTATED"
  | "PENDING_DELETION"
  | "DELETED"
  | "ARCHIVED"
  | "UNARCHIVED"
>;

/** A template was approved, rejected, paused and so on. */
export type TemplateStatusUpdate = TemplateMentioned & {
  readonly event: TemplateStatusEvent;
  readonly reason?: string | null;
  readonly message_template_category?: string;
  readonly disable_info?: { readonly disable_date?: number | string };
  readonly other_info?: { readonly title?: string; readonly description?: string };
  readonly rejection_info?: { readonly reason?: string; readonly recommendation?: string };
};

/** People's reaction to a template, over the last 7 days. */
export type TemplateQualityScore = Open<"GREEN" | "YELLOW" | "RED" | "UNKNOWN">;

/** People like a template more or less than before. */
export type TemplateQualityUpdate = TemplateMentioned & {
  readonly previous_quality_score: TemplateQualityScore;
  readonly new_quality_score: TemplateQualityScore;
};

/** A template's content was changed. */
export type TemplateComponentsUpdate = TemplateMentioned & {
  readonly message_template_title?: string;
  readonly message_template_element?: string;
  readonly message_template_footer?: string;
  readonly message_template_buttons?: readonly {
    readonly message_template_button_type?: string;
    readonly message_template_button_text?: string;
    readonly message_template_button_url?: string;
    readonly message_template_button_phone_number?: string;
  }[];
};

/**
 * Meta moves a template to another category.
 *
 * With `correct_category` it is a notice of at least 24 hours; with `previous_category` it is done.
 */
export type TemplateCategoryUpdate = TemplateMentioned & {
  readonly new_category: string;
  readonly previous_category?: string;
  readonly correct_category?: string;
  readonly category_update_timestamp?: number | string;
};

/** How many people a business may write to first within 24 hours. */
export type MessagingTier = Open<
  | "TIER_50"
  | "TIER_250"
  | "TIER_1K"
  | "TIER_2K"
  | "TIER_10K"
  | "TIER_100K"
  | "TIER_UNLIMITED"
  | "TIER_NOT_SET"
  | "UNTIERED"
>;

/** A number's throughput or limit changed. */
export type PhoneQualityUpdate = {
  readonly display_phone_number: string;
  readonly event: Open<
    "ONBOARDING" | "THROUGHPUT_UPGRADE" | "FLAGGED" | "UNFLAGGED" | "UPGRADE" | "DOWNGRADE"
  >;
  readonly current_limit?: MessagingTier;
  readonly old_limit?: MessagingTier;
  readonly max_daily_conversations_per_business?: MessagingTier;
};

/** A display name was judged. */
export type PhoneNameUpdate = {
  readonly display_phone_number: string;
  readonly decision: Open<"APPROVED" | "REJECTED" | "PENDING" | "DEFERRED">;
  readonly requested_verified_name?: string;
  readonly rejection_reason?: string | null;
};

/** What the business may do changed. -1 means without limit. */
export type CapabilityUpdate = {
  readonly max_daily_conversations_per_business?: number | string;
  readonly max_daily_conversation_per_phone?: number;
  readonly max_phone_numbers_per_business?: number;
  readonly max_phone_numbers_per_waba?: number;
};

/** The account was judged. */
export type AccountReviewUpdate = {
  readonly decision: Open<"APPROVED" | "REJECTED" | "PENDING" | "DEFERRED">;
};

/** Meta wants the business to know something. */
export type AccountAlert = {
  readonly entity_type?: Open<"BUSINESS" | "PHONE_NUMBER">;
  readonly entity_id?: string;
  readonly alert_info: {
    readonly alert_severity?: Open<"CRITICAL" | "INFORMATIONAL" | "WARNING">;
    readonly alert_status?: Open<"ACTIVE" | "NONE">;
    readonly alert_type: string;
    readonly alert_description?: string;
  };
};

/** Something happened to the account: violations, restrictions, bans, partners, prices. */
export type AccountUpdate = {
  readonly event: AccountUpdateEvent;
  readonly phone_number?: string;
  readonly country?: string;
  readonly violation_info?: { readonly violation_type?: string; readonly remediation?: string };
  readonly restriction_info?: readonly AccountRestriction[];
  readonly ban_info?: { readonly waba_ban_state?: string; readonly waba_ban_date?: string };
  readonly waba_info?: JsonObject;
  readonly auth_international_rate_eligibility?: JsonObject;
  readonly volume_tier_info?: JsonObject;
};

/** What happened to the account. */
export type AccountUpdateEvent = Open<
  | "ACCOUNT_DELETED"
  | "ACCOUNT_VIOLATION"
  | "ACCOUNT_RESTRICTION"
  | "DISABLED_UPDATE"
  | "AD_ACCOUNT_LINKED"
  | "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE"
  | "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE"
  | "MM_LITE_TERMS_SIGNED"
  | "PARTNER_ADDED"
  | "PARTNER_REMOVED"
  | "PARTNER_APP_INSTALLED"
  | "PARTNER_APP_UNINSTALLED"
  | "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE"
  | "VOLUME_BASED_PRICING_TIER_UPDATE"
  | "ACCOUNT_OFFBOARDED"
  | "ACCOUNT_RECONNECTED"
>;

/** One thing the account may not do, until `expiration` (UNIX seconds). */
export type AccountRestriction = {
  readonly restriction_type?: string;
  readonly expiration?: number | string;
};

/** Settings of a number were changed, for instance its calling hours. */
export type AccountSettingsUpdate = {
  readonly timestamp?: string;
  readonly type: Open<"phone_number_settings">;
  readonly phone_number_settings?: JsonObject & { readonly phone_number_id?: string };
};

/** The two-step PIN of a number was touched. */
export type SecurityUpdate = {
  readonly display_phone_number?: string;
  readonly event: Open<"PIN_CHANGED" | "PIN_RESET_REQUEST" | "PIN_REQUEST_SUCCESS">;
  readonly requester?: string;
};

/** The business's user name was approved, reserved or deleted. */
export type UsernameUpdate = {
  readonly display_phone_number?: string;
  readonly username?: string;
  readonly status: Open<"approved" | "reserved" | "deleted">;
};

/** A solution of several partners changed. */
export type PartnerSolutionUpdate = {
  readonly event: string;
  readonly solution_id?: string;
  readonly solution_status?: string;
};

/** A way of being paid changed. */
export type PaymentConfigurationUpdate = {
  readonly configuration_name: string;
  readonly provider_name?: string;
  readonly provider_mid?: string;
  readonly status?: string;
  readonly created_timestamp?: number | string;
  readonly updated_timestamp?: number | string;
};

/** A flow changed its state, or its endpoint misbehaves. */
export type FlowUpdate = JsonObject & {
  readonly event: Open<
    | "FLOW_STATUS_CHANGE"
    | "ENDPOINT_ERROR_RATE"
    | "ENDPOINT_LATENCY"
    | "ENDPOINT_AVAILABILITY"
    | "CLIENT_ERROR_RATE"
  >;
  readonly message?: string;
  readonly flow_id?: string;
  readonly old_status?: string;
  readonly new_status?: string;
  readonly threshold?: number;
  readonly alert_state?: Open<"ACTIVATED" | "DEACTIVATED">;
};
