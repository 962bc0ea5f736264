// Numbers used in the WhatsApp Business app and through the API at once ("coexistence").
// Meta: docs/…/embedded-signup/onboarding-business-app-users, read 2026-11.
import type { WebhookError } from "./error.ts";
import type { InboundContent, InboundContext, WebhookMessage } from "./inbound-message.ts";
import type { Open } from "./json.ts";
import type { WebhookContact, WebhookMetadata } from "./webhook.ts";

/** The changes only a number with the business app hears of. */
export type BusinessAppChange =
  | { readonly field: "smb_message_echoes" | "message_echoes"; readonly value: EchoesValue }
  | { readonly field: "smb_app_state_sync"; readonly value: AppStateSyncValue }
  | { readonly field: "history"; readonly value: HistoryValue };

/** Messages the business wrote in the app or on a linked device. */
export type EchoesValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly contacts?: readonly WebhookContact[];
  readonly message_echoes: readonly WebhookEcho[];
};

/** One message the business wrote elsewhere. */
export type WebhookEcho = {
  readonly id: string;
  readonly timestamp: string;
  readonly from?: string;
  readonly to?: string;
  readonly to_user_id?: string;
  readonly to_parent_user_id?: string;
  readonly context?: InboundContext;
} & InboundContent;

/** The address book of the app. */
export type AppStateSyncValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly state_sync: readonly ContactSync[];
};

/** One entry of the address book was added, edited or removed. */
export type ContactSync = {
  readonly type: Open<"contact">;
  readonly contact: {
    readonly full_name?: string;
    readonly first_name?: string;
    readonly phone_number?: string;
    readonly user_id?: string;
    readonly parent_user_id?: string;
    readonly username?: string;
  };
  readonly action: Open<"add" | "edit" | "remove">;
  readonly metadata?: { readonly timestamp?: string };
};

/** Chats from before the number was connected: chunks of threads, then their media one by one. */
export type HistoryValue = {
  readonly messaging_product: "whatsapp";
  readonly metadata: WebhookMetadata;
  readonly contacts?: readonly WebhookContact[];
  readonly history?: readonly HistoryChunk[];
  readonly messages?: readonly WebhookMessage[];
  readonly message_echoes?: readonly WebhookEcho[];
};

/** A part of the history, or the reason there is none (2593109: the owner said no). */
export type HistoryChunk = {
  readonly metadata?: HistoryProgress;
  readonly threads?: readonly HistoryThread[];
  readonly errors?: readonly WebhookError[];
};

/** Phases: 0 is the last day, 1 up to 90 days, 2 up to 180. `progress` is a percentage. */
export type HistoryProgress = {
  readonly phase?: number;
  readonly chunk_order?: number;
  readonly progress?: number;
};

/** The chat with one person; without a phone number the person is in `context`. */
export type HistoryThread = {
  readonly id?: string;
  readonly context?: {
    readonly wa_id?: string;
    readonly user_id?: string;
    readonly parent_user_id?: string;
    readonly username?: string;
  };
  readonly messages: readonly HistoryMessage[];
};

/** A message of the past, of either side. */
export type HistoryMessage = {
  readonly id: string;
  readonly timestamp: string;
  readonly from?: string;
  readonly from_user_id?: string;
  readonly from_parent_user_id?: string;
  readonly to?: string;
  readonly to_user_id?: string;
  readonly to_parent_user_id?: string;
  readonly context?: InboundContext;
  readonly history_context?: {
    readonly status?: Open<"READ" | "DELIVERED" | "SENT" | "PENDING" | "PLAYED" | "ERROR">;
  };
} & InboundContent;
