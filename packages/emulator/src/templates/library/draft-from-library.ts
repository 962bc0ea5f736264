import { invalidParameter } from "../../graph/error.ts";
import { Params } from "../../graph/params.ts";
import { isObject, type JsonObject, objectAt, parseJson, textAt } from "../../json.ts";
import { checkComponents } from "../rules/check-components.ts";
import { missingField } from "../rules/template-error.ts";
import type { TemplateDraft } from "../submit-template.ts";
import { variablesOf } from "../template-text.ts";
import type { LibraryButton, LibraryTemplate } from "./library-template.ts";
import { findLibraryTemplate } from "./search-library.ts";

/**
 * The template that a business makes of one of the library: its words are
 * fixed, its links and phone numbers are the business's own.
 *
 * Meta: docs/…/templates/template-library, read 2026-11.
 *
 * @throws GraphError 100 when the library has no such template in the language,
 * or the business leaves out what a button needs.
 */
export function draftFromLibrary(
  params: Params,
  wanted: { readonly name: string; readonly language: string; readonly category: string },
): TemplateDraft {
  const libraryName = params.text("library_template_name");
  const found = findLibraryTemplate(libraryName, wanted.language);
  if (found === null) {
    throw invalidParameter(
      `The library has no template ${libraryName} in ${wanted.language}. See message_template_library.`,
    );
  }
  if (found.category !== wanted.category) {
    throw invalidParameter(`Param category must be ${found.category} for ${libraryName}.`);
  }
  const inputs = objectsIn(params.values["library_template_button_inputs"]);
  const body = objectIn(params.values["library_template_body_inputs"]);
  const components =
    found.category === "AUTHENTICATION"
      ? codeComponents(body, inputs)
      : noticeComponents(found, inputs);
  return {
    name: wanted.name,
    language: wanted.language,
    category: found.category,
    parameterFormat: "POSITIONAL",
    libraryName,
    components: checkComponents(
      found.category,
      false,
      components.map((it) => new Params(it)),
    ).map((it) => ({ ...it })),
  };
}

function noticeComponents(
  found: LibraryTemplate,
  inputs: readonly JsonObject[],
): readonly JsonObject[] {
  const samples = found.body_params ?? [];
  const buttons = (found.buttons ?? []).map((button) => ownButton(button, inputs));
  return [
    ...(found.header === undefined ? [] : [{ type: "HEADER", format: "TEXT", text: found.header }]),
    {
      type: "BODY",
      text: found.body,
      ...(samples.length === 0 ? {} : { example: { body_text: [samples] } }),
    },
    ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }]),
  ];
}

/** The button with the business's own link or number in it. */
function ownButton(button: LibraryButton, inputs: readonly JsonObject[]): JsonObject {
  if (button.type !== "URL" && button.type !== "PHONE_NUMBER") return button;
  const input = inputs.find((it) => textAt(it, "type")?.toUpperCase() === button.type);
  if (input === undefined) throw missingField("BUTTONS", "library_template_button_inputs");
  if (button.type === "PHONE_NUMBER") {
    return { ...button, phone_number: textAt(input, "phone_number") ?? "" };
  }
  const given = objectAt(input, "url") ?? {};
  const url = textAt(given, "base_url") ?? "";
  const example = textAt(given, "url_suffix_example");
  return {
    ...button,
    url,
    ...(variablesOf(url).length === 0 || example === undefined ? {} : { example: [example] }),
  };
}

function codeComponents(body: JsonObject, inputs: readonly JsonObject[]): readonly JsonObject[] {
  const minutes = body["code_expiration_minutes"];
  const button = inputs.find((it) => textAt(it, "type")?.toUpperCase() === "OTP") ?? {};
  return [
    { type: "BODY", add_security_recommendation: body["add_security_recommendation"] === true },
    ...(minutes === undefined ? [] : [{ type: "FOOTER", code_expiration_minutes: minutes }]),
    {
      type: "BUTTONS",
      buttons: [{ otp_type: "COPY_CODE", ...button, type: "OTP", text: "Copy code" }],
    },
  ];
}

function objectIn(value: unknown): JsonObject {
  const read = typeof value === "string" ? readLoosely(value) : value;
  return isObject(read) ? read : {};
}

function objectsIn(value: unknown): readonly JsonObject[] {
  const read = typeof value === "string" ? readLoosely(value) : value;
  return Array.isArray(read) ? read.filter(isObject) : [];
}

/** Meta's own example writes this JSON with apostrophes and bare names inside a text. */
function readLoosely(text: string): unknown {
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  const quoted = text.replaceAll("'", '"').replaceAll(/([{,]\s*)([a-z_]+)\s*:/gi, '$1"$2":');
  return parseJson(quoted);
}
