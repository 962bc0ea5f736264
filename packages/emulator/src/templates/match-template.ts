import { GraphError, invalidParameter } from "../graph/error.ts";
import { notValid, type Params, requiredMissing } from "../graph/params.ts";
import { type JsonObject, objectAt, objectsAt, textAt } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import { bodyMax, checkValues, HEADER_MAX } from "./check-values.ts";
import { bodyTextOf, buttonsOf, componentOf, variablesOf } from "./template-text.ts";
import { validateLocation, validateMedia } from "../world/validate-media.ts";

/**
 * Checks that what a send fills in is what the template asks for.
 *
 * @throws GraphError 132000, 132012, 131008 and those of `checkValues`, with the
 * component in their details.
 */
export function matchTemplate(template: Template, sent: Params): void {
  const components = sent.optionalObjects("components");
  const header = findComponent(components, "header");
  matchHeader(template.components, header);
  const body = findComponent(components, "body");
  matchTexts("body", bodyTextOf(template), body, template.parameterFormat === "NAMED");
  checkFilled(template, header, body);
  matchOffer(template, components);
  matchButtons(template.components, components);
  matchCards(template, components);
}

function checkFilled(
  template: Template,
  header: Params | undefined,
  body: Params | undefined,
): void {
  const title = componentOf(template.components, "HEADER") ?? {};
  if ((textAt(title, "format") ?? "TEXT") === "TEXT") {
    const text = textAt(title, "text") ?? "";
    const place = { name: "header", text, max: HEADER_MAX } as const;
    checkValues(template, place, header?.optionalObjects("parameters") ?? []);
  }
  const place = { name: "body", text: bodyTextOf(template), max: bodyMax(template) } as const;
  checkValues(template, place, body?.optionalObjects("parameters") ?? []);
}

/** An offer that ends is sent with the instant of its end. */
function matchOffer(template: Template, sent: readonly Params[]): void {
  const component = componentOf(template.components, "LIMITED_TIME_OFFER") ?? {};
  const offer = objectAt(component, "limited_time_offer");
  if (offer?.["has_expiration"] !== true) return;
  const given = findComponent(sent, "limited_time_offer")?.optionalObjects("parameters")[0];
  const end = given?.optionalObject("limited_time_offer")?.optionalText("expiration_time_ms");
  if (end === undefined) {
    throw requiredMissing("limited_time_offer: expiration_time_ms is required");
  }
  if (!/^\d+$/.test(end)) throw notValid("limited_time_offer: expiration_time_ms is not a number");
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
