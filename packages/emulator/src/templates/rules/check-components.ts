import { length, type Params } from "../../graph/params.ts";
import { type JsonObject, listAt, objectAt, objectsAt, textAt } from "../../json.ts";
import { checkButtons } from "./check-buttons.ts";
import { missingField, templateError } from "./template-error.ts";
import { componentOf, variablesOf } from "../template-text.ts";

export const CATEGORIES = ["MARKETING", "UTILITY", "AUTHENTICATION"] as const;
export type Category = (typeof CATEGORIES)[number];

const COMPONENT_TYPES = [
  "HEADER",
  "BODY",
  "FOOTER",
  "BUTTONS",
  "CAROUSEL",
  "LIMITED_TIME_OFFER",
  "CALL_PERMISSION_REQUEST",
] as const;

const HEADER_FORMATS = [
  "TEXT",
  "IMAGE",
  "VIDEO",
  "DOCUMENT",
  "GIF",
  "LOCATION",
  "PRODUCT",
] as const;
const MEDIA_FORMATS: readonly string[] = ["IMAGE", "VIDEO", "DOCUMENT", "GIF"];

/** @throws GraphError 2388046 */
export function checkName(name: string): void {
  if (/^[a-z0-9_]{1,512}$/.test(name)) return;
  throw templateError(
    2388046,
    "Name Format is Incorrect",
    "The message template name can only have lowercase letters and underscores.",
  );
}

/**
 * The components in Meta's spelling, once they keep Meta's rules of form.
 *
 * What is a matter of taste is left to the reviewer.
 * Meta: docs/…/templates/components, read 2026-11.
 *
 * @throws GraphError with one of the 2388… subcodes.
 */
export function checkComponents(
  category: Category,
  named: boolean,
  components: readonly Params[],
): readonly JsonObject[] {
  const normal = components.map(normalize);
  if (componentOf(normal, "BODY") === undefined) throw missingField("components", "BODY");
  if (category === "AUTHENTICATION") {
    checkAuthentication(normal);
    return normal;
  }
  const types = normal.map((it) => textAt(it, "type"));
  if (new Set(types).size !== types.length) {
    throw templateError(2388043, "Invalid parameter", "A component type can be used only once.");
  }
  for (const component of normal) checkComponent(component, named);
  const carousel = componentOf(normal, "CAROUSEL");
  if (carousel !== undefined) checkCards(carousel, normal);
  return normal;
}

function normalize(component: Params): JsonObject {
  const type = component.oneOf("type", COMPONENT_TYPES);
  const values = { ...component.values, type };
  if (type === "HEADER")
    return { ...values, format: component.oneOf("format", HEADER_FORMATS, "TEXT") };
  if (type === "BUTTONS")
    return { ...values, buttons: component.objects("buttons").map(upperType) };
  if (type !== "CAROUSEL") return values;
  const cards = component.objects("cards").map((card) => ({
    ...card.values,
    components: card.objects("components").map(normalize),
  }));
  return { ...values, cards };
}

function upperType(button: Params): JsonObject {
  const otp = button.optionalText("otp_type");
  const upper = { ...button.values, type: button.text("type").toUpperCase() };
  return otp === undefined ? upper : { ...upper, otp_type: otp.toUpperCase() };
}

function checkComponent(component: JsonObject, named: boolean): void {
  switch (textAt(component, "type")) {
    case "HEADER":
      return checkHeader(component, named);
    case "BODY":
      return checkBody(component, named, 1024);
    case "FOOTER":
      return checkFooter(component);
    case "BUTTONS":
      return checkButtons(objectsAt(component, "buttons"));
    case undefined:
    default:
      return;
  }
}

function checkHeader(header: JsonObject, named: boolean): void {
  const format = textAt(header, "format") ?? "TEXT";
  if (format !== "TEXT") {
    const example = objectAt(header, "example");
    if (MEDIA_FORMATS.includes(format) && listAt(example ?? {}, "header_handle").length === 0) {
      throw missingField("HEADER", "example");
    }
    return;
  }
  const text = textAt(header, "text") ?? "";
  if (text === "") throw missingField("HEADER", "text");
  tooLong("header", text, 60);
  const variables = variablesOf(text);
  if (variables.length > 1 || /[\n*_~]/.test(text)) {
    throw templateError(
      2388047,
      "Message header format is incorrect",
      "The message header can't have any new lines, formatting characters, or more than one variable.",
    );
  }
  checkVariables(variables, named);
  if (variables.length > 0 && !hasExample(header, "header_text")) {
    throw missingField("HEADER", "example");
  }
}

