// Meta: docs/…/whatsapp/webhooks/overview and /webhooks/reference/*, read 2026-11.
import type { BusinessAppChange } from "./business-app.ts";
import type { WebhookError } from "./error.ts";
import type { CallsChange, GroupChange } from "./groups-and-calls.ts";
import type { WebhookMessage } from "./inbound-message.ts";
import type { WebhookCallStatus, WebhookPaymentStatus, WebhookStatus } from "./status.ts";
import type { AccountChange } from "./webhook-fields.ts";

/**
 * The body of one delivery: up to 1000 updates and 3 MB.
 *
 * This is what Meta writes. To read a delivery use `parseWebhook`, which trusts nothing.
 */
export type WebhookBody = {
  readonly object: "whatsapp_business_account";
  readonly entry: readonly WebhookEntry[];
};

/** The changes of one WhatsApp Business Account. */
export type WebhookEntry = {
  /** The id of the WhatsApp Business Account. */
  readonly id: string;
  /** UNIX seconds; absent on `messages`. */
  readonly time?: number;
  readonly changes: readonly WebhookChange[];
};

/** One change, told apart by the field the app subscribed to. */
export type WebhookChange =
  | { readonly field: "messages"; readonly value: MessagesValue }
  | { readonly field: "user_preferences"; readonly value: UserPreferencesValue }
  | { readonly field: "user_id_update"; readonly value: UserIdUpdateValue }
  | AccountChange
  | BusinessAppChange
  | CallsChange
  | GroupChange;

/** The phone number of the business a value is about. */
export type WebhookMetadata = {
  readonly display_phone_number: string;
  readonly phone_number_id: string;
};

/** Who wrote. `wa_id` is absent for a person who does not share the phone number. */
export type WebhookContact = {
  readonly profile?: { readonly name?: string; readonly username?: string };
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly parent_user_id?: string;
  readonly identity_key_hash?: string;
};

/** Messages and statuses come in separate values; errors stand alone. */
export type MessagesValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly contacts?: readonly WebhookContact[];
  readonly messages?: readonly WebhookMessage[];
  readonly statuses?: readonly (WebhookStatus | WebhookPaymentStatus | WebhookCallStatus)[];
  readonly errors?: readonly WebhookError[];
};

/** People who stopped or resumed marketing messages. */
export type UserPreferencesValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly contacts?: readonly WebhookContact[];
  readonly user_preferences: readonly UserPreference[];
};

/** What one person wants to receive. */
export type UserPreference = {
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly parent_user_id?: string;
  readonly detail?: string;
  readonly category: "marketing_messages" | (string & Record<never, never>);
  readonly value: "stop" | "resume";
  /** UNIX seconds, as a number. */
  readonly timestamp?: number;
};

/** Not in Meta's table of fields; seen in payloads of the BSUID page (2026). */
export type UserIdUpdateValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly contacts?: readonly WebhookContact[];
  readonly user_id_update: readonly UserIdUpdate[];
};

/** One person got another user id, for instance with another phone number. */
export type UserIdUpdate = {
  readonly wa_id?: string;
  readonly detail?: string;
  readonly user_id: ChangedId;
  readonly parent_user_id?: ChangedId;
  readonly timestamp?: string;
};

/** An id before and after. */
export type ChangedId = { readonly previous?: string; readonly current: string };
