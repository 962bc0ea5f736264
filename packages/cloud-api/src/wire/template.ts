// Meta: docs/…/whatsapp/templates/* pages, read 2026-11.
import type { JsonObject, Open, Page } from "./json.ts";
import type { HealthStatus } from "./phone-number.ts";

/** A template as Meta keeps it. Which fields are present depends on `fields` of the request. */
export type Template = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: TemplateStatus;
  readonly category: TemplateCategory;
  readonly components?: readonly TemplateComponent[];
  readonly parameter_format?: ParameterFormat;
  readonly previous_category?: string;
  readonly correct_category?: string;
  readonly sub_category?: string;
  readonly rejected_reason?: string;
  readonly quality_score?: { readonly score?: string; readonly date?: number };
  readonly message_send_ttl_seconds?: number;
  readonly cta_url_link_tracking_opted_out?: boolean;
  readonly library_template_name?: string;
  readonly health_status?: HealthStatus;
};

/** Where a template stands in its life. */
export type TemplateStatus = Open<
  | "PENDING"
  | "APPROVED"
  | "REJECTED"
  | "PAUSED"
  | "DISABLED"
  | "IN_APPEAL"
  | "LIMIT_EXCEEDED"
  | "PENDING_DELETION"
  | "DELETED"
  | "ARCHIVED"
>;

/** What a template is for, which decides its price and its rules. Read in any case. */
export type TemplateCategory = Open<"MARKETING" | "UTILITY" | "AUTHENTICATION">;

/** Whether variables are numbers or names. Meta writes it in capitals and reads any case. */
export type ParameterFormat = Open<"POSITIONAL" | "NAMED">;

/** The words of Meta's that are written in capitals and read in any case. */
type AnyCase<Word extends string> = Uppercase<Word> | Lowercase<Word>;

/** A part of a template. */
export type TemplateComponent =
  | TemplateHeader
  | TemplateBody
  | TemplateFooter
  | TemplateButtons
  | TemplateCarousel
  | {
      readonly type: AnyCase<"LIMITED_TIME_OFFER">;
      readonly limited_time_offer: {
        readonly text: string;
        readonly has_expiration?: boolean;
      };
    }
  | { readonly type: AnyCase<"CALL_PERMISSION_REQUEST"> };

/** The head of a template: one line with at most one variable, or a file, place or product. */
export type TemplateHeader = {
  readonly type: AnyCase<"HEADER">;
  readonly format: AnyCase<
    "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "GIF" | "LOCATION" | "PRODUCT"
  >;
  readonly text?: string;
  readonly example?: {
    readonly header_handle?: readonly string[];
    readonly header_text?: readonly string[];
    readonly header_text_named_params?: readonly NamedExample[];
  };
};

/** An example for a variable with a name. */
export type NamedExample = { readonly param_name: string; readonly example: string };

/** The text of a template. Authentication templates have none of their own. */
export type TemplateBody = {
  readonly type: AnyCase<"BODY">;
  readonly text?: string;
  readonly example?: {
    readonly body_text?: readonly (readonly string[])[];
    readonly body_text_named_params?: readonly NamedExample[];
  };
  readonly add_security_recommendation?: boolean;
};

/** The small print of a template. */
export type TemplateFooter = {
  readonly type: AnyCase<"FOOTER">;
  readonly text?: string;
  readonly code_expiration_minutes?: number;
};

/** At most ten buttons; quick replies must stand together. */
export type TemplateButtons = {
  readonly type: AnyCase<"BUTTONS">;
  readonly buttons: readonly TemplateButton[];
};

/** One button of a template. */
export type TemplateButton =
  | { readonly type: AnyCase<"QUICK_REPLY">; readonly text: string }
  | {
      readonly type: AnyCase<"URL">;
      readonly text: string;
      readonly url: string;
      readonly example?: readonly string[];
    }
  | {
      readonly type: AnyCase<"PHONE_NUMBER">;
      readonly text: string;
      readonly phone_number: string;
    }
  | {
      readonly type: AnyCase<"COPY_CODE">;
      readonly text?: string;
      readonly example?: string | readonly string[];
    }
  | TemplateCodeButton
  | TemplateFlowButton
  | {
      readonly type: AnyCase<"CATALOG" | "MPM" | "SPM" | "REQUEST_CONTACT_INFO" | "ORDER_DETAILS">;
      readonly text?: string;
    }
  | {
      readonly type: AnyCase<"VOICE_CALL">;
      readonly text: string;
      readonly ttl_minutes?: number;
    };

/** The button of an authentication template. */
export type TemplateCodeButton = {
  readonly type: AnyCase<"OTP">;
  readonly otp_type: AnyCase<"COPY_CODE" | "ONE_TAP" | "ZERO_TAP">;
  readonly text?: string;
  readonly autofill_text?: string;
  readonly zero_tap_terms_accepted?: boolean;
  /** The form for one app only, before `supported_apps`; Meta's OpenAPI v23.0 still shows it. */
  readonly package_name?: string;
  readonly signature_hash?: string;
  readonly supported_apps?: readonly {
    readonly package_name: string;
    readonly signature_hash: string;
  }[];
};

/** A button that opens a flow. */
export type TemplateFlowButton = {
  readonly type: AnyCase<"FLOW">;
  readonly text: string;
  readonly flow_id?: string;
  readonly flow_name?: string;
  readonly flow_json?: string;
  readonly flow_action?: AnyCase<"NAVIGATE" | "DATA_EXCHANGE">;
  readonly navigate_screen?: string;
  readonly icon?: string;
};

/** Two to ten cards with parts of the same shape. */
export type TemplateCarousel = {
  readonly type: AnyCase<"CAROUSEL">;
  readonly cards: readonly { readonly components: readonly TemplateComponent[] }[];
};

/** The body of `POST /{waba-id}/message_templates`. */
export type TemplateCreate = {
  /** Lower-case letters, digits and underscores, at most 512. */
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory | Lowercase<"MARKETING" | "UTILITY" | "AUTHENTICATION">;
  readonly parameter_format?: AnyCase<"POSITIONAL" | "NAMED">;
  readonly components?: readonly TemplateComponent[];
  readonly message_send_ttl_seconds?: number;
  readonly allow_category_change?: boolean;
  readonly cta_url_link_tracking_opted_out?: boolean;
  readonly library_template_name?: string;
  readonly library_template_body_inputs?: JsonObject;
  readonly library_template_button_inputs?: readonly JsonObject[];
};

/** What Meta answers to a creation; most are judged later, by webhook. */
export type TemplateCreated = {
  readonly id: string;
  readonly status: TemplateStatus;
  readonly category: TemplateCategory;
};

/** The only fields of a template that can be changed. The template is judged again. */
export type TemplateEdit = Partial<
  Pick<
    TemplateCreate,
    "category" | "components" | "message_send_ttl_seconds" | "cta_url_link_tracking_opted_out"
  >
>;

/** A page of templates; `summary` only when it was asked for. */
export type TemplatePage = Page<Template> & { readonly summary?: TemplateSummary };

/** How many templates there are and may be. */
export type TemplateSummary = {
  readonly total_count?: number;
  readonly message_template_count?: number;
  readonly message_template_limit?: number;
  readonly are_translations_complete?: boolean;
};