function checkBody(body: JsonObject, named: boolean, max: number): void {
  const text = textAt(body, "text") ?? "";
  if (text === "") throw missingField("BODY", "text");
  tooLong("body", text, max);
  const variables = variablesOf(text);
  checkVariables(variables, named);
  checkPlaces(text, variables.length);
  if (variables.length > 0 && !hasExample(body, "body_text")) throw missingField("BODY", "example");
}

function checkFooter(footer: JsonObject): void {
  const text = textAt(footer, "text") ?? "";
  if (text === "") throw missingField("FOOTER", "text");
  tooLong("footer", text, 60);
  if (variablesOf(text).length > 0) {
    throw templateError(
      2388073,
      "Message footer format is incorrect",
      "The message footer can't have variables.",
    );
  }
}

function checkVariables(variables: readonly string[], named: boolean): void {
  const right = named
    ? variables.every((it) => /^[a-z][a-z0-9_]*$/.test(it))
    : variables.every((it, index) => it === String(index + 1));
  if (right) return;
  throw templateError(
    2388072,
    "Message text format is incorrect",
    named
      ? "Variable names can have lowercase letters, numbers and underscores only."
      : "Variables must be numbered {{1}}, {{2}} and so on, without gaps.",
  );
}

/**
 * Meta refuses a text that begins or ends with a variable, and one with more
 * variables than words would carry. The exact ratio is not published; one
 * variable for each two other words is what passes in practice.
 */
function checkPlaces(text: string, count: number): void {
  if (count === 0) return;
  if (/^\s*\{\{/.test(text) || /\}\}\s*$/.test(text)) {
    throw templateError(
      2388299,
      "Variables can't be at the start or end of the template",
      "Add text before the first variable and after the last one.",
    );
  }
  const words = text.replaceAll(/\{\{[^{}]*\}\}/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < 2 * count) {
    throw templateError(
      2388293,
      "Parameters words ratio exceeds limit",
      "This template has too many variables for its length. Reduce the number of variables or increase the message length.",
    );
  }
}

function checkAuthentication(components: readonly JsonObject[]): void {
  const body = componentOf(components, "BODY") ?? {};
  if (body["text"] !== undefined) {
    throw templateError(
      2388072,
      "Message text format is incorrect",
      "Authentication templates have a fixed text; remove text from the BODY component.",
    );
  }
  const minutes = textAt(componentOf(components, "FOOTER") ?? {}, "code_expiration_minutes");
  if (minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90)) {
    throw templateError(
      2388073,
      "Message footer format is incorrect",
      "code_expiration_minutes must be between 1 and 90.",
    );
  }
  const buttons = objectsAt(componentOf(components, "BUTTONS") ?? {}, "buttons");
  const otp = buttons.filter((it) => textAt(it, "type") === "OTP");
  if (buttons.length !== 1 || otp.length !== 1) throw missingField("BUTTONS", "OTP button");
  const kind = textAt(buttons[0] ?? {}, "otp_type");
  if (!["COPY_CODE", "ONE_TAP", "ZERO_TAP"].includes(kind ?? "")) {
    throw missingField("BUTTONS", "otp_type");
  }
}

function checkCards(carousel: JsonObject, components: readonly JsonObject[]): void {
  const cards = objectsAt(carousel, "cards");
  if (cards.length < 2 || cards.length > 10) {
    throw templateError(2388043, "Invalid parameter", "A carousel has between 2 and 10 cards.");
  }
  if (
    componentOf(components, "HEADER") !== undefined ||
    componentOf(components, "FOOTER") !== undefined
  ) {
    throw templateError(
      2388043,
      "Invalid parameter",
      "A carousel template has no header and no footer.",
    );
  }
  const shapes = cards.map((card) => {
    const parts = objectsAt(card, "components");
    for (const part of parts) checkCardPart(part);
    return parts.map((part) => `${textAt(part, "type")}:${textAt(part, "format") ?? ""}`).join();
  });
  if (new Set(shapes).size > 1) {
    throw templateError(2388043, "Invalid parameter", "All cards must have the same components.");
  }
}

function checkCardPart(part: JsonObject): void {
  if (textAt(part, "type") === "BODY") checkBody(part, false, 160);
  else checkComponent(part, false);
}

function hasExample(component: JsonObject, key: string): boolean {
  const example = objectAt(component, "example");
  if (example === undefined) return false;
  return listAt(example, key).length > 0 || listAt(example, `${key}_named_params`).length > 0;
}

function tooLong(what: string, text: string, max: number): void {
  if (length(text) <= max) return;
  throw templateError(
    2388040,
    "Character Limit Exceeded",
    `The message ${what} can't have more than ${max} characters.`,
  );
}
