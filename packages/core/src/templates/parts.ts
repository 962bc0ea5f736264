import type { TemplateButton } from "./button.ts";

/** A file that Meta's reviewer looks at: one of ours, or what Meta shows of the one it has. */
export type Sample =
  | { readonly from: "file"; readonly fileId: string; readonly name: string }
  | { readonly from: "meta"; readonly url: string };

export type TemplateHeader =
  | { readonly kind: "text"; readonly text: string; readonly example?: string }
  | { readonly kind: "image" | "video" | "document"; readonly sample?: Sample }
  | { readonly kind: "location" }
  | { readonly kind: "product" }
  | { readonly kind: "other"; readonly what: string };

/** Examples of a text's variables, by their keys: the reviewer reads the text with them. */
export type Examples = Readonly<Record<string, string>>;

/** One of two to ten cards that a person swipes through; all cards of a template have one shape. */
export type TemplateCard = {
  readonly header: TemplateHeader;
  readonly body: string | null;
  readonly bodyExamples?: Examples;
  readonly buttons: readonly TemplateButton[];
};

/** An offer with a countdown, when `ends`; each message then says at which instant. */
export type TemplateOffer = { readonly text: string; readonly ends: boolean };

/** The words of a template with a code are Meta's; these are the choices that it leaves. */
export type TemplateCode = {
  /** Whether it adds that the code is to be told to nobody. */
  readonly advises: boolean;
  /** What it says of the code's life; null says nothing. */
  readonly expiresMinutes: number | null;
};

/**
 * What a template says, whoever keeps it: Meta's account, or a draft here.
 *
 * With `code` the body and the footer are Meta's words in the template's
 * language, and cannot be others.
 */
export type TemplateParts = {
  readonly header: TemplateHeader | null;
  /** With its variables as Meta writes them: {{1}} or {{first_name}}. */
  readonly body: string;
  readonly bodyExamples?: Examples;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
  readonly offer?: TemplateOffer;
  readonly cards?: readonly TemplateCard[];
  readonly code?: TemplateCode;
  /** Asks below the text whether the business may call. */
  readonly asksToCall?: boolean;
};
