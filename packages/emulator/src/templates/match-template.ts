import { GraphError, invalidParameter } from "../graph/error.ts";
import { type Params, requiredMissing } from "../graph/params.ts";
import { type JsonObject, objectsAt, textAt } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import { bodyTextOf, buttonsOf, componentOf, variablesOf } from "./template-text.ts";
import { validateLocation, validateMedia } from "../world/validate-media.ts";

/**
 * Checks that what a send fills in is what the template asks for.
 *
 * @throws GraphError 132000, 132012 or 131008 with the component in its details.
 */
export function matchTemplate(template: Template, sent: Params): void {
  const components = sent.optionalObjects("components");
  matchHeader(template.components, findComponent(components, "header"));
  const body = findComponent(components, "body");
  matchTexts("body", bodyTextOf(template), body, template.parameterFormat === "NAMED");
  matchButtons(template.components, components);
  matchCards(template, components);
}

/** Media that the send refers to, in the header or on the cards. */
export function templateMedia(sent: Params): readonly Params[] {
  const components = sent.optionalObjects("components");
  const cards = components.flatMap((component) => component.optionalObjects("cards"));
  const all = [...components, ...cards.flatMap((card) => card.optionalObjects("components"))];
  return all.flatMap((component) =>
    component.optionalObjects("parameters").flatMap((parameter) => {
      const type = parameter.optionalText("type")?.toLowerCase() ?? "";
      return ["image", "video", "document"].includes(type) && parameter.has(type)
        ? [parameter.object(type)]
        : [];
    }),
  );
}

function findComponent(components: readonly Params[], type: string): Params | undefined {
  return components.find((it) => it.optionalText("type")?.toLowerCase() === type);
}

function matchHeader(components: readonly JsonObject[], sent: Params | undefined): void {
  const header = componentOf(components, "HEADER");
  const format = header === undefined ? null : (textAt(header, "format") ?? "TEXT").toUpperCase();
  const parameters = sent?.optionalObjects("parameters") ?? [];
  if (header === undefined || format === "TEXT") {
    const text = header === undefined ? "" : (textAt(header, "text") ?? "");
    for (const parameter of parameters) requireFormat("header", "TEXT", parameter);
    matchTexts("header", text, sent, parameters[0]?.has("parameter_name") ?? false);
    return;
  }
  const expected = format === "GIF" ? "VIDEO" : (format ?? "TEXT");
  const parameter = parameters[0];
  if (parameter === undefined) throw formatMismatch("header", expected, "UNKNOWN");
  requireFormat("header", format === "GIF" ? "GIF|VIDEO" : expected, parameter);
  const type = parameter.text("type").toLowerCase();
  if (type === "location") validateLocation(parameter.object("location"));
  else if (type === "product") parameter.object("product").text("product_retailer_id");
  else validateMedia(parameter.object(type));
}

function requireFormat(place: string, expected: string, parameter: Params): void {
  const received = (parameter.optionalText("type") ?? "text").toUpperCase();
  if (!expected.split("|").includes(received)) throw formatMismatch(place, expected, received);
}

function formatMismatch(place: string, expected: string, received: string): GraphError {
  return new GraphError({
    code: 132012,
    details: `${place}: Format mismatch, expected ${expected}, received ${received}`,
  });
}

const TEXT_LIKE = ["text", "currency", "date_time"];

function matchTexts(place: string, text: string, sent: Params | undefined, named: boolean): void {
  const expected = variablesOf(text);
  const parameters = sent?.optionalObjects("parameters") ?? [];
  for (const parameter of parameters) {
    const type = (parameter.optionalText("type") ?? "text").toLowerCase();
    if (place === "body" && !TEXT_LIKE.includes(type)) {
      throw formatMismatch(place, "TEXT", type.toUpperCase());
    }
    if (type === "text") parameter.text("text");
    else if (TEXT_LIKE.includes(type)) parameter.object(type).text("fallback_value");
  }
  if (parameters.length !== expected.length) {
    throw new GraphError({
      code: 132000,
      details: `${place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${expected.length})`,
    });
  }
  if (!named) return;
  for (const name of expected) {
    if (!parameters.some((parameter) => parameter.optionalText("parameter_name") === name)) {
      throw invalidParameter(`Parameter name ${name} is missing in the ${place} component.`);
    }
  }
}

function matchButtons(components: readonly JsonObject[], sent: readonly Params[]): void {
  const buttons = buttonsOf(components);
  const given = sent.filter((it) => it.optionalText("type")?.toLowerCase() === "button");
  for (const component of given) {
    const index = Number(component.text("index", { min: 0 }));
    const button = buttons[index];
    if (button === undefined) {
      throw new GraphError({
        code: 132012,
        details: `buttons: Button at index ${index} does not exist in the template`,
      });
    }
    matchButtonType(index, button, component);
  }
  for (const [index, button] of buttons.entries()) {
    if (!needsParameter(button)) continue;
    const component = given.find((it) => Number(it.text("index", { min: 0 })) === index);
    if (component === undefined || component.optionalObjects("parameters").length === 0) {
      throw requiredMissing(
        `buttons: Button at index ${index} of type ${typeName(button)} requires a parameter`,
      );
    }
  }
}

function matchButtonType(index: number, button: JsonObject, component: Params): void {
  const expected = sentType(button);
  const received = component.text("sub_type").toLowerCase();
  if (received === expected) return;
  throw new GraphError({
    code: 132012,
    details: `buttons: Button at index ${index} of type ${typeName(button)} does not match the sub_type ${received}`,
  });
}

/** The `sub_type` that a send uses for a button; codes travel as links. */
function sentType(button: JsonObject): string {
  const type = (textAt(button, "type") ?? "").toLowerCase();
  return type === "otp" ? "url" : type;
}

function needsParameter(button: JsonObject): boolean {
  const type = (textAt(button, "type") ?? "").toUpperCase();
  if (type === "URL") return variablesOf(textAt(button, "url") ?? "").length > 0;
  return type === "OTP" || type === "COPY_CODE" || type === "MPM";
}

function typeName(button: JsonObject): string {
  const type = (textAt(button, "type") ?? "").toLowerCase();
  return type.replaceAll(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

function matchCards(template: Template, sent: readonly Params[]): void {
  const carousel = componentOf(template.components, "CAROUSEL");
  if (carousel === undefined) return;
  const cards = objectsAt(carousel, "cards");
  const given = findComponent(sent, "carousel")?.optionalObjects("cards") ?? [];
  if (given.length !== cards.length) {
    throw new GraphError({
      code: 132012,
      details: `carousel: number of cards (${given.length}) does not match the expected number of cards (${cards.length})`,
    });
  }
  for (const [index, card] of cards.entries()) {
    const parts = given[index]?.optionalObjects("components") ?? [];
    const components = objectsAt(card, "components");
    matchHeader(components, findComponent(parts, "header"));
    const body = componentOf(components, "BODY");
    matchTexts(
      "body",
      body === undefined ? "" : (textAt(body, "text") ?? ""),
      findComponent(parts, "body"),
      false,
    );
    matchButtons(components, parts);
  }
}
