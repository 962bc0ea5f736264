import type { ChannelId } from "../kernel/ids.ts";

/** What Meta says of a template's life. Names are Meta's, in lower case. */
export type TemplateStatus =
  | "approved"
  | "pending"
  | "rejected"
  | "paused"
  | "disabled"
  | "archived"
  | "other";

export type TemplateCategory = "marketing" | "utility" | "authentication";

export type TemplateButton =
  | { readonly kind: "reply"; readonly title: string }
  /** `url` ends in a variable when `example` is there. */
  | {
      readonly kind: "url";
      readonly title: string;
      readonly url: string;
      readonly example?: string;
    }
  | { readonly kind: "phone"; readonly title: string; readonly phone: string }
  | { readonly kind: "copy-code"; readonly title: string }
  | { readonly kind: "other"; readonly title: string; readonly what: string };

export type TemplateHeader =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image" | "video" | "document" | "location" }
  | { readonly kind: "other"; readonly what: string };

/** A template in one language, as its channel's account holds it. */
export type Template = {
  readonly channelId: ChannelId;
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly status: TemplateStatus;
  readonly rejectedReason: string | null;
  readonly quality: "green" | "yellow" | "red" | "unknown";
  readonly header: TemplateHeader | null;
  /** With its variables as Meta writes them: {{1}} or {{first_name}}. */
  readonly body: string;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
};
