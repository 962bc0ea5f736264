import type { ContactSync, HistoryProgress } from "../wire/business-app.ts";
import type { WebhookError } from "../wire/error.ts";
import type { GroupUpdate, WebhookCall } from "../wire/groups-and-calls.ts";
import type {
  InboundContent,
  InboundContext,
  InboundIdentity,
  Referral,
} from "../wire/inbound-message.ts";
import type {
  DeliveryStatus,
  StatusConversation,
  StatusPricing,
  WebhookCallStatus,
  WebhookPaymentStatus,
} from "../wire/status.ts";
import type * as fields from "../wire/webhook-fields.ts";
import type { ChangedId } from "../wire/webhook.ts";

/**
 * One thing a webhook delivery says, told apart by `kind`.
 *
 * A member Meta sent and this package does not understand is an `unknown`, never nothing.
 */
export type WebhookEvent =
  | MessageEvent
  | StatusEvent
  | PaymentStatusEvent
  | ErrorEvent
  | UserPreferenceEvent
  | UserIdUpdateEvent
  | EchoEvent
  | ContactSyncEvent
  | HistoryEvent
  | HistoryMessageEvent
  | CallEvent
  | CallStatusEvent
  | GroupEvent
  | AccountEvent
  | UnknownEvent;

/** The kind of a webhook event. */
export type WebhookEventKind = WebhookEvent["kind"];

/** Where an event stood, and when it happened. */
export type EventOrigin = {
  /** The id of the WhatsApp Business Account. */
  readonly wabaId: string | null;
  /** Null on events about the account, which carry no number or only the displayed one. */
  readonly phoneNumberId: string | null;
  readonly displayPhoneNumber: string | null;
  /** The field of the change, such as `messages`. */
  readonly field: string | null;
  /** When it happened, by Meta's clock; null when Meta did not say it readably. */
  readonly occurredAt: Date | null;
  /** The member itself, exactly as it was parsed from the body. */
  readonly raw: unknown;
};

/**
 * A person as far as Meta says who it is.
 *
 * Any of the ids may be absent: a person with a user name need not share the phone number
 * (`waId`), and older payloads have no business-scoped user id (`userId`).
 */
export type Person = {
  readonly waId: string | null;
  readonly userId: string | null;
  readonly parentUserId: string | null;
  readonly name: string | null;
  /** Without the "@" some of Meta's payloads put before it. */
  readonly username: string | null;
  readonly identityKeyHash: string | null;
};

/** A person wrote to the business. */
export type MessageEvent = EventOrigin & {
  readonly kind: "message";
  readonly id: string;
  readonly sender: Person;
  readonly groupId: string | null;
  readonly context: InboundContext | null;
  readonly referral: Referral | null;
  readonly identity: InboundIdentity | null;
  readonly content: InboundContent;
  /** What Meta could not do with the message, such as fetching a file of more than 100 MB. */
  readonly errors: readonly WebhookError[];
};

/** A message of ours went a step further, or failed. */
export type StatusEvent = EventOrigin & {
  readonly kind: "status";
  /** The id of the message. */
  readonly id: string;
  readonly status: DeliveryStatus;
  /** The person; in a group, the participant the status is about. */
  readonly recipient: Person;
  readonly groupId: string | null;
  /** What we gave the message as `biz_opaque_callback_data`. */
  readonly bizOpaqueCallbackData: string | null;
  readonly pricing: StatusPricing | null;
  readonly conversation: StatusConversation | null;
  /** Why it failed; empty otherwise. */
  readonly errors: readonly WebhookError[];
};

/** A payment we asked for went a step further. */
export type PaymentStatusEvent = EventOrigin & {
  readonly kind: "payment-status";
  readonly payment: WebhookPaymentStatus;
};

/** Meta reports an error that belongs to no single message, such as a reached rate limit. */
export type ErrorEvent = EventOrigin & { readonly kind: "error"; readonly error: WebhookError };

/** A person stopped or resumed marketing messages. */
export type UserPreferenceEvent = EventOrigin & {
  readonly kind: "user-preference";
  readonly person: Person;
  readonly category: string;
  readonly value: "stop" | "resume";
  readonly detail: string | null;
};

