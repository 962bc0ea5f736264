import { invalidParameter } from "../graph/error.ts";
import { length, notValid, type Params } from "../graph/params.ts";
import { unreachable } from "../unreachable.ts";
import { validateMedia } from "./validate-media.ts";

const TYPES = [
  "address_message",
  "button",
  "call_permission_request",
  "carousel",
  "catalog_message",
  "contact_request",
  "cta_url",
  "flow",
  "list",
  "location_request_message",
  "order_details",
  "order_status",
  "product",
  "product_list",
  "voice_call",
] as const;

type InteractiveType = (typeof TYPES)[number];

/** Types whose body may be missing. */
const WITHOUT_BODY: readonly InteractiveType[] = ["product", "call_permission_request"];

/**
 * Checks an interactive message: counts and lengths.
 *
 * Meta: the pages of each type under docs/…/messages/, read 2026-11.
 *
 * @throws GraphError with Meta's words.
 */
export function validateInteractive(interactive: Params): void {
  const type = interactive.oneOf("type", TYPES);
  if (!WITHOUT_BODY.includes(type)) {
    interactive.object("body").text("text", { max: type === "list" ? 4096 : 1024 });
  }
  interactive.optionalObject("footer")?.optionalText("text", { max: 60 });
  const header = interactive.optionalObject("header");
  if (header !== undefined) validateHeader(header, type);
  validateAction(type, interactive.object("action"), header);
}

function validateHeader(header: Params, type: InteractiveType): void {
  const kind = header.oneOf("type", ["text", "image", "video", "document", "gif"]);
  if (kind === "text") {
    header.text("text", { max: 60 });
    return;
  }
  if (type === "list" || type === "product_list") {
    throw notValid("Header type is not valid: only text is allowed.");
  }
  validateMedia(header.object(kind === "gif" ? "video" : kind));
}

function validateAction(type: InteractiveType, action: Params, header: Params | undefined): void {
  switch (type) {
    case "button":
      return validateButtons(action);
    case "list":
      return validateList(action);
    case "cta_url":
      return validateLink(named(action, "cta_url"));
    case "flow":
      return validateFlow(named(action, "flow"));
    case "product":
      action.text("catalog_id");
      action.text("product_retailer_id");
      return;
    case "product_list":
      if (header === undefined)
        throw invalidParameter("The parameter interactive['header'] is required.");
      return validateProducts(action);
    case "carousel":
      return validateCarousel(action);
    case "catalog_message":
      return void named(action, "catalog_message", false);
    case "location_request_message":
      return void named(action, "send_location", false);
    case "address_message":
      named(action, "address_message").text("country");
      return;
    case "call_permission_request":
      return void named(action, "call_permission_request", false);
    case "voice_call":
      return validateVoiceCall(named(action, "voice_call", false));
    case "contact_request":
      return void named(action, "request_contact_info", false);
    case "order_details":
      named(action, "review_and_pay").text("reference_id");
      return;
    case "order_status":
      named(action, "review_order").text("reference_id");
      return;
    default:
      return unreachable(type);
  }
}

/** The parameters of an action that has to have this name. */
function named(action: Params, name: string, parameters = true): Params {
  const given = action.text("name");
  if (given !== name) {
    throw invalidParameter(
      `Param ${action.pathOf("name")} must be one of {${name}} - got "${given}".`,
    );
  }
  if (parameters) return action.object("parameters");
  return action.optionalObject("parameters") ?? action;
}

function validateButtons(action: Params): void {
  const buttons = action.objects("buttons");
  if (buttons.length < 1 || buttons.length > 3) {
    throw notValid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
  }
  const replies = buttons.map((button) => {
    button.oneOf("type", ["reply"]);
    return button.object("reply");
  });
  for (const reply of replies) {
    checkLength("Button title", reply.text("title", { min: 0 }), 20);
    checkLength("Button id", reply.text("id", { min: 0 }), 256);
  }
  checkUnique("Button titles", replies, "title");
  checkUnique("Button ids", replies, "id");
}

