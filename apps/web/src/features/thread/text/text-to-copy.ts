import { unreachable } from "@galka/core/kernel/unreachable";
import type { MessageContentJson } from "@galka/contract/json/content";

/** What copying a message puts on the clipboard; null when it has no words. */
export function textToCopy(content: MessageContentJson): string | null {
  switch (content.kind) {
    case "text":
    case "buttons":
    case "list":
    case "location-request":
    case "note":
    case "template":
      return content.text;
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "document":
    case "sticker":
      return content.file.caption ?? null;
    case "location":
      return `${content.place.latitude}, ${content.place.longitude}`;
    case "contacts":
      return content.cards
        .map(({ name, phones }) => [name, ...phones.map(({ number }) => number)].join(" "))
        .join("\n");
    case "choice":
    case "rating":
      return content.title;
    case "order":
      return content.text ?? null;
    case "form":
    case "notice":
    case "omitted":
    case "unsupported":
    case "unknown":
      return null;
    default:
      return unreachable(content);
  }
}
