import { type JsonObject, objectAt, objectsAt, textAt } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import type {
  BubbleContent,
  LocationContent,
  MediaContent,
  SharedContact,
} from "../wire/control.ts";
import { renderInteractive } from "./render-interactive.ts";
import { renderTemplate } from "../templates/render-template.ts";

/** Finds the stored file behind a media object of a send. */
export type MediaOf = (kind: MediaContent["kind"], media: JsonObject) => MediaContent | null;

/** What the recipient's phone shows of an accepted send; `null` for a reaction, which is no bubble. */
export function renderSend(
  body: JsonObject,
  template: Template | null,
  mediaOf: MediaOf,
): BubbleContent | null {
  const type = textAt(body, "type") ?? "text";
  const part = objectAt(body, type) ?? {};
  switch (type) {
    case "text":
      return {
        kind: "text",
        body: textAt(part, "body") ?? "",
        previewUrl: part["preview_url"] === true,
      };
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return mediaOf(type, part) ?? { kind: "unsupported", type };
    case "location":
      return renderLocation(part);
    case "contacts":
      return { kind: "contacts", contacts: objectsAt(body, "contacts").map(renderContact) };
    case "interactive":
      return renderInteractive(part, mediaOf);
    case "template":
      return template === null ? null : renderTemplate(template, part, mediaOf);
    default:
      return null;
  }
}

export function renderLocation(location: JsonObject): LocationContent {
  return {
    kind: "location",
    latitude: Number(location["latitude"]),
    longitude: Number(location["longitude"]),
    name: textAt(location, "name") ?? null,
    address: textAt(location, "address") ?? null,
  };
}

function renderContact(contact: JsonObject): SharedContact {
  const org = objectAt(contact, "org");
  return {
    name: textAt(objectAt(contact, "name") ?? {}, "formatted_name") ?? "",
    phones: objectsAt(contact, "phones").flatMap((it) => textAt(it, "phone") ?? []),
    emails: objectsAt(contact, "emails").flatMap((it) => textAt(it, "email") ?? []),
    organization: org === undefined ? null : (textAt(org, "company") ?? null),
  };
}
