import { z } from "zod";
import {
  bsuid,
  contact,
  digits,
  head,
  messagesValue,
  seconds,
  secondsText,
  standbyValue,
  wamid,
} from "./message-shapes.ts";

const TIER = z.enum([
  "TIER_50",
  "TIER_250",
  "TIER_2K",
  "TIER_10K",
  "TIER_100K",
  "TIER_UNLIMITED",
  "TIER_NOT_SET",
]);

const display_phone_number = digits;

const template = {
  message_template_id: z.number().int(),
  message_template_name: z.string(),
  message_template_language: z.string(),
};

const wabaInfo = z.strictObject({
  waba_id: digits,
  owner_business_id: digits,
  solution_id: digits.optional(),
  solution_partner_business_ids: z.array(digits).optional(),
  partner_app_id: digits.optional(),
});

/** A field `event` that is exactly `name`, and what comes with it. */
const event = <Rest extends z.ZodRawShape>(name: string, rest: Rest) =>
  z.strictObject({ event: z.literal(name), ...rest });

const accountUpdate = z.union([
  event("ACCOUNT_DELETED", {}),
  event("ACCOUNT_OFFBOARDED", {}),
  event("ACCOUNT_RECONNECTED", {}),
  event("AD_ACCOUNT_LINKED", {}),
  event("MM_LITE_TERMS_SIGNED", {}),
  event("ACCOUNT_VIOLATION", {
    violation_info: z.strictObject({
      violation_type: z.string(),
      remediation: z.string().optional(),
    }),
    phone_number: digits.optional(),
  }),
  event("ACCOUNT_RESTRICTION", {
    restriction_info: z
      .array(
        z.strictObject({
          restriction_type: z.string().startsWith("RESTRICTED_"),
          expiration: seconds.optional(),
        }),
      )
      .min(1),
  }),
  event("DISABLED_UPDATE", {
    ban_info: z.strictObject({
      waba_ban_state: z.enum(["DISABLE", "REINSTATE", "SCHEDULE_FOR_DISABLE"]),
      waba_ban_date: z.string().regex(/^[A-Z][a-z]+ \d{1,2}, \d{4}$/),
    }),
  }),
  event("AUTH_INTL_PRICE_ELIGIBILITY_UPDATE", {
    auth_international_rate_eligibility: z.strictObject({
      start_time: seconds,
      exception_countries: z.array(
        z.strictObject({ country_code: z.string().length(2), start_time: seconds }),
      ),
    }),
  }),
  event("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", { country: z.string().length(2) }),
  event("PARTNER_ADDED", { waba_info: wabaInfo }),
  event("PARTNER_REMOVED", { waba_info: wabaInfo }),
  event("PARTNER_APP_INSTALLED", { waba_info: wabaInfo }),
  event("PARTNER_APP_UNINSTALLED", { waba_info: wabaInfo }),
  event("PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE", {
    partner_client_certification_info: z.strictObject({
      client_business_id: digits,
      status: z.string(),
      rejection_reasons: z.array(z.string()).optional(),
    }),
  }),
  event("VOLUME_BASED_PRICING_TIER_UPDATE", {
    volume_tier_info: z.strictObject({
      tier_update_time: seconds,
      pricing_category: z.string(),
      tier: z.string().regex(/^\d+:(\d+|MAX)$/),
      effective_month: z.string().regex(/^\d{4}-\d{2}$/),
      region: z.string(),
    }),
  }),
]);

const flowAlert = z.strictObject({
  message: z.string(),
  flow_id: digits,
  alert_state: z.enum(["ACTIVATED", "DEACTIVATED"]),
  requests_count: z.number(),
  threshold: z.number(),
});

const flowErrors = {
  error_rate: z.number(),
  errors: z.array(
    z.strictObject({
      error_type: z.string(),
      error_rate: z.number(),
      error_count: z.number(),
    }),
  ),
};

