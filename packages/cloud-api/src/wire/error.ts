import type { JsonObject } from "./json.ts";

/** The body of every refused Graph call. Meta: docs/…/support/error-codes, read 2026-11. */
export type GraphErrorBody = { readonly error: GraphError };

/** Why a Graph call was refused. `error_user_*` come in the language of the account, not ours. */
export type GraphError = {
  readonly message: string;
  readonly type?: string;
  readonly code: number;
  readonly error_subcode?: number;
  readonly error_data?: GraphErrorData;
  readonly is_transient?: boolean;
  readonly error_user_title?: string;
  readonly error_user_msg?: string;
  readonly fbtrace_id?: string;
};

/** `details` on messaging errors, `blame_field_specs` on management errors. */
export type GraphErrorData = JsonObject & {
  readonly messaging_product?: "whatsapp";
  readonly details?: string;
  readonly blame_field_specs?: readonly (readonly string[])[];
};

/** An error inside a webhook: of a failed status, of an unsupported message, or of a whole value. */
export type WebhookError = {
  readonly code: number;
  readonly title?: string;
  readonly message?: string;
  readonly error_data?: { readonly details?: string };
  readonly href?: string;
  /** Old payloads carry the details here instead of in `error_data`. */
  readonly details?: string;
};
