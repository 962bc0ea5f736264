import { type JsonObject, objectAt, objectsAt, textAt } from "../json.ts";
import type { CardAction, CardContent, CardHeader } from "../wire/control.ts";
import type { MediaOf } from "./render-send.ts";

/** An interactive message as a card with its things to tap. */
export function renderInteractive(interactive: JsonObject, mediaOf: MediaOf): CardContent {
  const type = textAt(interactive, "type") ?? "button";
  const action = objectAt(interactive, "action") ?? {};
  return {
    kind: "card",
    origin: "interactive",
    type,
    header: renderHeader(objectAt(interactive, "header"), mediaOf),
    body: textAt(objectAt(interactive, "body") ?? {}, "text") ?? "",
    footer: textAt(objectAt(interactive, "footer") ?? {}, "text") ?? null,
    actions: type === "list" || type === "carousel" ? [] : renderActions(type, action, ""),
    list: type === "list" ? renderList(action) : null,
    cards:
      type === "carousel"
        ? objectsAt(action, "cards").map((it, index) => renderCard(it, index, mediaOf))
        : [],
  };
}

/** An action with the usual defaults; `answers` follows from the kind. */
export function cardAction(
  kind: CardAction["kind"],
  actionId: string,
  title: string,
  rest: { readonly description?: string | null; readonly value?: string | null } = {},
): CardAction {
  return {
    actionId,
    kind,
    title,
    description: rest.description ?? null,
    value: rest.value ?? null,
    answers: kind === "reply" || kind === "list-row" || kind === "share-contact",
  };
}

function renderHeader(header: JsonObject | undefined, mediaOf: MediaOf): CardHeader | null {
  const type = header === undefined ? undefined : textAt(header, "type");
  if (header === undefined || type === undefined) return null;
  if (type === "text") return { kind: "text", text: textAt(header, "text") ?? "" };
  if (type !== "image" && type !== "video" && type !== "document") return null;
  return mediaOf(type, objectAt(header, type) ?? {});
}

function renderActions(type: string, action: JsonObject, prefix: string): readonly CardAction[] {
  const parameters = objectAt(action, "parameters") ?? {};
  switch (type) {
    case "button":
      return replies(objectsAt(action, "buttons"), prefix);
    case "cta_url":
      return [
        cardAction("url", `${prefix}url`, textAt(parameters, "display_text") ?? "", {
          value: textAt(parameters, "url") ?? null,
        }),
      ];
    case "flow":
      return [
        cardAction("flow", `${prefix}flow`, textAt(parameters, "flow_cta") ?? "Open", {
          value: textAt(parameters, "flow_id") ?? textAt(parameters, "flow_name") ?? null,
        }),
      ];
    case "product":
      return [
        cardAction("product", `${prefix}product`, "View", {
          value: textAt(action, "product_retailer_id") ?? null,
        }),
      ];
    default:
      return [FIXED[type] ?? []].flat();
  }
}

/** Types whose only button has words of WhatsApp's own. */
const FIXED: Readonly<Record<string, CardAction>> = {
  product_list: cardAction("catalog", "catalog", "View items"),
  catalog_message: cardAction("catalog", "catalog", "View catalog"),
  location_request_message: cardAction("send-location", "send-location", "Send location"),
  address_message: cardAction("address", "address", "Provide address"),
  call_permission_request: cardAction("call-permission", "call-permission", "Choose preference"),
  voice_call: cardAction("voice-call", "voice-call", "Call now"),
  contact_request: cardAction("share-contact", "share-contact", "Share phone number"),
};

function replies(buttons: readonly JsonObject[], prefix: string): readonly CardAction[] {
  return buttons.map((button) => {
    const reply = objectAt(button, "reply") ?? objectAt(button, "quick_reply") ?? {};
    const id = textAt(reply, "id") ?? "";
    return cardAction("reply", `${prefix}reply:${id}`, textAt(reply, "title") ?? "", { value: id });
  });
}

function renderList(action: JsonObject): CardContent["list"] {
  return {
    button: textAt(action, "button") ?? "",
    sections: objectsAt(action, "sections").map((section) => ({
      title: textAt(section, "title") ?? null,
      rows: objectsAt(section, "rows").map((row) => {
        const id = textAt(row, "id") ?? "";
        return cardAction("list-row", `row:${id}`, textAt(row, "title") ?? "", {
          description: textAt(row, "description") ?? null,
          value: id,
        });
      }),
    })),
  };
}

function renderCard(
  card: JsonObject,
  index: number,
  mediaOf: MediaOf,
): CardContent["cards"][number] {
  const action = objectAt(card, "action") ?? {};
  const prefix = `card:${index}:`;
  const type = textAt(card, "type") ?? "cta_url";
  return {
    header: renderHeader(objectAt(card, "header"), mediaOf),
    body: textAt(objectAt(card, "body") ?? {}, "text") ?? "",
    actions:
      objectsAt(action, "buttons").length > 0
        ? replies(objectsAt(action, "buttons"), prefix)
        : renderActions(type, action, prefix),
  };
}
