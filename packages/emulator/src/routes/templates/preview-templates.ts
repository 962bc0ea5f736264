import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { wordsAt } from "../../json.ts";
import { codeBody, codeButton, codeFooter } from "../../templates/authentication-text.ts";
import { templateLanguages } from "../../templates/rules/languages.ts";
import { readFlag, requireLanguage } from "./read-template.ts";

/**
 * What an authentication template would say, language by language.
 *
 * Meta: docs/…/templates/authentication-templates#previews, read 2026-11.
 */
export function previewTemplates(call: Call): Answer {
  const { params } = call;
  callWaba(call);
  params.oneOf("category", ["AUTHENTICATION"]);
  const key = params.has("languages") ? "languages" : "language";
  const asked = wordsAt(params.values, key).map(requireLanguage);
  const advice = readFlag(params, "add_security_recommendation") ?? false;
  const minutes = params.optionalText("code_expiration_minutes");
  if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90)) {
    throw invalidParameter("Param code_expiration_minutes must be between 1 and 90.");
  }
  const types = wordsAt(params.values, "button_types").map((it) => it.toUpperCase());
  const wrong = types.find((it) => it !== "OTP");
  if (wrong !== undefined) {
    throw invalidParameter(`Param button_types must be one of {OTP} - got "${wrong}".`);
  }
  const data = (asked.length === 0 ? templateLanguages() : asked).map((language) => {
    const { text, autofill } = codeButton(language);
    return {
      body: codeBody(language, advice),
      ...(types.length === 0 ? {} : { buttons: [{ autofill_text: autofill, text }] }),
      ...(minutes === undefined ? {} : { footer: codeFooter(language, minutes) }),
      language,
    };
  });
  return { body: { data } };
}
