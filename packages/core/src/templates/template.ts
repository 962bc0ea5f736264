import type { ChannelId } from "../kernel/ids.ts";
import type { TemplateParts } from "./parts.ts";

/** What Meta says of a template's life. Names are Meta's, in lower case. */
export type TemplateStatus =
  | "approved"
  | "pending"
  | "in-appeal"
  | "rejected"
  | "paused"
  | "disabled"
  | "limit-exceeded"
  | "archived"
  | "pending-deletion"
  | "other";

export const TEMPLATE_CATEGORIES = ["marketing", "utility", "authentication"] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

export type ParameterFormat = "named" | "positional";

export type TemplateQuality = "green" | "yellow" | "red" | "unknown";

/** A template in one language, as its channel's account holds it. */
export type Template = TemplateParts & {
  readonly channelId: ChannelId;
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly status: TemplateStatus;
  readonly rejectedReason: string | null;
  readonly quality: TemplateQuality;
  /** Left out where it has no variables, or nobody has said. */
  readonly parameterFormat?: ParameterFormat;
  /** How long Meta tries to deliver it, when that is not the usual time; -1 is 30 days. */
  readonly ttlSeconds?: number;
  /** What Meta has said that it will count it as. */
  readonly nextCategory?: TemplateCategory;
  /** What Meta counted it as before. */
  readonly previousCategory?: TemplateCategory;
};