/** A person got another user id. */
export type UserIdUpdateEvent = EventOrigin & {
  readonly kind: "user-id-update";
  /** The person, with the current ids. */
  readonly person: Person;
  readonly userId: ChangedId;
  readonly parentUserId: ChangedId | null;
  readonly detail: string | null;
};

/** The business wrote a message in the app or on a linked device. */
export type EchoEvent = EventOrigin & {
  readonly kind: "echo";
  readonly id: string;
  readonly recipient: Person;
  readonly context: InboundContext | null;
  readonly content: InboundContent;
};

/** The business's address book in the app changed. */
export type ContactSyncEvent = EventOrigin & {
  readonly kind: "contact-sync";
  readonly sync: ContactSync;
};

/**
 * A chunk of chats from before the number was connected: how far it is, or why there is none.
 *
 * Its messages follow as `history-message` events.
 */
export type HistoryEvent = EventOrigin & {
  readonly kind: "history";
  readonly progress: HistoryProgress | null;
  readonly errors: readonly WebhookError[];
};

/** A message from before the number was connected. */
export type HistoryMessageEvent = EventOrigin & {
  readonly kind: "history-message";
  readonly id: string;
  readonly direction: "inbound" | "outbound";
  /** The other side of the chat. */
  readonly person: Person;
  /** How far it got, in Meta's word: `READ`, `DELIVERED` and so on. */
  readonly status: string | null;
  readonly context: InboundContext | null;
  readonly content: InboundContent;
};

/** A call began or ended. */
export type CallEvent = EventOrigin & { readonly kind: "call"; readonly call: WebhookCall };

/** A call of ours rings, was accepted or rejected. */
export type CallStatusEvent = EventOrigin & {
  readonly kind: "call-status";
  readonly call: WebhookCallStatus;
};

/** Something happened to a group. */
export type GroupEvent = EventOrigin & { readonly kind: "group"; readonly group: GroupUpdate };

type About<Kind extends string, Update> = EventOrigin & {
  readonly kind: Kind;
  readonly update: Update;
};

/**
 * A template, a number or the account changed; `update` is Meta's value in Meta's words.
 *
 * Template ids come as JSON numbers that can exceed what a JavaScript number holds exactly, so
 * find a template by its name and language, not by `message_template_id`.
 */
export type AccountEvent =
  | About<"template-status", fields.TemplateStatusUpdate>
  | About<"template-quality", fields.TemplateQualityUpdate>
  | About<"template-components", fields.TemplateComponentsUpdate>
  | About<"template-category", fields.TemplateCategoryUpdate>
  | About<"phone-quality", fields.PhoneQualityUpdate>
  | About<"phone-name", fields.PhoneNameUpdate>
  | About<"phone-security", fields.SecurityUpdate>
  | About<"phone-username", fields.UsernameUpdate>
  | About<"account-capability", fields.CapabilityUpdate>
  | About<"account-review", fields.AccountReviewUpdate>
  | About<"account-alert", fields.AccountAlert>
  | About<"account-update", fields.AccountUpdate>
  | About<"account-settings", fields.AccountSettingsUpdate>
  | About<"partner-solution", fields.PartnerSolutionUpdate>
  | About<"payment-configuration", fields.PaymentConfigurationUpdate>
  | About<"flow", fields.FlowUpdate>;

/** Why a member is `unknown`. */
export type UnknownReason =
  /** Not the JSON object (or array) that belongs at this place. */
  | "wrong-shape"
  /** An array of members that has none, or a value without any. */
  | "empty"
  /** A field of webhooks this package does not know. */
  | "unfamiliar-field"
  /** A list inside a known field that this package does not know. */
  | "unfamiliar-list"
  /** A type of message, or a status, this package does not know. */
  | "unfamiliar-type"
  /** Of a known type, but not as Meta describes it. */
  | "malformed";

/** A member that is kept because it could not be read. */
export type UnknownEvent = EventOrigin & {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** Where the member stood, such as `entry[0].changes[0].value.messages[1]`. */
  readonly path: string;
  /** What is readable of a message all the same, so that it can be shown in its place. */
  readonly message: UnknownMessage | null;
};

/** The readable part of a message whose content is not. */
export type UnknownMessage = {
  readonly id: string;
  readonly direction: "inbound" | "outbound";
  /** Meta's word for the type; null when there is none. */
  readonly type: string | null;
  readonly person: Person;
  readonly groupId: string | null;
};
