import type { JsonObject } from "../wire/json.ts";
import type * as fields from "../wire/webhook-fields.ts";
import type { AccountEvent } from "./events.ts";
import { originAt } from "./place.ts";
import type { ValuePlace } from "./place.ts";
import {
  anyObject,
  id,
  instant,
  isObject,
  list,
  number,
  numberOrText,
  object,
  orNull,
  own,
  text,
} from "../reader.ts";
import type { Reader } from "../reader.ts";

type Kind = AccountEvent["kind"];
type UpdateOf<K extends Kind> = Extract<AccountEvent, { kind: K }>["update"];
type ReadUpdate = (place: ValuePlace, value: JsonObject) => AccountEvent | undefined;

const TEMPLATE = {
  message_template_id: numberOrText,
  message_template_name: text,
  message_template_language: text,
};

const readTemplateStatus: Reader<fields.TemplateStatusUpdate> = object(
  { ...TEMPLATE, event: text },
  {
    reason: orNull(text),
    message_template_category: text,
    disable_info: object({}, { disable_date: numberOrText }),
    other_info: object({}, { title: text, description: text }),
    rejection_info: object({}, { reason: text, recommendation: text }),
  },
);

const readTemplateQuality: Reader<fields.TemplateQualityUpdate> = object(
  { ...TEMPLATE, previous_quality_score: text, new_quality_score: text },
  {},
);

const readTemplateComponents: Reader<fields.TemplateComponentsUpdate> = object(TEMPLATE, {
  message_template_title: text,
  message_template_element: text,
  message_template_footer: text,
  message_template_buttons: list(
    object(
      {},
      {
        message_template_button_type: text,
        message_template_button_text: text,
        message_template_button_url: text,
        message_template_button_phone_number: text,
      },
    ),
  ),
});

const readTemplateCategory: Reader<fields.TemplateCategoryUpdate> = object(
  { ...TEMPLATE, new_category: text },
  { previous_category: text, correct_category: text, category_update_timestamp: numberOrText },
);

const readPhoneQuality: Reader<fields.PhoneQualityUpdate> = object(
  { display_phone_number: text, event: text },
  { current_limit: text, old_limit: text, max_daily_conversations_per_business: text },
);

const readPhoneName: Reader<fields.PhoneNameUpdate> = object(
  { display_phone_number: text, decision: text },
  { requested_verified_name: text, rejection_reason: orNull(text) },
);

const readSecurity: Reader<fields.SecurityUpdate> = object(
  { event: text },
  { display_phone_number: text, requester: text },
);

const readUsername: Reader<fields.UsernameUpdate> = object(
  { status: text },
  { display_phone_number: text, username: text },
);

const readCapability: Reader<fields.CapabilityUpdate> = object(
  {},
  {
    max_daily_conversations_per_business: numberOrText,
    max_daily_conversation_per_phone: number,
    max_phone_numbers_per_business: number,
    max_phone_numbers_per_waba: number,
  },
);

const readReview: Reader<fields.AccountReviewUpdate> = object({ decision: text }, {});

const readAlert: Reader<fields.AccountAlert> = object(
  {
    alert_info: object(
      { alert_type: text },
      { alert_severity: text, alert_status: text, alert_description: text },
    ),
  },
  { entity_type: text, entity_id: text },
);

const readAccountUpdate: Reader<fields.AccountUpdate> = object(
  { event: text },
  {
    phone_number: text,
    country: text,
    violation_info: object({}, { violation_type: text, remediation: text }),
    restriction_info: list(object({}, { restriction_type: text, expiration: numberOrText })),
    ban_info: object({}, { waba_ban_state: text, waba_ban_date: text }),
    waba_info: anyObject,
    auth_international_rate_eligibility: anyObject,
    volume_tier_info: anyObject,
  },
);

const readSettings: Reader<fields.AccountSettingsUpdate> = object(
  { type: text },
  { timestamp: text, phone_number_settings: readNumberSettings },
);

const readSolution: Reader<fields.PartnerSolutionUpdate> = object(
  { event: text },
  { solution_id: text, solution_status: text },
);

const readPaymentConfiguration: Reader<fields.PaymentConfigurationUpdate> = object(
  { configuration_name: text },
  {
    provider_name: text,
    provider_mid: text,
    status: text,
    created_timestamp: numberOrText,
    updated_timestamp: numberOrText,
  },
);

const FLOW_KEYS: ReadonlySet<string> = new Set([
  "event",
  "message",
  "flow_id",
  "old_status",
  "new_status",
  "threshold",
  "alert_state",
]);

const qualityOrStatus: ReadUpdate = (place, value) =>
  // Meta's example of a quality update prints the field of status updates:
  // docs/…/webhooks/reference/message_template_quality_update, read 2026-11.
  about("template-status", readTemplateStatus)(place, value) ??
  about("template-quality", readTemplateQuality)(place, value);

/** How the value of each field about templates, numbers and the account is read. */
const ACCOUNT_FIELDS: ReadonlyMap<string, ReadUpdate> = new Map([
  ["message_template_status_update", qualityOrStatus],
  ["message_template_quality_update", about("template-quality", readTemplateQuality)],
  ["message_template_components_update", about("template-components", readTemplateComponents)],
  ["template_category_update", about("template-category", readTemplateCategory)],
  ["phone_number_quality_update", about("phone-quality", readPhoneQuality)],
  ["phone_number_name_update", about("phone-name", readPhoneName)],
  ["security", about("phone-security", readSecurity)],
  ["business_username_update", about("phone-username", readUsername)],
  ["business_username_updates", about("phone-username", readUsername)],
  ["business_capability_update", about("account-capability", readCapability)],
  ["account_review_update", about("account-review", readReview)],
  ["account_alerts", about("account-alert", readAlert)],
  ["account_update", about("account-update", readAccountUpdate)],
  ["account_settings_update", about("account-settings", readSettings)],
  ["partner_solutions", about("partner-solution", readSolution)],
  ["payment_configuration_update", about("payment-configuration", readPaymentConfiguration)],
  ["flows", about("flow", readFlow)],
]);

/** The reader of a field whose value is one change; undefined for every other field. */
export function accountField(field: string): ReadUpdate | undefined {
  return ACCOUNT_FIELDS.get(field);
}

function about<K extends Kind>(kind: K, read: Reader<UpdateOf<K>>): ReadUpdate {
  return (place, value) => {
    const update = read(value);
    if (update === undefined) return undefined;

    const event = { ...originAt(place, value, instant(own(value, "timestamp"))), kind, update };
    // The compiler does not see that `kind` and `update` belong to the same member of the union.
    return event as unknown as AccountEvent;
  };
}

function readNumberSettings(
  value: unknown,
): fields.AccountSettingsUpdate["phone_number_settings"] | undefined {
  if (!isObject(value)) return undefined;
  const { phone_number_id: _unchecked, ...rest } = value;
  const phoneNumberId = id(own(value, "phone_number_id"));
  return phoneNumberId === undefined ? rest : { ...rest, phone_number_id: phoneNumberId };
}

const readKnownOfFlow = object(
  { event: text },
  {
    message: text,
    flow_id: text,
    old_status: text,
    new_status: text,
    threshold: number,
    alert_state: text,
  },
);

/** The alerts of flows differ by event, so what is not known of them is left as it is. */
function readFlow(value: unknown): fields.FlowUpdate | undefined {
  const known = readKnownOfFlow(value);
  if (known === undefined || !isObject(value)) return undefined;

  const rest = Object.entries(value).filter(([key]) => !FLOW_KEYS.has(key));
  return { ...Object.fromEntries(rest), ...known };
}
