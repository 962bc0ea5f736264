// Meta: docs/…/whatsapp/groups and /calling, read 2026-11.
import type { WebhookError } from "./error.ts";
import type { Open } from "./json.ts";
import type { WebhookCallStatus } from "./status.ts";
import type { WebhookContact, WebhookMetadata } from "./webhook.ts";

/** Changes of groups the business made. */
export type GroupChange = {
  readonly field:
    | "group_lifecycle_update"
    | "group_participants_update"
    | "group_settings_update"
    | "group_status_update";
  readonly value: {
    readonly messaging_product: "whatsapp";
    readonly metadata: WebhookMetadata;
    readonly groups: readonly GroupUpdate[];
  };
};

/** What happened to one group. */
export type GroupUpdate = {
  readonly type: Open<
    | "group_create"
    | "group_delete"
    | "group_participants_add"
    | "group_participants_remove"
    | "group_join_request_created"
    | "group_join_request_revoked"
    | "group_settings_update"
    | "group_suspend"
    | "group_suspend_cleared"
  >;
  readonly timestamp?: string;
  readonly group_id?: string;
  readonly request_id?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly invite_link?: string;
  readonly join_approval_mode?: Open<"auto_approve" | "approval_required">;
  readonly reason?: string;
  readonly initiated_by?: Open<"business" | "participant">;
  readonly added_participants?: readonly GroupParticipant[];
  readonly removed_participants?: readonly GroupParticipant[];
  readonly failed_participants?: readonly GroupParticipant[];
  readonly join_request_id?: string;
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly errors?: readonly WebhookError[];
};

/** A person in a group, or one who could not be added or removed. */
export type GroupParticipant = {
  readonly input?: string;
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly parent_user_id?: string;
  readonly username?: string;
  readonly errors?: readonly WebhookError[];
};

/** Calls, both ways. */
export type CallsChange = {
  readonly field: "calls";
  readonly value: {
    readonly messaging_product: "whatsapp";
    readonly metadata: WebhookMetadata;
    readonly contacts?: readonly WebhookContact[];
    readonly calls?: readonly WebhookCall[];
    readonly statuses?: readonly WebhookCallStatus[];
    readonly errors?: readonly WebhookError[];
  };
};

/** A call began or ended. One that ends without `duration` was missed. */
export type WebhookCall = {
  readonly id: string;
  readonly event: Open<"connect" | "terminate">;
  readonly from?: string;
  readonly from_user_id?: string;
  readonly to?: string;
  readonly to_user_id?: string;
  readonly timestamp?: string;
  readonly direction?: Open<"USER_INITIATED" | "BUSINESS_INITIATED">;
  readonly session?: { readonly sdp_type?: Open<"offer" | "answer">; readonly sdp?: string };
  readonly status?: Open<"COMPLETED" | "FAILED">;
  readonly start_time?: string;
  readonly end_time?: string;
  readonly duration?: number;
  readonly cta_payload?: string;
  readonly biz_opaque_callback_data?: string;
  readonly errors?: readonly WebhookError[];
};