/** What the value of each field may be, exactly as the facts have it. */
export const FIELD_SHAPES = {
  messages: messagesValue,
  standby: standbyValue,
  template_correct_category_detection: z.strictObject({
    ...template,
    category: z.string(),
    correct_category: z.string(),
  }),
  account_update: accountUpdate,
  account_alerts: z.strictObject({
    entity_type: z.enum(["BUSINESS", "PHONE_NUMBER"]),
    entity_id: digits,
    alert_info: z.strictObject({
      alert_severity: z.enum(["CRITICAL", "INFORMATIONAL", "WARNING"]),
      alert_status: z.enum(["ACTIVE", "NONE"]),
      alert_type: z.string(),
      alert_description: z.string(),
    }),
  }),
  account_review_update: z.strictObject({
    decision: z.enum(["APPROVED", "REJECTED", "PENDING", "DEFERRED"]),
  }),
  account_settings_update: z.strictObject({
    messaging_product: z.literal("whatsapp").optional(),
    timestamp: secondsText,
    type: z.literal("phone_number_settings"),
    phone_number_settings: z.strictObject({
      phone_number_id: digits,
      calling: z.record(z.string(), z.unknown()),
    }),
  }),
  automatic_events: z.strictObject({
    ...head,
    automatic_events: z
      .array(
        z.strictObject({
          id: wamid,
          event_name: z.enum(["LeadSubmitted", "Purchase"]),
          timestamp: seconds,
          ctwa_clid: z.string().optional(),
          custom_data: z
            .strictObject({ currency: z.string().length(3), value: z.number().int() })
            .optional(),
        }),
      )
      .min(1),
  }),
  business_capability_update: z.strictObject({
    max_daily_conversations_per_business: z.literal([250, 2000, 10_000, 100_000, -1]),
    max_phone_numbers_per_business: z.number().int().optional(),
    max_phone_numbers_per_waba: z.number().int().optional(),
  }),
  business_username_update: z.strictObject({
    display_phone_number,
    username: z.string(),
    status: z.enum(["approved", "reserved", "deleted"]),
  }),
  message_template_status_update: z.strictObject({
    event: z.string(),
    ...template,
    reason: z.string().nullable().optional(),
    message_template_category: z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]),
    disable_info: z.strictObject({ disable_date: seconds }).optional(),
    other_info: z.strictObject({ title: z.string(), description: z.string() }).optional(),
    rejection_info: z.strictObject({ reason: z.string(), recommendation: z.string() }).optional(),
  }),
  message_template_quality_update: z.strictObject({
    previous_quality_score: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
    new_quality_score: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
    ...template,
  }),
  message_template_components_update: z.strictObject({
    ...template,
    message_template_title: z.string().optional(),
    message_template_element: z.string(),
    message_template_footer: z.string().optional(),
    message_template_buttons: z
      .array(
        z.strictObject({
          message_template_button_type: z.string(),
          message_template_button_text: z.string(),
          message_template_button_url: z.string().optional(),
          message_template_button_phone_number: z.string().optional(),
        }),
      )
      .optional(),
  }),
  template_category_update: z.strictObject({
    ...template,
    previous_category: z.string().optional(),
    new_category: z.string(),
    correct_category: z.string().optional(),
    category_update_timestamp: seconds.optional(),
  }),
  partner_solutions: z.strictObject({
    event: z.enum(["SOLUTION_CREATED", "SOLUTION_UPDATED"]),
    solution_id: digits,
    solution_status: z.string(),
  }),
  payment_configuration_update: z.strictObject({
    configuration_name: z.string(),
    provider_name: z.string(),
    provider_mid: z.string(),
    status: z.string(),
    created_timestamp: seconds,
    updated_timestamp: seconds,
  }),
  phone_number_name_update: z.strictObject({
    display_phone_number,
    decision: z.enum(["APPROVED", "REJECTED", "PENDING", "DEFERRED"]),
    requested_verified_name: z.string(),
    rejection_reason: z.string().nullable(),
  }),
  phone_number_quality_update: z.strictObject({
    display_phone_number,
    event: z.enum(["ONBOARDING", "THROUGHPUT_UPGRADE"]),
    current_limit: TIER,
    old_limit: TIER.optional(),
    max_daily_conversations_per_business: TIER,
  }),
  security: z.strictObject({
    display_phone_number,
    event: z.enum(["PIN_CHANGED", "PIN_RESET_REQUEST", "PIN_REQUEST_SUCCESS"]),
    requester: z.string().optional(),
  }),
  user_id_update: z.strictObject({
    ...head,
    contacts: z.array(contact).length(1),
    user_id_update: z
      .array(
        z.strictObject({
          wa_id: digits.optional(),
          detail: z.string(),
          user_id: z.strictObject({ previous: bsuid, current: bsuid }),
          timestamp: secondsText,
        }),
      )
      .min(1),
  }),
  user_preferences: z.strictObject({
    ...head,
    contacts: z.array(contact).length(1),
    user_preferences: z
      .array(
        z.strictObject({
          wa_id: digits.optional(),
          user_id: bsuid.optional(),
          detail: z.string(),
          category: z.literal("marketing_messages"),
          value: z.enum(["stop", "resume"]),
          timestamp: seconds,
        }),
      )
      .min(1),
  }),
  flows: z.discriminatedUnion("event", [
    z.strictObject({
      event: z.literal("FLOW_STATUS_CHANGE"),
      message: z.string(),
      flow_id: digits,
      old_status: z.string(),
      new_status: z.string(),
    }),
    flowAlert.extend({ event: z.literal("ENDPOINT_ERROR_RATE"), ...flowErrors }),
    flowAlert.extend({
      event: z.literal("ENDPOINT_LATENCY"),
      p50_latency: z.number(),
      p90_latency: z.number(),
    }),
    flowAlert.extend({ event: z.literal("ENDPOINT_AVAILABILITY"), availability: z.number() }),
    flowAlert.extend({ event: z.literal("CLIENT_ERROR_RATE"), ...flowErrors }),
  ]),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type CheckedField = keyof typeof FIELD_SHAPES;

export function isChecked(field: string): field is CheckedField {
  return Object.hasOwn(FIELD_SHAPES, field);
}

const change = z.strictObject({ value: z.record(z.string(), z.unknown()), field: z.string() });

const entry = z.strictObject({
  id: digits,
  time: seconds.optional(),
  changes: z.array(change).min(1),
});

/** The whole body of a webhook. */
export const envelope = z.strictObject({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(entry).min(1),
});
