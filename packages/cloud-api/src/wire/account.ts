// Meta: docs/…/whatsapp/business-accounts, /profile, /qr-codes, /block-users and
// graph-api/reference/debug_token, read 2026-11.
import type { Open } from "./json.ts";
import type { WebhookError } from "./error.ts";
import type { HealthStatus } from "./phone-number.ts";
import type { MessagingTier } from "./webhook-fields.ts";

/** A WhatsApp Business Account (WABA). Which fields are present depends on `fields`. */
export type BusinessAccount = {
  readonly id: string;
  readonly name?: string;
  readonly currency?: string;
  readonly timezone_id?: string;
  readonly country?: string;
  readonly message_template_namespace?: string;
  readonly account_review_status?: Open<"APPROVED" | "PENDING" | "REJECTED">;
  readonly business_verification_status?: string;
  readonly status?: string;
  readonly ownership_type?: string;
  readonly health_status?: HealthStatus;
  readonly is_enabled_for_insights?: boolean;
  readonly marketing_messages_onboarding_status?: string;
  /** ISO code of the country in which the business is verified to be. */
  readonly primary_business_location?: string;
  /** Only of businesses whose authentication messages to other countries have a rate of their own. */
  readonly auth_international_rate_eligibility?: {
    /** UNIX seconds. */
    readonly start_time?: number;
    readonly exception_countries?: readonly {
      readonly country_code: string;
      readonly start_time: number;
    }[];
  };
  readonly whatsapp_business_manager_messaging_limit?: MessagingTier;
  readonly template_auto_archival_enabled?: boolean;
  readonly owner_business_info?: { readonly id?: string; readonly name?: string };
};

/** What people see of the business. */
export type BusinessProfile = {
  readonly messaging_product?: "whatsapp";
  /** At most 139 characters. */
  readonly about?: string;
  /** At most 256 characters. */
  readonly address?: string;
  /** At most 512 characters. */
  readonly description?: string;
  /** At most 128 characters. */
  readonly email?: string;
  readonly profile_picture_url?: string;
  /** At most two, of at most 256 characters. */
  readonly websites?: readonly string[];
  readonly vertical?: BusinessVertical;
};

/** What can be written to the profile; the picture is a handle of a resumable upload. */
export type BusinessProfileUpdate = Omit<
  BusinessProfile,
  "messaging_product" | "profile_picture_url"
> & { readonly profile_picture_handle?: string };

/** The trade of a business. */
export type BusinessVertical = Open<
  | "ALCOHOL"
  | "APPAREL"
  | "AUTO"
  | "BEAUTY"
  | "EDU"
  | "ENTERTAIN"
  | "EVENT_PLAN"
  | "FINANCE"
  | "GOVT"
  | "GROCERY"
  | "HEALTH"
  | "HOTEL"
  | "NONPROFIT"
  | "NOT_A_BIZ"
  | "ONLINE_GAMBLING"
  | "OTC_DRUGS"
  | "OTHER"
  | "PHYSICAL_GAMBLING"
  | "PROF_SERVICES"
  | "RESTAURANT"
  | "RETAIL"
  | "TRAVEL"
  | "UNDEFINED"
>;

/** An app that hears the account's webhooks, and where they go instead of the app's own address. */
export type SubscribedApp = {
  readonly whatsapp_business_api_data?: {
    readonly id?: string;
    readonly name?: string;
    readonly link?: string;
  };
  readonly override_callback_uri?: string;
};

/** Another address for webhooks; Meta verifies it with `verify_token` before it answers. */
export type CallbackOverride = {
  /** At most 200 characters. */
  readonly override_callback_uri: string;
  readonly verify_token: string;
};

/** A code that opens a chat with words already typed. */
export type QrCode = {
  readonly code: string;
  readonly prefilled_message: string;
  readonly deep_link_url?: string;
  readonly qr_image_url?: string;
};

/** A person the business blocked. */
export type BlockedUser = {
  readonly messaging_product?: "whatsapp";
  readonly wa_id?: string;
  readonly user_id?: string;
};

/** What became of each person in a request to block or unblock. */
export type BlockResult = {
  readonly messaging_product?: "whatsapp";
  readonly block_users: {
    readonly added_users?: readonly BlockedPerson[];
    readonly removed_users?: readonly BlockedPerson[];
    readonly failed_users?: readonly (BlockedPerson & {
      readonly errors?: readonly WebhookError[];
    })[];
  };
};

/** A person as asked for, and as Meta knows them. */
export type BlockedPerson = {
  readonly input?: string;
  readonly wa_id?: string;
  readonly user_id?: string;
};

/** What Meta knows about a token. */
export type TokenInfo = {
  readonly app_id?: string;
  readonly application?: string;
  readonly type?: Open<"USER" | "SYSTEM_USER" | "APP" | "PAGE">;
  readonly is_valid: boolean;
  /** UNIX seconds; 0 means never. */
  readonly expires_at?: number;
  readonly data_access_expires_at?: number;
  readonly issued_at?: number;
  readonly scopes?: readonly string[];
  readonly granular_scopes?: readonly {
    readonly scope: string;
    readonly target_ids?: readonly string[];
  }[];
  readonly user_id?: string;
  readonly error?: { readonly code?: number; readonly message?: string; readonly subcode?: number };
};
