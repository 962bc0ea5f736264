import { unreachable } from "../kernel/unreachable.ts";
import type { Button, Header, MessageContent, TemplateValues } from "../messages/content.ts";
import type { Template, TemplateButton } from "./template.ts";
import { type Variable, variableKeys, variablesOf } from "./variables.ts";

type Filled = Extract<MessageContent, { readonly kind: "template" }>;

export type TemplateIncomplete = {
  readonly refused: "template-incomplete";
  readonly missing: readonly Variable[];
};

/**
 * The message that `template` becomes when it is filled with `values`: as the
 * person will see it, and with the values, which is what goes over the wire.
 *
 * A value may not be blank and, in the body, may hold no line breaks, tabs or
 * more than four spaces in a row: Meta refuses those.
 * Meta: 132018 "parameter validation", docs/…/error-codes, read 2026-11.
 */
export function fillTemplate(
  template: Template,
  values: TemplateValues,
): Filled | TemplateIncomplete {
  const missing = variablesOf(template).filter((variable) => !isFilled(variable, values));
  if (missing.length > 0) return { refused: "template-incomplete", missing };

  const header = filledHeader(template, values);
  return {
    kind: "template",
    name: template.name,
    language: template.language,
    ...(header && { header }),
    text: filledText(template.body, values.body ?? {}),
    ...(template.footer !== null && { footer: template.footer }),
    buttons: template.buttons.map((button, index) => filledButton(button, index, values)),
    values: usedValues(template, values),
  };
}

function isFilled(variable: Variable, values: TemplateValues): boolean {
  switch (variable.place) {
    case "header-file":
      return values.headerFile !== undefined;
    case "header-place":
      return values.headerPlace !== undefined;
    case "header":
      return isUsable(values.header?.[variable.key]);
    case "body":
      return isUsable(values.body?.[variable.key]);
    case "button":
      return isUsable(values.buttons?.[variable.key]);
    default:
      return unreachable(variable.place);
  }
}

function isUsable(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== "" && !/[\n\t]| {5,}/u.test(value);
}

function filledHeader(template: Template, values: TemplateValues): Header | null {
  const header = template.header;
  if (header === null || header.kind === "other") return null;
  if (header.kind === "text") {
    return { kind: "text", text: filledText(header.text, values.header ?? {}) };
  }
  if (header.kind === "location") {
    return values.headerPlace ? { kind: "location", place: values.headerPlace } : null;
  }
  return values.headerFile ? { kind: header.kind, file: values.headerFile } : null;
}

/** Variables without a value stay as they are, so that a preview shows where they go. */
export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? whole) : whole,
  );
}

function filledButton(button: TemplateButton, index: number, values: TemplateValues): Button {
  const value = values.buttons?.[String(index)] ?? "";
  switch (button.kind) {
    case "reply":
      return {
        kind: "reply",
        id: values.replies?.[String(index)] ?? button.title,
        title: button.title,
      };
    case "url":
      return { kind: "url", title: button.title, url: filledUrl(button.url, value) };
    case "phone":
      return button;
    case "copy-code":
      return { kind: "copy-code", title: button.title, code: value };
    case "other":
      return { kind: "other", title: button.title };
    default:
      return unreachable(button);
  }
}

function filledUrl(url: string, value: string): string {
  return url.replace(/\{\{\s*\w+\s*\}\}/u, () => value);
}

/** Only what the template asks for: Meta refuses a value that has no place. */
function usedValues(template: Template, values: TemplateValues): TemplateValues {
  const buttonKeys = variablesOf(template)
    .filter(({ place }) => place === "button")
    .map(({ key }) => key);
  const header =
    template.header?.kind === "text"
      ? picked(values.header, variableKeys(template.header.text))
      : {};
  const body = picked(values.body, variableKeys(template.body));
  const buttons = picked(values.buttons, buttonKeys);
  const replyKeys = template.buttons.flatMap(({ kind: it }, index) =>
    it === "reply" ? [String(index)] : [],
  );
  const replies = picked(values.replies, replyKeys);
  const kind = template.header?.kind;
  return {
    ...(Object.keys(header).length > 0 && { header }),
    ...(kind !== "text" &&
      kind !== "location" &&
      values.headerFile && { headerFile: values.headerFile }),
    ...(kind === "location" && values.headerPlace && { headerPlace: values.headerPlace }),
    ...(Object.keys(body).length > 0 && { body }),
    ...(Object.keys(buttons).length > 0 && { buttons }),
    ...(Object.keys(replies).length > 0 && { replies }),
  };
}

function picked(
  values: Readonly<Record<string, string>> | undefined,
  keys: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = values?.[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