function validateList(action: Params): void {
  checkLength("Button label", action.text("button", { min: 0 }), 20);
  const sections = action.objects("sections");
  if (sections.length < 1 || sections.length > 10) {
    throw notValid("Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
  }
  for (const section of sections) {
    const title = section.optionalText("title");
    if (sections.length > 1 && (title ?? "") === "") {
      throw notValid("Section title is required when there is more than one section.");
    }
    if (title !== undefined && title !== "") checkLength("Section title", title, 24);
  }
  const rows = sections.flatMap((section) => section.objects("rows"));
  if (rows.length < 1 || rows.length > 10) {
    throw notValid(
      rows.length === 0
        ? "Invalid rows count. Min allowed rows: 1"
        : "Total row count exceed max allowed count: 10",
    );
  }
  for (const row of rows) {
    checkLength("Row title", row.text("title", { min: 0 }), 24);
    checkLength("Row id", row.text("id", { min: 0 }), 200);
    const description = row.optionalText("description");
    if (description !== undefined && description !== "") {
      checkLength("Row description", description, 72);
    }
  }
  checkUnique("Row ids", rows, "id");
}

function validateLink(parameters: Params): void {
  checkLength("Button display text", parameters.text("display_text", { min: 0 }), 20);
  const url = parameters.text("url");
  if (!/^https?:\/\/\S+$/i.test(url)) {
    throw notValid("Button url is not valid: it must begin with http:// or https://.");
  }
}

function validateFlow(parameters: Params): void {
  parameters.text("flow_message_version");
  checkLength("Flow CTA", parameters.text("flow_cta", { min: 0 }), 30);
  if (!parameters.has("flow_id") && !parameters.has("flow_name"))
    throw parameters.missing("flow_id");
  parameters.oneOf("flow_action", ["navigate", "data_exchange"], "navigate");
  parameters.oneOf("mode", ["draft", "published"], "published");
}

function validateProducts(action: Params): void {
  action.text("catalog_id");
  const sections = action.objects("sections");
  if (sections.length < 1 || sections.length > 10) {
    throw notValid("Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
  }
  const items = sections.flatMap((section) => section.objects("product_items"));
  if (items.length < 1 || items.length > 30) {
    throw notValid("Invalid products count. Min allowed products: 1, Max allowed products: 30");
  }
  for (const item of items) item.text("product_retailer_id");
}

function validateCarousel(action: Params): void {
  const cards = action.objects("cards");
  if (cards.length < 2 || cards.length > 10) {
    throw notValid("Invalid cards count. Min allowed cards: 2, Max allowed cards: 10");
  }
  for (const card of cards) {
    const inner = card.object("action");
    if (card.optionalText("type") === "product") {
      inner.text("product_retailer_id");
      inner.text("catalog_id");
      continue;
    }
    const header = card.object("header");
    validateMedia(header.object(header.oneOf("type", ["image", "video"])));
    card.optionalObject("body")?.text("text", { max: 160 });
    if (inner.has("buttons")) validateCardReplies(inner);
    else validateLink(named(inner, "cta_url"));
  }
  const counts = new Set(
    cards.map((card) => card.object("action").optionalObjects("buttons").length),
  );
  if (counts.size > 1) throw notValid("All cards must have the same number of buttons.");
}

function validateCardReplies(action: Params): void {
  for (const button of action.objects("buttons")) {
    button.oneOf("type", ["quick_reply"]);
    const reply = button.object("quick_reply");
    checkLength("Button title", reply.text("title", { min: 0 }), 20);
    checkLength("Button id", reply.text("id", { min: 0 }), 256);
  }
}

function validateVoiceCall(parameters: Params): void {
  parameters.optionalText("display_text", { max: 20 });
  parameters.optionalText("payload", { max: 512 });
  const ttl = Number(parameters.optionalText("ttl_minutes") ?? 10_080);
  if (!(ttl >= 1 && ttl <= 43_200)) {
    throw notValid("ttl_minutes is not valid. Min allowed value: 1, Max allowed value: 43200");
  }
}

function checkLength(what: string, text: string, max: number): void {
  const count = length(text);
  if (count < 1 || count > max) {
    throw notValid(`${what} length invalid. Min length: 1, Max length: ${max}`);
  }
}

function checkUnique(what: string, items: readonly Params[], key: string): void {
  const values = items.map((item) => item.optionalText(key));
  if (new Set(values).size !== values.length) throw notValid(`${what} must be unique.`);
}
