import type { Template } from "../store/kinds.ts";
import { codeBody, codeFooter } from "./authentication-text.ts";
import { type JsonObject, objectsAt, textAt } from "../json.ts";

/** The variables of a template's text, in order and without repeats: `1`, `2` or `first_name`. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((it) => it[1] ?? ""))];
}

/** The text with its variables filled in; a variable without a value stays. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\{\{\s*([^{}]*?)\s*\}\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

export function componentOf(
  components: readonly JsonObject[],
  type: string,
): JsonObject | undefined {
  return components.find((it) => textAt(it, "type")?.toUpperCase() === type);
}

/** The buttons of a template (or of one of its cards), in order. */
export function buttonsOf(components: readonly JsonObject[]): readonly JsonObject[] {
  const buttons = componentOf(components, "BUTTONS");
  return buttons === undefined ? [] : objectsAt(buttons, "buttons");
}

export function bodyTextOf(template: Template): string {
  const body = componentOf(template.components, "BODY");
  if (body === undefined) return "";
  if (template.category !== "AUTHENTICATION") return textAt(body, "text") ?? "";
  return codeBody(template.language, body["add_security_recommendation"] === true);
}

export function footerTextOf(template: Template): string | null {
  const footer = componentOf(template.components, "FOOTER");
  if (footer === undefined) return null;
  const minutes = textAt(footer, "code_expiration_minutes");
  if (minutes !== undefined) return codeFooter(template.language, minutes);
  return textAt(footer, "text") ?? null;
}
