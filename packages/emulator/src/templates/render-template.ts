import { type JsonObject, objectAt, objectsAt, textAt } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import type { CardAction, CardContent, CardHeader } from "../wire/control.ts";
import { cardAction } from "../world/render-interactive.ts";
import { type MediaOf, renderLocation } from "../world/render-send.ts";
import {
  bodyTextOf,
  buttonsOf,
  componentOf,
  fill,
  footerTextOf,
  variablesOf,
} from "./template-text.ts";

/** A template with the parameters of one send filled in, as the phone shows it. */
export function renderTemplate(
  template: Template,
  sent: JsonObject,
  mediaOf: MediaOf,
): CardContent {
  const components = objectsAt(sent, "components");
  const carousel = componentOf(template.components, "CAROUSEL");
  const given = objectsAt(partOf(components, "carousel") ?? {}, "cards");
  return {
    kind: "card",
    origin: "template",
    type: template.name,
    header: renderHeader(template.components, partOf(components, "header"), mediaOf),
    body: fillFrom(bodyTextOf(template), partOf(components, "body")),
    footer: footerTextOf(template),
    actions: renderButtons(template.components, components, ""),
    list: null,
    cards: objectsAt(carousel ?? {}, "cards").map((card, index) => {
      const parts = objectsAt(card, "components");
      const values = objectsAt(given[index] ?? {}, "components");
      return {
        header: renderHeader(parts, partOf(values, "header"), mediaOf),
        body: fillFrom(
          textAt(componentOf(parts, "BODY") ?? {}, "text") ?? "",
          partOf(values, "body"),
        ),
        actions: renderButtons(parts, values, `card:${index}:`),
      };
    }),
  };
}

function partOf(components: readonly JsonObject[], type: string): JsonObject | undefined {
  return components.find((it) => textAt(it, "type")?.toLowerCase() === type);
}

function fillFrom(text: string, sent: JsonObject | undefined): string {
  const names = variablesOf(text);
  const parameters = sent === undefined ? [] : objectsAt(sent, "parameters");
  const values = parameters.map((parameter, index) => [
    textAt(parameter, "parameter_name") ?? names[index] ?? String(index + 1),
    valueOf(parameter),
  ]);
  return fill(text, Object.fromEntries(values));
}

function valueOf(parameter: JsonObject): string {
  const type = textAt(parameter, "type") ?? "text";
  if (type === "text") return textAt(parameter, "text") ?? "";
  return textAt(objectAt(parameter, type) ?? {}, "fallback_value") ?? "";
}

function renderHeader(
  components: readonly JsonObject[],
  sent: JsonObject | undefined,
  mediaOf: MediaOf,
): CardHeader | null {
  const header = componentOf(components, "HEADER");
  if (header === undefined) return null;
  const format = textAt(header, "format") ?? "TEXT";
  if (format === "TEXT")
    return { kind: "text", text: fillFrom(textAt(header, "text") ?? "", sent) };
  const parameter = sent === undefined ? undefined : objectsAt(sent, "parameters")[0];
  const type = textAt(parameter ?? {}, "type")?.toLowerCase() ?? "";
  const value = objectAt(parameter ?? {}, type) ?? {};
  if (type === "location") return renderLocation(value);
  if (type === "product") {
    return { kind: "product", productId: textAt(value, "product_retailer_id") ?? "" };
  }
  return type === "image" || type === "video" || type === "document" ? mediaOf(type, value) : null;
}

function renderButtons(
  components: readonly JsonObject[],
  sent: readonly JsonObject[],
  prefix: string,
): readonly CardAction[] {
  return buttonsOf(components).map((button, index) => {
    const given = sent.find(
      (it) =>
        textAt(it, "type")?.toLowerCase() === "button" && textAt(it, "index") === String(index),
    );
    const parameter = given === undefined ? undefined : objectsAt(given, "parameters")[0];
    return renderButton(button, parameter ?? {}, `${prefix}button:${index}`);
  });
}

function renderButton(button: JsonObject, parameter: JsonObject, actionId: string): CardAction {
  const title = textAt(button, "text") ?? "";
  const type = textAt(button, "type") ?? "";
  switch (type) {
    case "QUICK_REPLY": {
      const payload = textAt(parameter, "payload") ?? textAt(parameter, "text") ?? title;
      return cardAction("reply", actionId, title, { value: payload });
    }
    case "URL": {
      const url = textAt(button, "url") ?? "";
      const variable = variablesOf(url)[0] ?? "1";
      return cardAction("url", actionId, title, {
        value: fill(url, { [variable]: textAt(parameter, "text") ?? "" }),
      });
    }
    case "PHONE_NUMBER":
      return cardAction("call", actionId, title, { value: textAt(button, "phone_number") ?? null });
    case "COPY_CODE":
      return cardAction("copy-code", actionId, title || "Copy offer code", {
        value: textAt(parameter, "coupon_code") ?? null,
      });
    case "OTP":
      return cardAction("copy-code", actionId, title || "Copy code", {
        value: textAt(parameter, "text") ?? null,
      });
    default:
      return cardAction(OTHER[type] ?? "catalog", actionId, title || "View");
  }
}

const OTHER: Readonly<Record<string, CardAction["kind"]>> = {
  FLOW: "flow",
  CATALOG: "catalog",
  MPM: "catalog",
  SPM: "product",
  VOICE_CALL: "voice-call",
  REQUEST_CONTACT_INFO: "share-contact",
};
