import { invalidParameter } from "../../graph/error.ts";
import { Params } from "../../graph/params.ts";
import { isObject, type JsonObject, parseJson, textAt } from "../../json.ts";
import { type Category, checkComponents } from "../../templates/rules/check-components.ts";
import { isTemplateLanguage } from "../../templates/rules/languages.ts";
import { codeBody, codeFooter } from "../../templates/authentication-text.ts";

/** The language as text, or as the object that sends use. */
export function readLanguage(params: Params): string {
  const given = params.values["language"];
  const code = typeof given === "string" ? given : params.object("language").text("code");
  return requireLanguage(code);
}

export function requireLanguage(code: string): string {
  if (isTemplateLanguage(code)) return code;
  throw invalidParameter(`Param language must be one of the supported languages - got "${code}".`);
}

/** The components of a request in Meta's spelling, also when they came as a text. */
export function readComponents(
  params: Params,
  template: { readonly category: Category; readonly language: string; readonly named: boolean },
): Record<string, unknown>[] {
  const given = params.values["components"];
  const list: unknown = typeof given === "string" ? parseJson(given) : given;
  const source = Array.isArray(list) ? new Params({ ...params.values, components: list }) : params;
  const components = source
    .objects("components")
    .map((it) => (template.category === "AUTHENTICATION" ? ownParts(it, template.language) : it));
  return checkComponents(template.category, template.named, components).map((it) => ({ ...it }));
}

/** Reading a template answers its fixed words; writing them back changes nothing. */
function ownParts(component: Params, language: string): Params {
  const { text, example: _sample, ...rest } = component.values;
  const type = textAt(rest, "type")?.toUpperCase();
  const fixed =
    type === "BODY"
      ? codeBody(language, rest["add_security_recommendation"] === true)
      : codeFooter(language, textAt(rest, "code_expiration_minutes") ?? "");
  if (type !== "BODY" && type !== "FOOTER") return component;
  return text === fixed ? new Params(rest, component.pathOf("").replace(/\[''\]$/, "")) : component;
}

/**
 * How long a message is tried to be delivered; -1 is 30 days.
 *
 * Meta: 30 seconds to 15 minutes for codes, to 12 hours for utility, 12 hours
 * to 30 days for marketing, docs/…/templates/time-to-live, read 2026-11.
 */
const TTL = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
} as const satisfies Record<Category, readonly [number, number]>;

/** `undefined` when the request does not say. */
export function readTtl(params: Params, category: Category): number | undefined {
  const text = params.optionalText("message_send_ttl_seconds");
  if (text === undefined) return undefined;
  const [min, max] = TTL[category];
  const seconds = Number(text);
  if (seconds === -1 || (Number.isInteger(seconds) && seconds >= min && seconds <= max)) {
    return seconds;
  }
  throw invalidParameter(
    `Param message_send_ttl_seconds must be -1 or between ${min} and ${max} for category ${category}.`,
  );
}

/** A flag as JSON or as the text of a form. */
export function readFlag(params: Params, key: string): boolean | undefined {
  const text = params.optionalText(key)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw invalidParameter(`Param ${params.pathOf(key)} must be a boolean.`);
}

/** A JSON object that the emulator keeps and gives back as it is. */
export function readSpec(params: Params, key: string): JsonObject | null {
  const value = params.values[key];
  const read = typeof value === "string" ? parseJson(value) : value;
  return isObject(read) ? read : null;
}
