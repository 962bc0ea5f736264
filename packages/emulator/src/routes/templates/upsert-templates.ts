import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { Params } from "../../graph/params.ts";
import { isObject, type JsonObject, objectsAt, parseJson, textAt, wordsAt } from "../../json.ts";
import type { Template, Waba } from "../../store/kinds.ts";
import { touchTemplate } from "../../templates/archive-template.ts";
import { codeButton } from "../../templates/authentication-text.ts";
import { checkName } from "../../templates/rules/check-components.ts";
import { wrongButtons } from "../../templates/rules/template-error.ts";
import { reviewOf, submitTemplate } from "../../templates/submit-template.ts";
import { saveTemplate, tellComponents } from "../../templates/template-news.ts";
import { templatesOf } from "../../templates/templates-of.ts";
import type { World } from "../../world.ts";
import { readComponents, readTtl, requireLanguage } from "./read-template.ts";

/**
 * Makes an authentication template in many languages at once, or brings those
 * that exist to the same form.
 *
 * The words of the buttons are Meta's in each language, so they cannot be given.
 * Meta: docs/…/templates/authentication-templates#bulk-management, read 2026-11.
 */
export function upsertTemplates(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const name = params.text("name");
  checkName(name);
  params.oneOf("category", ["AUTHENTICATION"]);
  const languages = wordsAt(params.values, "languages").map(requireLanguage);
  if (languages.length === 0) throw params.missing("languages");
  const made = world.db.write(() =>
    languages.map((language) => upsert(world, waba, { name, language, params })),
  );
  return { body: { data: made.map(({ id, status, language }) => ({ id, status, language })) } };
}

function upsert(
  world: World,
  waba: Waba,
  wanted: { readonly name: string; readonly language: string; readonly params: Params },
): Template {
  const { name, language, params } = wanted;
  const category = "AUTHENTICATION";
  const components = readComponents(withMetaWords(params, language), {
    category,
    language,
    named: false,
  });
  const ttlSeconds = readTtl(params, category) ?? null;
  const known = templatesOf(world, waba.id).find(
    (it) => it.name === name && it.language === language,
  );
  if (known === undefined) {
    const parameterFormat = "POSITIONAL";
    const draft = { name, language, category, parameterFormat, components, ttlSeconds } as const;
    return submitTemplate(world, waba, draft);
  }
  if (known.category !== category) {
    throw invalidParameter(
      `The category ${category} doesn't match the one that's already associated with this template, ${known.category}.`,
    );
  }
  const changed = saveTemplate(world, { ...known, components, ttlSeconds, status: "PENDING" });
  touchTemplate(world, changed);
  tellComponents(world, changed);
  return reviewOf(world, changed);
}

/** The request with the buttons' words of one language. */
function withMetaWords(params: Params, language: string): Params {
  const given = params.values["components"];
  const list: unknown = typeof given === "string" ? parseJson(given) : given;
  if (!Array.isArray(list)) throw params.missing("components");
  const components = list.filter(isObject).map((component) => worded(component, language));
  return new Params({ ...params.values, components });
}

function worded(component: JsonObject, language: string): JsonObject {
  if (textAt(component, "type")?.toUpperCase() !== "BUTTONS") return component;
  const words = codeButton(language);
  const buttons = objectsAt(component, "buttons").map((button) => {
    if (button["text"] !== undefined || button["autofill_text"] !== undefined) {
      throw wrongButtons("The text of buttons can't be given when many languages are made.");
    }
    const autofill = textAt(button, "otp_type")?.toUpperCase() !== "COPY_CODE";
    return {
      ...button,
      text: words.text,
      ...(autofill ? { autofill_text: words.autofill } : {}),
    };
  });
  return { ...component, buttons };
}
