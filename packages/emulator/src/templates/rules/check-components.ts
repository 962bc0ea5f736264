import { invalidParameter } from "../../graph/error.ts";
import { length, type Params } from "../../graph/params.ts";
import { type JsonObject, objectAt, objectsAt, textAt } from "../../json.ts";
import { buttonsOf, componentOf } from "../template-text.ts";
import { checkAuthentication } from "./check-authentication.ts";
import { checkButtons } from "./check-buttons.ts";
import { checkCarousel } from "./check-carousel.ts";
import { checkHeader } from "./check-header.ts";
import { checkBodyText, checkFooterText } from "./check-text.ts";
import { missingField, templateError, wrongComponents, wrongHeader } from "./template-error.ts";

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
const MARKETING_FORMATS: readonly string[] = ["GIF", "PRODUCT"];
const MARKETING_BUTTONS: readonly string[] = ["CATALOG", "MPM"];

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
  const types = normal.map((it) => textAt(it, "type"));
  if (new Set(types).size !== types.length) {
    throw wrongComponents("A component type can be used only once.");
  }
  if (category === "AUTHENTICATION") {
    checkAuthentication(normal);
    return normal;
  }
  for (const component of normal) checkComponent(component, named);
  checkMarketingOnly(category, normal);
  checkLimitedOffer(category, normal);
  const carousel = componentOf(normal, "CAROUSEL");
  if (carousel !== undefined) checkCarousel(carousel, normal, named);
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
  const action = button.optionalText("flow_action");
  return {
    ...button.values,
    type: button.text("type").toUpperCase(),
    ...(otp === undefined ? {} : { otp_type: otp.toUpperCase() }),
    ...(action === undefined ? {} : { flow_action: action.toUpperCase() }),
  };
}

function checkComponent(component: JsonObject, named: boolean): void {
  switch (textAt(component, "type")) {
    case "HEADER":
      return checkHeader(component, named);
    case "BODY":
      return checkBodyText(component, named, 1024);
    case "FOOTER":
      return checkFooterText(component);
    case "BUTTONS":
      return checkButtons(objectsAt(component, "buttons"));
    case undefined:
    default:
      return;
  }
}

// Meta: catalogs, products and GIFs are for marketing, docs/…/templates/marketing-templates, read 2026-11.
function checkMarketingOnly(category: Category, components: readonly JsonObject[]): void {
  if (category === "MARKETING") return;
  const format = textAt(componentOf(components, "HEADER") ?? {}, "format") ?? "TEXT";
  if (MARKETING_FORMATS.includes(format)) {
    throw wrongHeader(`A header of format ${format} can be used in marketing templates only.`);
  }
  const button = buttonsOf(components)
    .map((it) => textAt(it, "type") ?? "")
    .find((it) => MARKETING_BUTTONS.includes(it));
  if (button === undefined) return;
  throw invalidParameter(
    `Buttons of type ${button} can be used in templates of category MARKETING only.`,
  );
}

/**
 * An offer that ends: no footer, a short body, and its code is the first button.
 *
 * Meta: docs/…/templates/marketing-templates/limited-time-offer-templates, read 2026-11.
 */
function checkLimitedOffer(category: Category, components: readonly JsonObject[]): void {
  const component = componentOf(components, "LIMITED_TIME_OFFER");
  if (component === undefined) return;
  const offer = objectAt(component, "limited_time_offer");
  const text = textAt(offer ?? {}, "text") ?? "";
  if (offer === undefined || text === "") {
    throw missingField("LIMITED_TIME_OFFER", "limited_time_offer");
  }
  if (category !== "MARKETING") {
    throw wrongComponents("A limited-time offer can be used in marketing templates only.");
  }
  if (length(text) > 16) {
    throw wrongComponents("The text of a limited-time offer can't have more than 16 characters.");
  }
  if (componentOf(components, "FOOTER") !== undefined) {
    throw wrongComponents("A template with a limited-time offer has no footer.");
  }
  if (length(textAt(componentOf(components, "BODY") ?? {}, "text") ?? "") > 600) {
    throw templateError(
      2388040,
      "Character Limit Exceeded",
      "The message body can't have more than 600 characters.",
    );
  }
  const types = buttonsOf(components).map((it) => textAt(it, "type"));
  if (types.includes("COPY_CODE") && types[0] !== "COPY_CODE") {
    throw wrongComponents("The code of a limited-time offer must be the first button.");
  }
}
