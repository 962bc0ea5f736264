import { unreachable } from "../kernel/unreachable.ts";
import type { MessageContent } from "./content.ts";

const LONGEST = 16_384;

/** The words of a message that a person may look for, one part a line; empty when there are none. */
export function searchableText(content: MessageContent): string {
  return partsOf(content)
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n")
    .slice(0, LONGEST)
    .toWellFormed();
}

function partsOf(content: MessageContent): readonly (string | undefined)[] {
  switch (content.kind) {
    case "text":
    case "location-request":
    case "notice":
    case "note":
      return [content.text];
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "sticker":
    case "document":
      return [content.file.caption, content.file.name];
    case "location":
      return [content.place.name, content.place.address];
    case "contacts":
      return content.cards.flatMap((card) => [
        card.name,
        card.organization,
        ...card.phones.map((phone) => phone.number),
        ...card.emails.map((email) => email.address),
      ]);
    case "template":
      return [
        headerText(content.header),
        content.text,
        content.footer,
        content.offer?.text,
        ...content.buttons.map((button) => button.title),
        ...(content.cards ?? []).flatMap((card) => [
          card.text,
          ...card.buttons.map((button) => button.title),
        ]),
      ];
    case "buttons":
      return [
        headerText(content.header),
        content.text,
        content.footer,
        ...content.buttons.map((button) => button.title),
      ];
    case "list":
      return [
        headerText(content.header),
        content.text,
        content.footer,
        ...content.sections.flatMap((section) => section.rows.map((row) => row.title)),
      ];
    case "choice":
      return [content.title, content.description];
    case "rating":
      return [content.title];
    case "order":
      return [content.text, ...content.items.map((item) => item.productId)];
    case "form":
      return [content.name, ...Object.values(content.answers).filter(isText)];
    case "omitted":
      return [content.caption, content.name];
    case "unsupported":
    case "unknown":
      return [];
    default:
      return unreachable(content);
  }
}

function headerText(header: Extract<MessageContent, { kind: "list" }>["header"]): string {
  return header?.kind === "text" ? header.text : "";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
