import { unreachable } from "../kernel/unreachable.ts";
import type {
  Button,
  CardValues,
  FilledCard,
  Header,
  MessageContent,
  TemplateValues,
} from "../messages/content.ts";
import { lengthOf } from "../messages/draft-flaw.ts";
import type { TemplateButton } from "./button.ts";
import type { TemplateCard, TemplateHeader, TemplateParts } from "./parts.ts";
import { missingVariables, usedValues } from "./values.ts";
import type { Variable } from "./variables.ts";

type Filled = Extract<MessageContent, { readonly kind: "template" }>;

export type TemplateIncomplete = {
  readonly refused: "template-incomplete";
  readonly missing: readonly Variable[];
};

export type TemplateTooLong = { readonly refused: "text-too-long"; readonly maxLength: number };

/** What of a template is needed to fill it. */
export type TemplateToFill = TemplateParts & { readonly name: string; readonly language: string };

/**
 * The message that `template` becomes when it is filled with `values`: as the
 * person will see it, and with the values, which is what goes over the wire.
 *
 * A value may not be blank and may hold no line breaks, tabs or more than four
 * spaces in a row, and the filled text has an end: Meta refuses those.
 * Meta: 132018 "parameter validation", 132005 "hydrated text too long",
 * docs/…/error-codes, read 2026-11.
 */
export function fillTemplate(
  template: TemplateToFill,
  values: TemplateValues,
): Filled | TemplateIncomplete | TemplateTooLong {
  const missing = missingVariables(template, values);
  if (missing.length > 0) return { refused: "template-incomplete", missing };

  const used = usedValues(template, values);
  const filled = filledAsFarAs(template, used);
  const maxLength = bodyMax(template);
  const isTooLong = lengthOf(filled.text) > maxLength;
  return isTooLong ? { refused: "text-too-long", maxLength } : { ...filled, values: used };
}

/** The message as far as it is filled in: what is missing stays as it stands in the template. */
export function filledAsFarAs(template: TemplateToFill, values: TemplateValues): Filled {
  const { header, offer, cards, footer } = template;
  const place = values.headerPlace;
  const head =
    header?.kind === "location" && place
      ? { kind: "location" as const, place }
      : filledHeader(header, values, values.header);
  const endsAt = values.offerEndsAt;
  return {
    kind: "template",
    name: template.name,
    language: template.language,
    ...(head && { header: head }),
    text: filledText(template.body, values.body ?? {}),
    ...(footer !== null && { footer }),
    ...(offer && { offer: { text: offer.text, ...(offer.ends && endsAt && { endsAt }) } }),
    buttons: template.buttons.map((button, index) => filledButton(button, index, values)),
    ...(cards && { cards: cards.map((card, at) => filledCard(card, values.cards?.[at] ?? {})) }),
    values,
  };
}

/** Variables without a value stay as they are, so that a preview shows where they go. */
export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? whole) : whole,
  );
}

/**
 * The longest text of a filled template, which may be much longer when it stands alone.
 *
 * Meta: "text" of the parameter object, docs/…/reference/messages, read 2026-11.
 */
function bodyMax({ header, footer, buttons, offer, cards }: TemplateParts): number {
  const alone = header === null && footer === null && buttons.length === 0 && !offer && !cards;
  return alone ? 32_768 : 1024;
}

function filledCard(card: TemplateCard, values: CardValues): FilledCard {
  const header = filledHeader(card.header, values, undefined);
  return {
    ...(header && { header }),
    ...(card.body !== null && { text: filledText(card.body, values.body ?? {}) }),
    buttons: card.buttons.map((button, index) => filledButton(button, index, values)),
  };
}

/** A product is shown by Meta, from the catalog. */
function filledHeader(
  header: TemplateHeader | null,
  { headerFile: file }: CardValues,
  texts: Readonly<Record<string, string>> | undefined,
): Header | null {
  if (header === null) return null;
  switch (header.kind) {
    case "text":
      return { kind: "text", text: filledText(header.text, texts ?? {}) };
    case "image":
    case "video":
    case "document":
      return file ? { kind: header.kind, file } : null;
    case "location":
    case "product":
    case "other":
      return null;
    default:
      return unreachable(header);
  }
}

function filledButton(button: TemplateButton, index: number, values: CardValues): Button {
  const { kind, title } = button;
  const value = values.buttons?.[String(index)];
  switch (kind) {
    case "reply":
      return { kind, id: values.replies?.[String(index)] ?? title, title };
    case "url":
      return { kind, title, url: filledUrl(button.url, value) };
    case "phone":
      return { kind, title, phone: button.phone };
    case "copy-code":
      return { kind, title, code: value ?? "" };
    case "flow":
    case "catalog":
    case "products":
    case "product":
    case "code":
    case "call":
    case "ask-contact":
      return { kind: "other", title, what: kind };
    case "other":
      return { kind, title, what: button.what };
    default:
      return unreachable(kind);
  }
}

function filledUrl(url: string, value: string | undefined): string {
  return value === undefined ? url : url.replace(/\{\{\s*\w+\s*\}\}/u, () => value);
}
